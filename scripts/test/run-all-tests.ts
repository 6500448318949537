// npm test: unit, structure and use-case tests, then the journeys in a browser; ends with one line of counts.
import { spawn } from 'node:child_process'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { report, say, step, Trouble } from '../bootstrap/progress.mjs'
import { projectFolder } from '../bootstrap/project-folder.mjs'
import { closeAll, closeOnSignals, onClose } from '../closing.ts'
import { prepare } from '../prepare/prepare.ts'
import { countPlaywright, countVitest, readCounts } from './count-results.ts'
import type { Counts } from './count-results.ts'
import { findChromium } from './find-chromium.ts'
import { openTestServer } from './open-test-server.ts'

const resultsFolder = join(projectFolder, 'test-results')

closeOnSignals(() => 130)
const total = await runAllTests().catch((error: unknown): Counts => {
  report(error)
  return { passed: 0, failed: 1 }
})
await closeAll()
say(`${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 ? 0 : 1)

async function runAllTests(): Promise<Counts> {
  await prepare({ pages: true })
  await rm(resultsFolder, { recursive: true, force: true })
  await mkdir(resultsFolder, { recursive: true })
  const server = await step('Starting a database for the tests', openTestServer)
  onClose(server.stop)
  process.env.TEST_DATABASE_URL = server.url
  const counts = [await runVitest(), await runJourneys()]
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
  }
}

async function runVitest(): Promise<Counts> {
  const file = join(resultsFolder, 'vitest.json')
  const code = await runVisibly('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  return readCounts(file, countVitest, code)
}

async function runJourneys(): Promise<Counts> {
  const file = join(resultsFolder, 'journeys.json')
  try {
    process.env.CHROMIUM_PATH = await findChromium()
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    say(error.message)
    return { passed: 0, failed: 1 }
  }
  process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = file
  const code = await runVisibly('@playwright/test/cli.js', ['test', '--reporter=list,json'])
  return readCounts(file, countPlaywright, code)
}

/** Runs a suite with its output straight on the screen. */
function runVisibly(tool: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(projectFolder, 'node_modules', tool), ...args],
      { cwd: projectFolder, stdio: ['ignore', 'inherit', 'inherit'] },
    )
    onClose(async () => {
      child.kill('SIGTERM')
    })
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
}
