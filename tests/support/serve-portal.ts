// A portal in a process of its own: node tests/support/serve-portal.ts. Takes its settings from the environment and
// tells its address to the parent.
import { serve } from '#app/platform/http/serve.server.ts'

const server = await serve({ environment: process.env })
process.send?.({ address: server.address })
process.once('disconnect', () => void server.close().then(() => process.exit(0)))
