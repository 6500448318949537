import { execFileSync } from 'node:child_process'
import { cpus, totalmem } from 'node:os'
import type { PageBytes } from './bytes.ts'
import type { Leg } from './pairs.ts'
import { medianOf } from './pairs.ts'
import type { PageStatements } from './statements.ts'

export type Measured = {
  rounds: number
  seconds: number
  database: { version: string; settings: string }
  pgbench: string | null
  bookings: { a: Leg[]; b: Leg[] } | null
  home: { a: Leg[]; b: Leg[]; compressed: Leg } | null
  statements: { few: PageStatements[]; many: PageStatements[] } | null
  bytes: PageBytes[] | null
}

export const goals = { bookingShare: 0.3, homeShare: 0.25, statements: 6, scripts_bytes: 150_000 }
const reactions = { met: 'met', missed: '**missed**' }

/** The whole page of docs/performance.md; the learnt part is written by hand and kept. */
export function writeReport(measured: Measured, learnt: string): string {
  return [
    '# Performance',
    '',
    'Written by `npm run bench`, all but the last section. One run on one machine, load generator included, with fresh data for every leg. The numbers compare things on the same machine; they promise nothing about another one.',
    '',
    ...machine(measured),
    '',
    '## Goals',
    '',
    ...table(['what', 'goal', 'measured', ''], goalRows(measured)),
    '',
    ...bookingPart(measured),
    ...homePart(measured),
    ...statementPart(measured),
    ...bytesPart(measured),
    learnt.trim(),
    '',
  ].join('\n')
}

/** The short form for the terminal. */
export function sayGoals(measured: Measured): string {
  const rows = goalRows(measured).map((row) => row.map((cell) => cell.replaceAll('**', '')))
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n')
}

function machine({ rounds, seconds, database, pgbench }: Measured): string[] {
  const [cpu] = cpus()
  return [
    `- ${new Date().toISOString().slice(0, 10)}, commit ${commit()}`,
    `- ${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${process.arch}`,
    `- Node ${process.versions.node}, PostgreSQL ${database.version} (${database.settings}), ${pgbench ?? 'no pgbench'}`,
    `- ${rounds} rounds in turn, ${seconds} s each after a warm-up; median (lowest to highest)`,
    '- Data: 10,000 children in one municipality, each with an approved plan of four services and eight sessions; 256 providers, 1,024 specialists; its ledger verified',
    '- To repeat: `npm run bench` (all), `npm run bench -- bookings home statements bytes` (parts), `--seconds 3 --rounds 1` (short). `BENCH_DATABASE_URL` names a server to use instead of the embedded one. pgbench comes with PostgreSQL; without one that half is left out.',
  ]
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim()
  } catch {
    return 'unknown'
  }
}

function goalRows({ bookings, home, statements, bytes }: Measured): string[][] {
  const rows: string[][] = []
  if (bookings !== null && bookings.b.length > 0) {
    const share = rateOf(bookings.a) / rateOf(bookings.b)
    rows.push([
      'Bookings through HTTP, of pgbench',
      `at least ${goals.bookingShare}`,
      share.toFixed(2),
      verdict(share >= goals.bookingShare),
    ])
  }
  if (home !== null) {
    const share = rateOf(home.a) / rateOf(home.b)
    rows.push([
      "Parent's home page, of bare rendering",
      `at least ${goals.homeShare}`,
      share.toFixed(2),
      verdict(share >= goals.homeShare),
    ])
  }
  if (statements !== null) {
    const open = statements.many.filter(({ status }) => status === 200)
    const most = Math.max(...open.map(({ own }) => own))
    rows.push([
      'SQL statements of a page',
      `at most ${goals.statements}`,
      String(most),
      verdict(most <= goals.statements),
    ])
    const growing = open.filter(({ page, own }) =>
      statements.few.some((few) => few.page.name === page.name && few.own !== own),
    )
    rows.push([
      'The same for 10 and 10,000 children',
      'on every page',
      `on ${open.length - growing.length} of ${open.length}`,
      verdict(growing.length === 0),
    ])
  }
  if (bytes !== null) {
    const most = Math.max(
      ...bytes.filter(({ page, status }) => page.isMainJourney && status === 200).map(({ scripts }) => scripts),
    )
    rows.push([
      'JavaScript of a page on the main journey',
      `at most ${goals.scripts_bytes / 1_000} kB`,
      kilo(most),
      verdict(most <= goals.scripts_bytes),
    ])
  }
  return rows
}

function verdict(isMet: boolean): string {
  return isMet ? reactions.met : reactions.missed
}

function bookingPart({ bookings, pgbench }: Measured): string[] {
  if (bookings === null) return []
  return [
    '## Bookings',
    '',
    '32 clients with the sessions of other guardians, for other children and hours: session, same-origin check, validation, one transaction, 302. The mails of each booking are written meanwhile by the same process. Beside it the very statements of the use case under pgbench, 8 clients, prepared, in the application role.',
    '',
    ...table(
      ['', 'bookings per second', 'median', '99 of 100 within'],
      [
        legRow('through HTTP', bookings.a),
        pgbench === null ? ['pgbench is not installed: left out', '', '', ''] : legRow('pgbench', bookings.b),
      ],
    ),
    '',
  ]
}

function homePart({ home }: Measured): string[] {
  if (home === null) return []
  return [
    "## Parent's home page",
    '',
    'The home pages of a thousand families by 32 connections, beside a bare Node server that renders the elements of one such page with `renderToPipeableStream` and does nothing else.',
    '',
    ...table(
      ['', 'pages per second', 'median', '99 of 100 within'],
      [legRow('portal', home.a), legRow('bare', home.b), legRow('portal, compressed (one leg)', [home.compressed])],
    ),
    '',
  ]
}

function legRow(name: string, legs: readonly Leg[]): string[] {
  const rates = legs.map(({ perSecond }) => perSecond)
  const range = legs.length > 1 ? ` (${Math.min(...rates).toFixed(0)} to ${Math.max(...rates).toFixed(0)})` : ''
  const time = (values: number[]) => (values.some(Number.isNaN) ? '' : `${medianOf(values).toFixed(1)} ms`)
  return [
    name,
    `${rateOf(legs).toFixed(0)}${range}`,
    time(legs.map((leg) => leg.median_ms)),
    time(legs.map((leg) => leg.p99_ms)),
  ]
}

function rateOf(legs: readonly Leg[]): number {
  return medianOf(legs.map(({ perSecond }) => perSecond))
}

function statementPart({ statements }: Measured): string[] {
  if (statements === null) return []
  const rows = statements.many.map((many, index) => {
    const few = statements.few[index]
    if (many.status !== 200) return [many.page.name, `answered ${many.status}`, '', '', '', '', '']
    const { own, session, transactions, slowest_ms } = many
    return [
      many.page.name,
      String(few?.own ?? ''),
      String(own),
      String(session),
      String(transactions),
      String(own + session + transactions),
      `${slowest_ms.toFixed(1)} ms`,
    ]
  })
  const plans = statements.many.flatMap(({ page, plan, slowest_ms }) =>
    plan === null
      ? []
      : [
          `<details><summary>${page.name}: ${slowest_ms.toFixed(0)} ms</summary>`,
          '',
          '```',
          ...plan
            .filter((line) => /Time:|Scan|Join|Aggregate|Sort |Loop|Unique|Limit/.test(line))
            .slice(0, 40)
            .map((line) => line.slice(0, 150)),
          '```',
          '</details>',
          '',
        ],
  )
  return [
    '## SQL statements a page',
    '',
    'A whole page with its frame, by a full request. Apart: the statement that finds the session, and what begins, scopes (`set_config`) and ends transactions. The slowest statement includes the way to the database and back, at 10,000 children, median of five.',
    '',
    ...table(
      ['page', '10 children', '10,000 children', 'session', 'begin, scope, commit', 'in all', 'slowest at 10,000'],
      rows,
    ),
    '',
    ...plans,
  ]
}

function bytesPart({ bytes }: Measured): string[] {
  if (bytes === null) return []
  return [
    '## Bytes a page',
    '',
    'Compressed, as Chromium receives them with an empty cache. `main` marks the way of a family from home to a booked session.',
    '',
    ...table(
      ['page', '', 'JavaScript', 'its headers', 'files', 'HTML', 'CSS'],
      bytes.map(({ page, status, scripts, scriptHeaders, scriptFiles, html, styles }) =>
        status === 200
          ? [
              page.name,
              page.isMainJourney ? 'main' : '',
              kilo(scripts),
              kilo(scriptHeaders),
              String(scriptFiles),
              kilo(html),
              kilo(styles),
            ]
          : [page.name, '', `answered ${status}`, '', '', ''],
      ),
    ),
    '',
  ]
}

function kilo(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} kB`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)]
}
