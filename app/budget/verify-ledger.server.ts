import { z } from 'zod'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRows } from '#app/platform/db/query-rows.server.ts'

/** One disagreement between what the transfers say and what a row says, in cents. */
export type LedgerFault = {
  check: 'balance' | 'below-zero' | 'allocated' | 'reserved' | 'delivered' | 'paid'
  subjectId: string
  expected: number
  found: number
}

export type LedgerReport = { accounts: number; transfers: number; faults: LedgerFault[] }

const faultRow = z.object({
  check: z.enum(['balance', 'below-zero', 'allocated', 'reserved', 'delivered', 'paid']),
  subjectId: z.uuid(),
  expected: z.coerce.number(),
  found: z.coerce.number(),
})

/**
 * Recomputes every balance from the transfers and compares: balances, no balance below zero, the allocated sum of
 * each period, money reserved against open holds, money delivered, in transit and paid against deliveries and payouts.
 * Needs a connection that sees all municipalities (the owner's). Reads in one snapshot.
 */
export async function verifyLedger(tx: Pick<Tx, '$queryRaw'>): Promise<LedgerReport> {
  const counts = await queryRows(
    tx,
    z.object({ accounts: z.coerce.number(), transfers: z.coerce.number() }),
    Prisma.sql`SELECT (SELECT count(*) FROM account) AS accounts, (SELECT count(*) FROM transfer) AS transfers`,
  )
  const faults = await queryRows(tx, faultRow, faultsSql)
  return { accounts: counts[0]?.accounts ?? 0, transfers: counts[0]?.transfers ?? 0, faults }
}

const faultsSql = Prisma.sql`
  WITH moved AS (
    SELECT account_id, sum(cents) AS cents FROM (
      SELECT credit_account_id AS account_id, cents::bigint AS cents FROM transfer
      UNION ALL SELECT debit_account_id, -cents::bigint FROM transfer
    ) legs GROUP BY account_id
  ),
  line AS (
    SELECT budget_line_id,
      sum(balance_cents) FILTER (WHERE kind = 'reserved') AS reserved,
      sum(balance_cents) FILTER (WHERE kind = 'delivered') AS delivered,
      sum(balance_cents) FILTER (WHERE kind = 'in_transit') AS in_transit,
      sum(balance_cents) FILTER (WHERE kind = 'paid') AS paid
    FROM account WHERE budget_line_id IS NOT NULL GROUP BY budget_line_id
  ),
  owed AS (
    SELECT b.budget_line_id, d.amount_cents,
      (SELECT p.state FROM payout_item i JOIN payout p ON p.id = i.payout_id
        WHERE i.delivery_id = d.id AND i.is_live) AS payout_state
    FROM delivery d JOIN booking b ON b.id = d.booking_id
    WHERE d.state IN ('awaiting', 'accepted', 'objected')
  ),
  due AS (
    SELECT budget_line_id,
      sum(amount_cents) FILTER (WHERE payout_state IS NULL OR payout_state = 'prepared') AS delivered,
      sum(amount_cents) FILTER (WHERE payout_state = 'in_transit') AS in_transit,
      sum(amount_cents) FILTER (WHERE payout_state = 'paid') AS paid
    FROM owed GROUP BY budget_line_id
  )
  SELECT 'balance' AS check, a.id AS "subjectId", coalesce(m.cents, 0) AS expected, a.balance_cents AS found
  FROM account a LEFT JOIN moved m ON m.account_id = a.id WHERE a.balance_cents <> coalesce(m.cents, 0)
  UNION ALL
  SELECT 'below-zero', id, 0, balance_cents FROM account WHERE balance_cents < 0 AND kind <> 'grant'
  UNION ALL
  SELECT 'allocated', p.id, p.allocated_cents, coalesce(sum(a.balance_cents), 0)
  FROM budget_period p LEFT JOIN account a ON a.period_id = p.id
  GROUP BY p.id HAVING p.allocated_cents <> coalesce(sum(a.balance_cents), 0)
  UNION ALL
  SELECT 'reserved', l.budget_line_id, coalesce(h.cents, 0), l.reserved
  FROM line l LEFT JOIN (
    SELECT budget_line_id, sum(cents) AS cents FROM hold WHERE state = 'open' GROUP BY budget_line_id
  ) h USING (budget_line_id) WHERE l.reserved <> coalesce(h.cents, 0)
  UNION ALL
  SELECT 'delivered', l.budget_line_id, coalesce(d.delivered, 0), l.delivered
  FROM line l LEFT JOIN due d USING (budget_line_id) WHERE l.delivered <> coalesce(d.delivered, 0)
  UNION ALL
  SELECT 'paid', l.budget_line_id, coalesce(d.in_transit, 0) + coalesce(d.paid, 0), l.in_transit + l.paid
  FROM line l LEFT JOIN due d USING (budget_line_id)
  WHERE l.in_transit + l.paid <> coalesce(d.in_transit, 0) + coalesce(d.paid, 0)`
