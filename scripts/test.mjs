// npm test: every test there is, from a fresh checkout. Plain JavaScript without packages, for any Node from 20.
import { handOver } from './bootstrap/hand-over.mjs'

await handOver('scripts/test/run-all-tests.ts', process.argv.slice(2))
