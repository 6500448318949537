import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { contextOf } from '#app/people/context.server.ts'
import type { SentQuery } from '#app/platform/db/database.server.ts'
import { connect } from '#app/platform/db/database.server.ts'
import { cents } from '#app/platform/money.ts'
import { bookSession } from '#app/schedule/book-session.server.ts'
import { dateOf } from '#app/platform/time.ts'
import type { Target } from './booking-targets.ts'
import { targetOf, targetPrice_cents } from './booking-targets.ts'
import type { Leg } from './pairs.ts'
import { idOf } from './world-ids.ts'

const clients = 8
const warmUp_s = 2
/** Where the measured part begins in each client's count, past all that a warm-up can use. */
const firstMeasured = 1_000
const targets = 90_000

/** pgbench on the PATH or where Debian's packages put it; null when the machine has none. */
export function findPgbench(): string | null {
  const debian = '/usr/lib/postgresql'
  const places = existsSync(debian)
    ? readdirSync(debian)
        .toSorted()
        .toReversed()
        .map((version) => join(debian, version, 'bin', 'pgbench'))
    : []
  const found = ['pgbench', ...places].find((program) => spawnSync(program, ['--version']).status === 0)
  return found ?? null
}

/**
 * The transaction of a booking, statement by statement as the use case sends it, at the speed of PostgreSQL alone: no
 * web server, no session, no thinking between the statements. What to book comes from a table, as in the portal it
 * comes with the request.
 */
export async function runPgbench(program: string, url: string, seconds: number): Promise<Leg> {
  const folder = await mkdtemp(join(tmpdir(), 'atspaids-bench-'))
  try {
    const file = join(folder, 'book.sql')
    const now = Temporal.Now.instant()
    await writeFile(file, await writeScript(url, now))
    await writeTargets(url, now)
    await pgbench(program, url, ['-T', String(warmUp_s), '-D', 'k=0', '-f', file])
    const said = await pgbench(program, url, ['-T', String(seconds), '-D', `k=${firstMeasured}`, '-f', file])
    return readLeg(said)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function readLeg(said: string): Leg {
  const failed = Number(/number of failed transactions: (\d+)/.exec(said)?.[1] ?? 0)
  const perSecond = Number(/tps = ([\d.]+)/.exec(said)?.[1])
  const median_ms = Number(/latency average = ([\d.]+) ms/.exec(said)?.[1])
  if (failed > 0 || !(perSecond > 0)) throw new Error(`pgbench did not book: ${said.slice(-500)}`)
  return { perSecond, median_ms, p99_ms: Number.NaN }
}

function pgbench(program: string, url: string, args: readonly string[]): Promise<string> {
  const all = ['-n', '-M', 'prepared', '-c', String(clients), '-j', '2', ...args, url]
  const child = spawn(program, all, { env: { ...process.env, PGOPTIONS: '-c role=atspaids_app' } })
  const said: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => {
      const words = Buffer.concat(said).toString()
      if (code === 0) resolve(words)
      else reject(new Error(`pgbench ended with ${code}: ${words.slice(-800)}`))
    })
  })
}

/** Books one session (the last target) through the use case, and listens. */
async function captureBooking(url: string, target: Target): Promise<{ queries: SentQuery[]; bookingId: string }> {
  const queries: SentQuery[] = []
  const db = connect({ url, pool: 1, onQuery: (query) => queries.push(query) })
  try {
    const actor = {
      personId: target.person,
      sessionId: target.person,
      roleGrantId: target.person,
      role: 'guardian' as const,
      givenName: '',
      familyName: '',
      locale: 'lv' as const,
      municipalityId: idOf('municipality', 1),
      providerId: null,
      specialistId: null,
    }
    const clock = { now: () => Temporal.Now.instant() }
    const booked = await bookSession(contextOf(actor, { db, clock, requestId: null }), {
      childId: target.child,
      budgetLineId: target.line,
      offeringId: target.offering,
      specialistId: target.specialist,
      startsAt: target.startsAt,
      seenPriceCents: cents(targetPrice_cents),
      requestKey: target.requestKey,
    })
    if (!booked.ok) throw new Error(`The booking to copy was refused: ${booked.refusal.kind}`)
    return { queries, bookingId: booked.value.bookingId }
  } finally {
    await db.$disconnect()
  }
}

/** The columns of the target table, as texts the way the driver sends them. */
function columnsOf(target: Target): Record<string, string> {
  const day = dateOf(target.startsAt)
  return {
    child: target.child,
    line: target.line,
    person: target.person,
    service: target.service,
    provider: target.provider,
    offering: target.offering,
    specialist: target.specialist,
    period: target.period,
    request_key: target.requestKey,
    starts_at: isoOf(target.startsAt),
    ends_at: isoOf(target.endsAt),
    blocked_until: isoOf(target.blockedUntil),
    first_day: day.toString(),
    end_day: day.add({ days: 2 }).toString(),
  }
}

function isoOf(at: Temporal.Instant): string {
  return new Date(at.epochMilliseconds).toISOString()
}

const values = z.array(z.json())

/** The captured statements with pgbench's variables in place of the values that belong to one booking. */
async function writeScript(url: string, now: Temporal.Instant): Promise<string> {
  const target = targetOf(targets - 1, now)
  const { queries, bookingId } = await captureBooking(url, target)
  const columns = columnsOf(target)
  const write = (value: z.infer<ReturnType<typeof z.json>> | undefined): string => {
    if (value === null || value === undefined) return 'NULL'
    if (Array.isArray(value)) return `ARRAY[${value.map(write).join(', ')}]`
    if (value === bookingId) return ':"newBookingId"'.replaceAll('"', '')
    const known = Object.entries(columns).find(([, text]) => text === value)
    if (known !== undefined) return `:${known[0]}`
    if (typeof value === 'string' && value.includes(bookingId)) {
      const [before = '', after = ''] = value.split(bookingId)
      return `(${quote(before)} || :newBookingId || ${quote(after)})`
    }
    return typeof value === 'string' ? quote(value) : String(value)
  }
  const statements = queries.map(({ sql, params }) => {
    const sent = values.parse(JSON.parse(params))
    const filled = sql.replaceAll(/\$(\d+)/g, (_, place: string) => write(sent[Number(place) - 1])).trim()
    return filled.includes('AS "newBookingId"') ? `${filled}\n\\gset` : `${filled};`
  })
  return [
    '\\set n :k * 8 + :client_id',
    '\\set k :k + 1',
    `SELECT ${Object.keys(columns).join(', ')} FROM bench_target WHERE n = :n`,
    '\\gset',
    'BEGIN;',
    ...statements,
    '',
  ].join('\n')
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

async function writeTargets(url: string, now: Temporal.Instant): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const names = Object.keys(columnsOf(targetOf(0, now)))
    await client.query(
      `CREATE TABLE bench_target (n int PRIMARY KEY, ${names.map((name) => `${name} text`).join(', ')})`,
    )
    for (let from = 0; from < targets; from += 10_000) {
      const rows = Array.from({ length: Math.min(10_000, targets - from) }, (_, i) => ({
        n: from + i,
        ...columnsOf(targetOf(from + i, now)),
      }))
      await client.query('INSERT INTO bench_target SELECT * FROM json_populate_recordset(NULL::bench_target, $1)', [
        JSON.stringify(rows),
      ])
    }
    await client.query('VACUUM ANALYZE bench_target')
  } finally {
    await client.end()
  }
}
