import { z } from 'zod'
import { centsColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRows } from '#app/platform/db/query-rows.server.ts'
import type { Cents } from '#app/platform/money.ts'
import { addCents, zeroCents } from '#app/platform/money.ts'

/** Where the money of a line or a period is. The five add up to what was allocated (with unassigned, for a period). */
export type Balances = { available: Cents; reserved: Cents; delivered: Cents; inTransit: Cents; paid: Cents }

export const noBalances: Balances = {
  available: zeroCents,
  reserved: zeroCents,
  delivered: zeroCents,
  inTransit: zeroCents,
  paid: zeroCents,
}

export type PeriodBalances = {
  allocated: Cents
  unassigned: Cents
  total: Balances
  byLine: ReadonlyMap<string, Balances>
}

const row = z.object({
  budgetLineId: z.uuid().nullable(),
  available: centsColumn,
  reserved: centsColumn,
  delivered: centsColumn,
  inTransit: centsColumn,
  paid: centsColumn,
  unassigned: centsColumn,
})

/** Balances of one period by line, in one statement. A period without accounts answers zeros. */
export async function getPeriodBalances(tx: Tx, periodId: string): Promise<PeriodBalances> {
  const rows = await queryRows(
    tx,
    row,
    Prisma.sql`
    SELECT budget_line_id AS "budgetLineId",
      coalesce(sum(balance_cents) FILTER (WHERE kind = 'available'), 0)::bigint AS available,
      coalesce(sum(balance_cents) FILTER (WHERE kind = 'reserved'), 0)::bigint AS reserved,
      coalesce(sum(balance_cents) FILTER (WHERE kind = 'delivered'), 0)::bigint AS delivered,
      coalesce(sum(balance_cents) FILTER (WHERE kind = 'in_transit'), 0)::bigint AS "inTransit",
      coalesce(sum(balance_cents) FILTER (WHERE kind = 'paid'), 0)::bigint AS paid,
      coalesce(sum(balance_cents) FILTER (WHERE kind = 'unassigned'), 0)::bigint AS unassigned
    FROM (SELECT * FROM account WHERE period_id = ${periodId}::uuid) a
    GROUP BY budget_line_id`,
  )
  const byLine = new Map<string, Balances>()
  let unassigned = zeroCents
  let total = noBalances
  for (const line of rows) {
    if (line.budgetLineId === null) {
      unassigned = line.unassigned
      continue
    }
    const { available, reserved, delivered, inTransit, paid } = line
    const balances = { available, reserved, delivered, inTransit, paid }
    byLine.set(line.budgetLineId, balances)
    total = addBalances(total, balances)
  }
  return { allocated: addCents(unassigned, sumOf(total)), unassigned, total, byLine }
}

export function addBalances(one: Balances, other: Balances): Balances {
  return {
    available: addCents(one.available, other.available),
    reserved: addCents(one.reserved, other.reserved),
    delivered: addCents(one.delivered, other.delivered),
    inTransit: addCents(one.inTransit, other.inTransit),
    paid: addCents(one.paid, other.paid),
  }
}

export function sumOf({ available, reserved, delivered, inTransit, paid }: Balances): Cents {
  return addCents(available, reserved, delivered, inTransit, paid)
}
