import { PrismaPg } from '@prisma/adapter-pg'
import type { Prisma } from '#app/platform/db/generated/client.ts'
import { PrismaClient } from '#app/platform/db/generated/client.ts'

/** A connection pool in the application's role, to which row-level security applies. */
export type Database = PrismaClient

/** What queries run on inside a transaction. */
export type Tx = Prisma.TransactionClient

/**
 * Opens the pool. Every connection takes the role `atspaids_app`, whoever signs in: it owns nothing and cannot bypass
 * row-level security.
 */
export function connect({ url, pool }: { url: string; pool: number }): Database {
  return new PrismaClient({
    adapter: new PrismaPg({
      connectionString: url,
      max: pool,
      options: '-c role=atspaids_app -c statement_timeout=15s -c idle_in_transaction_session_timeout=30s',
      connectionTimeoutMillis: 5_000,
    }),
    transactionOptions: { maxWait: 10_000, timeout: 20_000 },
  })
}
