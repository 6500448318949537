// npm start: from a fresh checkout to a running portal. Plain JavaScript without packages, for any Node from 20.
import { handOver } from './bootstrap/hand-over.mjs'

await handOver('scripts/run-portal.ts', process.argv.slice(2))
