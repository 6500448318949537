import { z } from 'zod'
import type { PeriodBalances } from '#app/budget/get-balances.server.ts'
import { getPeriodBalances } from '#app/budget/get-balances.server.ts'
import { assignToOpenLine, openLine } from '#app/budget/open-accounts.server.ts'
import type { Cause } from '#app/budget/post-transfer.server.ts'
import { postBetween } from '#app/budget/post-transfer.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow } from '#app/platform/db/query-rows.server.ts'
import type { Cents } from '#app/platform/money.ts'

/*
 * Money between the services of one period, and back to the fund. Each of these waits for whoever books on the period at
 * the same time: call `lockFreeMoney` first and decide by the balances that it answers.
 */

/**
 * Locks what is free in a period, unassigned and on its lines, until the end of the transaction, and answers the
 * balances as they then are. A booking on the same period waits and meets what is left, or the other way round.
 */
export async function lockFreeMoney(tx: Tx, periodId: string): Promise<PeriodBalances> {
  await tx.$queryRaw`SELECT lock_free_money(${periodId}::uuid)::text`
  return getPeriodBalances(tx, periodId)
}

type Moved = { periodId: string; budgetLineId: string; amount: Cents; cause: Cause }

/** Takes free money from a line: it is unassigned again. More than is free meets `balance_is_never_negative`. */
export async function takeFromLine(tx: Tx, { periodId, budgetLineId, amount, cause }: Moved): Promise<void> {
  await postBetween(tx, {
    kind: 'unassign',
    from: { kind: 'available', budgetLineId },
    to: { kind: 'unassigned', periodId },
    amount,
    cause,
  })
}

/** Gives unassigned money to a service, opening its line when it has none. Answers the line's id. */
export async function giveToService(
  tx: Tx,
  { periodId, serviceId, amount, cause }: { periodId: string; serviceId: string; amount: Cents; cause: Cause },
): Promise<string> {
  const found = await queryRow(
    tx,
    z.object({ id: z.uuid() }),
    Prisma.sql`SELECT id FROM budget_line WHERE period_id = ${periodId}::uuid AND service_id = ${serviceId}::uuid`,
  )
  const budgetLineId = found?.id ?? (await openLine(tx, { municipalityId: cause.municipalityId, periodId, serviceId }))
  await assignToOpenLine(tx, { periodId, budgetLineId, amount, cause })
  return budgetLineId
}

/** Gives unassigned money of a period back to the programme fund. */
export async function returnToFund(
  tx: Tx,
  { periodId, amount, cause }: { periodId: string; amount: Cents; cause: Cause },
): Promise<void> {
  await postBetween(tx, {
    kind: 'deallocate',
    from: { kind: 'unassigned', periodId },
    to: { kind: 'fund' },
    amount,
    cause,
  })
}
