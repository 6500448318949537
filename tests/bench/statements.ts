import type { RequestListener } from 'node:http'
import { createServer } from 'node:http'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { z } from 'zod'
import { readConfig } from '#app/platform/config.server.ts'
import type { SentQuery } from '#app/platform/db/database.server.ts'
import { connect } from '#app/platform/db/database.server.ts'
import type { Portal } from '#app/platform/http/portal-context.ts'
import { openLog } from '#app/platform/log.server.ts'
import { systemClock } from '#app/platform/time.ts'
import { send } from './http-load.ts'
import { medianOf } from './pairs.ts'
import type { Page } from './pages.ts'
import { idOf } from './world-ids.ts'

/** What one page asks of the database. `around` are the session and what begins, scopes and ends transactions. */
export type PageStatements = {
  page: Page
  status: number
  own: number
  session: number
  transactions: number
  slowest_ms: number
  plan: string[] | null
}

const warmUps = 7
const repeats = 5
const patience_ms = 5_000
const slow_ms = 20

/** Serves the built portal in this process, opens every page and listens to what it sends to the database. */
export async function countStatements(databaseUrl: string, pages: readonly Page[]): Promise<PageStatements[]> {
  let heard: SentQuery[] = []
  const db = connect({ url: databaseUrl, pool: 2, onQuery: (query) => heard.push(query) })
  const { origin, close } = await servePortal(databaseUrl, db)
  try {
    const counted: PageStatements[] = []
    for (const page of pages) {
      const rounds: SentQuery[][] = []
      const began_ms = performance.now()
      let status = 0
      // The first rounds load and plan what later ones find ready; a slow page is not opened as often.
      for (let round = -warmUps; round < repeats; round += 1) {
        if (rounds.length > 0 && performance.now() - began_ms > patience_ms) break
        if (performance.now() - began_ms > patience_ms) round = Math.max(round, 0)
        heard = []
        const headers = { Cookie: `session=${page.token}` }
        const answer = await send(undefined, origin, { method: 'GET', path: page.path, headers })
        status = answer.status
        if (status !== 200) break
        if (round >= 0) rounds.push(heard)
      }
      counted.push({ page, status, ...(await summarise(databaseUrl, rounds)) })
    }
    return counted
  } finally {
    await close()
    await db.$disconnect()
  }
}

async function summarise(databaseUrl: string, rounds: readonly SentQuery[][]) {
  const [first = []] = rounds
  const kinds = first.map(({ sql }) => kindOf(sql))
  const count = (kind: ReturnType<typeof kindOf>) => kinds.filter((one) => one === kind).length
  const times = first.map((_, index) =>
    kinds[index] === 'own' ? medianOf(rounds.map((round) => round[index]?.ms ?? 0)) : 0,
  )
  const slowest_ms = Math.max(0, ...times)
  const slowest = first[times.indexOf(slowest_ms)]
  // COMMIT is heard of, the BEGIN before it is not; `set_config` names the tenant.
  const transactions = 2 * count('commit') + count('scope')
  const plan = slowest !== undefined && slowest_ms > slow_ms ? await explain(databaseUrl, slowest) : null
  return { own: count('own'), session: count('session'), transactions, slowest_ms, plan }
}

function kindOf(sql: string): 'session' | 'commit' | 'scope' | 'own' {
  if (sql === 'COMMIT') return 'commit'
  if (sql.startsWith('SELECT set_config')) return 'scope'
  return sql.includes('FROM session s') ? 'session' : 'own'
}

const planRow = z.object({ 'QUERY PLAN': z.string() })

/** How PostgreSQL carries a statement out, in the application's role and scope. */
async function explain(url: string, { sql, params }: SentQuery): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, options: '-c role=atspaids_app' })
  await client.connect()
  try {
    await client.query('BEGIN')
    const scope = [idOf('municipality', 1), '']
    await client.query(`SELECT set_config('app.tenant', $1, true), set_config('app.provider', $2, true)`, scope)
    const sent = z.array(z.unknown()).parse(JSON.parse(params))
    const { rows } = await client.query(`EXPLAIN (ANALYZE, COSTS OFF, BUFFERS OFF, TIMING ON) ${sql}`, sent)
    return z
      .array(planRow)
      .parse(rows)
      .map((row) => row['QUERY PLAN'])
  } finally {
    await client.end()
  }
}

async function servePortal(databaseUrl: string, db: Portal['db']) {
  const built: { createApp(portal: Portal): RequestListener } = await import(
    pathToFileURL(path.resolve('build/server/index.js')).href
  )
  const config = readConfig({
    DATABASE_URL: databaseUrl,
    SECRET_KEY: Buffer.alloc(32, 'bench').toString('base64'),
    DEMO_MODE: 'on',
    LOG_LEVEL: 'error',
  })
  const app = built.createApp({ config, db, clock: systemClock, log: openLog(config), poke: () => undefined })
  const server = createServer(app)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
