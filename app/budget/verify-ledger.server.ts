import { z } from 'zod'
import { faultsOfAccounts } from '#app/budget/ledger-account-faults.server.ts'
import { faultsOfSessions } from '#app/budget/ledger-session-faults.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRows } from '#app/platform/db/query-rows.server.ts'

const checks = [
  'balance',
  'below-zero',
  'way',
  'allocated',
  'planned',
  'reserved',
  'delivered',
  'in-transit',
  'paid',
  'hold',
  'booking',
  'delivery',
  'payout',
  'sent',
  'item',
  'run',
] as const

/** One disagreement between what the transfers say and what a row says, in cents. */
export type LedgerFault = { check: (typeof checks)[number]; subjectId: string; expected: number; found: number }

export type LedgerReport = { accounts: number; transfers: number; faults: LedgerFault[] }

const faultRow = z.object({
  check: z.enum(checks),
  subjectId: z.uuid(),
  expected: z.coerce.number(),
  found: z.coerce.number(),
})

/**
 * Recomputes every balance from the transfers and compares, each with the one it has to agree with:
 * - `balance`, `below-zero`, `way`: accounts with their transfers, and transfers with the ways money may go;
 * - `allocated`, `planned`: periods with their accounts, lines with the approved plan;
 * - `reserved`, `delivered`, `in-transit`, `paid`: lines with open holds, statements and payouts;
 * - `hold`, `booking`, `delivery`: each booking's hold, its own transfers, and what is owed for it;
 * - `payout`, `sent`, `item`, `run`: payouts with their items and transfers, items with deliveries, runs with payouts.
 *
 * Needs a connection that sees all municipalities (the owner's). Reads all of it in one statement, so in one snapshot.
 */
export async function verifyLedger(tx: Pick<Tx, '$queryRaw'>): Promise<LedgerReport> {
  const counts = await queryRows(
    tx,
    z.object({ accounts: z.coerce.number(), transfers: z.coerce.number() }),
    Prisma.sql`SELECT (SELECT count(*) FROM account) AS accounts, (SELECT count(*) FROM transfer) AS transfers`,
  )
  const faults = await queryRows(
    tx,
    faultRow,
    Prisma.sql`${faultsOfAccounts} UNION ALL SELECT * FROM (${faultsOfSessions}) s`,
  )
  return { accounts: counts[0]?.accounts ?? 0, transfers: counts[0]?.transfers ?? 0, faults }
}
