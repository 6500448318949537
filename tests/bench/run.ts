// npm run bench: what the portal can do, measured beside what the parts alone can do; writes docs/performance.md.
import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { z } from 'zod'
import { report, say, step } from '../../scripts/bootstrap/progress.mjs'
import { projectFolder } from '../../scripts/bootstrap/project-folder.mjs'
import { closeAll, closeOnSignals, onClose } from '../../scripts/closing.ts'
import { startEmbeddedDatabase } from '../../scripts/database/embedded.ts'
import { prepare } from '../../scripts/prepare/prepare.ts'

const parts = ['bookings', 'home', 'statements', 'bytes'] as const
const page = join(projectFolder, 'docs', 'performance.md')
const learntHead = '## What was learnt'

closeOnSignals(() => 130)
try {
  await runBench()
  await closeAll()
} catch (error) {
  const code = report(error)
  await closeAll()
  process.exit(code)
}

async function runBench(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seconds: { type: 'string', default: '10' }, rounds: { type: 'string', default: '3' } },
  })
  const wanted = z.array(z.enum(parts)).parse(positionals)
  const wants = (part: (typeof parts)[number]) => wanted.length === 0 || wanted.includes(part)
  const bounded = (most: number) => z.coerce.number().int().min(1).max(most)
  const seconds = bounded(60).parse(values.seconds)
  const rounds = bounded(9).parse(values.rounds)

  process.env.NODE_ENV = 'production'
  await prepare({ pages: true })
  const adminUrl = await step('Starting a database for the measurements', openServer)
  const { makeWorld } = await import('./worlds.ts')
  const few = await step('Filling a world of 10 children', () => makeWorld(adminUrl, 10))
  onClose(few.drop)
  const many = await step('Filling a world of 10,000 children', () => makeWorld(adminUrl, 10_000))
  onClose(many.drop)

  const { findPgbench, runPgbench } = await import('./pgbench.ts')
  const { measureInTurn } = await import('./pairs.ts')
  const pgbench = findPgbench()
  const tell = (words: string) => say(`    ${words}`)

  const bookings = !wants('bookings')
    ? null
    : await step('Measuring bookings', async () => {
        const { bookOverHttp } = await import('./bookings.ts')
        if (pgbench === null) tell('pgbench is not installed: its half is left out')
        return measureInTurn(
          rounds,
          () => many.withCopy((url) => bookOverHttp(url, seconds)),
          pgbench === null ? null : () => many.withCopy((url) => runPgbench(pgbench, url, seconds)),
        )
      })

  const home = !wants('home')
    ? null
    : await step("Measuring the parent's home page", async () => {
        const { openHomePages, readHomePage, renderBare } = await import('./home-page.ts')
        const html = await many.withCopy(readHomePage)
        const legs = await measureInTurn(
          rounds,
          () => many.withCopy((url) => openHomePages(url, seconds)),
          () => renderBare(html, seconds),
        )
        return { ...legs, compressed: await many.withCopy((url) => openHomePages(url, seconds, 'gzip, br')) }
      })

  const { pagesOf } = await import('./pages.ts')
  const pages = pagesOf(Temporal.Now.instant())
  const statements = !wants('statements')
    ? null
    : await step('Counting SQL statements', async () => {
        const { countStatements } = await import('./statements.ts')
        return {
          few: await few.withCopy((url) => countStatements(url, pages)),
          many: await many.withCopy((url) => countStatements(url, pages)),
        }
      })
  const bytes = !wants('bytes')
    ? null
    : await step('Weighing pages in Chromium', async () => {
        const { weighPages } = await import('./bytes.ts')
        return few.withCopy((url) => weighPages(url, pages))
      })

  const { sayGoals, writeReport } = await import('./report.ts')
  const database = await describeServer(adminUrl)
  const program = pgbench === null ? null : spawnSync(pgbench, ['--version']).stdout.toString().trim()
  const measured = { rounds, seconds, database, pgbench: program, bookings, home, statements, bytes }
  say(`\n${sayGoals(measured)}`)
  const written = writeReport(measured, await readLearnt())
  if (wanted.length > 0) say(`\n${written}\n(part of the measurements: docs/performance.md stays as it is)`)
  else {
    await writeFile(page, written)
    say('\nWritten to docs/performance.md')
  }
}

/** A server that keeps what it confirms, as the product's does, on a folder of its own. */
async function openServer(): Promise<string> {
  const named = process.env.BENCH_DATABASE_URL
  if (named !== undefined && named !== '') return named
  const dataFolder = join(projectFolder, '.data', 'bench', 'postgres')
  const server = await startEmbeddedDatabase({ dataFolder, database: 'postgres' })
  onClose(server.stop)
  return server.url
}

async function describeServer(url: string): Promise<{ version: string; settings: string }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query(
      `SELECT split_part(current_setting('server_version'), ' ', 1) AS version,
        concat_ws(', ', 'fsync ' || current_setting('fsync'), 'synchronous_commit ' || current_setting('synchronous_commit'),
          'shared_buffers ' || current_setting('shared_buffers')) AS settings`,
    )
    return z.object({ version: z.string(), settings: z.string() }).parse(rows[0])
  } finally {
    await client.end()
  }
}

/** The last section is people's own and survives the next run. */
async function readLearnt(): Promise<string> {
  const text = await readFile(page, 'utf8').catch(() => '')
  const start = text.indexOf(learntHead)
  return start < 0 ? `${learntHead}\n` : text.slice(start)
}
