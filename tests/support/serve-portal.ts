// A portal in a process of its own: node tests/support/serve-portal.ts DATABASE_URL. Tells its address to the parent.
import { serve } from '#app/platform/http/serve.server.ts'

const [databaseUrl = ''] = process.argv.slice(2)
const server = await serve({ port: 0, databaseUrl, dev: false })
process.send?.({ address: server.address })
process.once('disconnect', () => void server.close().then(() => process.exit(0)))
