// npm run check: everything that reads the sources without running them; a line for each. With --fix, formats first.
import { availableParallelism } from 'node:os'
import { report, say, seconds, Trouble } from './bootstrap/progress.mjs'
import { closeAll, closeOnSignals, onClose } from './closing.ts'
import { prepare } from './prepare/prepare.ts'
import { requireTool, runTool } from './prepare/run-tool.ts'
import type { ToolResult } from './prepare/run-tool.ts'

type Check = { name: string; run: () => Promise<ToolResult> }

const checks: readonly Check[] = [
  { name: 'schema and migrations agree', run: compareSchemaAndMigrations },
  { name: 'types', run: checkTypes },
  { name: 'layers, routes and messages', run: () => runTool('vitest/vitest.mjs', ['run', '--project', 'structure']) },
  { name: 'lint', run: () => runTool('oxlint/bin/oxlint', []) },
  { name: 'format (npm run format mends it)', run: () => runTool('oxfmt/bin/oxfmt', ['--check']) },
  { name: 'dead code', run: () => runTool('knip/bin/knip.js', ['--no-progress']) },
]

closeOnSignals(() => 130)
process.exitCode = await main().catch(report)
await closeAll()
process.exit()

async function main(): Promise<number> {
  await prepare({ pages: false })
  if (process.argv.includes('--fix')) {
    await requireTool('oxlint/bin/oxlint', ['--fix'])
    await requireTool('oxfmt/bin/oxfmt', [])
    return 0
  }
  const failed = await runSideBySide(checks)
  if (failed.length === 0) return 0
  throw new Trouble(`Not in order: ${failed.join(', ')}.`)
}

async function runSideBySide(all: readonly Check[]): Promise<string[]> {
  const waiting = [...all]
  const failed: string[] = []
  const work = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const began = performance.now()
      const { code, output } = await check.run()
      say(`  ${code === 0 ? 'ok  ' : 'FAIL'} ${check.name}  ${seconds(performance.now() - began)}`)
      if (code === 0) continue
      failed.push(check.name)
      say(output.trim().replace(/^/gm, '       '))
    }
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), all.length) }, work))
  return failed
}

/** The types of the routes follow from the site map, so they are made first. */
async function checkTypes(): Promise<ToolResult> {
  const routes = await runTool('@react-router/dev/bin.cjs', ['typegen'])
  return routes.code === 0 ? runTool('typescript/lib/tsc.js', ['--noEmit']) : routes
}

async function compareSchemaAndMigrations(): Promise<ToolResult> {
  const { openTestServer } = await import('./test/open-test-server.ts')
  const { compareSchema } = await import('./database/compare-schema.ts')
  const server = await openTestServer()
  onClose(server.stop)
  const output = await compareSchema(server.url)
  return { code: output === '' ? 0 : 1, output: `A migration is missing; npm run db:diff shows it:\n${output}` }
}
