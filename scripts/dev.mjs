// npm run dev: the portal with hot reload. The bundler takes the development variant of each package; so must Node.
import { handOver } from './bootstrap/hand-over.mjs'

await handOver('scripts/run-portal.ts', ['--dev', ...process.argv.slice(2)], ['--conditions=development'])
