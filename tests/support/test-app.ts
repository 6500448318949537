import { afterAll } from 'vitest'
import type { Actor } from '#app/people/actor.ts'
import type { Context, OpenContext, SystemContext } from '#app/people/context.server.ts'
import { contextOf } from '#app/people/context.server.ts'
import { verifyLedger } from '#app/budget/verify-ledger.server.ts'
import { PrismaPg } from '@prisma/adapter-pg'
import type { Database, Tx } from '#app/platform/db/database.server.ts'
import { connect } from '#app/platform/db/database.server.ts'
import { PrismaClient } from '#app/platform/db/generated/client.ts'
import type { Clock } from '#app/platform/time.ts'
import { createTestDatabase } from './database.ts'
import { factories } from './given/factories.ts'

/** A clock that stands where it was set last. */
export type SettableClock = Clock & { set(at: Temporal.Instant | string): void }

export function settableClock(at: Temporal.Instant | string): SettableClock {
  let now = Temporal.Instant.from(at)
  return {
    now: () => now,
    set(next) {
      now = Temporal.Instant.from(next)
    },
  }
}

/**
 * Everything a use-case test needs: a migrated database of its own on a real server, the application's connection
 * (row-level security applies), the owner's (it does not), a clock, and factories for the world before the test.
 * Made at the top of a test file; connections and database go when the file's tests have ended.
 */
export async function testApp({ now, pool = 10 }: { now: Temporal.Instant | string; pool?: number }) {
  const database = await createTestDatabase()
  const db = connect({ url: database.url, pool })
  const owner: Database = new PrismaClient({ adapter: new PrismaPg({ connectionString: database.url, max: 4 }) })
  const clock = settableClock(now)
  afterAll(async () => {
    await db.$disconnect()
    await owner.$disconnect()
    await database.drop()
  })
  const open: OpenContext = { db, clock, requestId: null }
  return {
    url: database.url,
    db,
    /** The owner's connection: sees every municipality. For arranging and for checking, never for use cases. */
    owner,
    clock,
    open,
    given: factories(owner, clock),
    /** The context of a person under one of their hats. */
    as: (actor: Actor): Context => contextOf(actor, open),
    /** The context in which a rule acts by itself inside one municipality. */
    system: (municipalityId: string): SystemContext => ({ ...open, scope: { tenant: municipalityId, provider: null } }),
    /** Changes rows as nobody can, past triggers and foreign keys, to see whether somebody notices. */
    corrupt: (work: (tx: Tx) => Promise<unknown>) =>
      owner.$transaction(async (tx) => {
        await tx.$executeRaw`SET LOCAL session_replication_role = replica`
        await work(tx)
      }),
    /** Every disagreement between transfers, balances, holds, deliveries and payouts; empty when all adds up. */
    ledgerFaults: async () => (await verifyLedger(owner)).faults,
  }
}

export type TestApp = Awaited<ReturnType<typeof testApp>>
