// The other commands of package.json: node scripts/run.mjs SCRIPT [ARGUMENTS], on the project's own Node.
import { handOver } from './bootstrap/hand-over.mjs'

const [script = '', ...args] = process.argv.slice(2)
await handOver(script, args)
