import { PrismaPg } from '@prisma/adapter-pg'
import type { Prisma } from '#app/platform/db/generated/client.ts'
import { PrismaClient } from '#app/platform/db/generated/client.ts'
import { nameStatements } from '#app/platform/db/name-statements.ts'

/** A connection pool in the application's role, to which row-level security applies. */
export type Database = PrismaClient

/** What queries run on inside a transaction. */
export type Tx = Prisma.TransactionClient

/** A statement as it went to the database; `params` is its list of values as JSON, `ms` includes the way there and back. */
export type SentQuery = { sql: string; params: string; ms: number }

/**
 * Opens the pool. Every connection takes the role `atspaids_app`, whoever signs in: it owns nothing and cannot bypass
 * row-level security. `onQuery` hears of every statement, for measuring.
 */
export function connect({
  url,
  pool,
  onQuery,
}: {
  url: string
  pool: number
  onQuery?: (query: SentQuery) => void
}): Database {
  const adapter = new PrismaPg(
    {
      connectionString: url,
      max: pool,
      options: '-c role=atspaids_app -c statement_timeout=15s -c idle_in_transaction_session_timeout=30s',
      connectionTimeoutMillis: 5_000,
    },
    { statementNameGenerator: nameStatements() },
  )
  const transactionOptions = { maxWait: 10_000, timeout: 20_000 }
  if (onQuery === undefined) return new PrismaClient({ adapter, transactionOptions })
  const heard = new PrismaClient({ adapter, transactionOptions, log: [{ emit: 'event', level: 'query' }] })
  heard.$on('query', ({ query, params, duration }) => onQuery({ sql: query, params, ms: duration }))
  return heard
}
