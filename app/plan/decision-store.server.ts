import { z } from 'zod'
import { centsColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'
import type { Cents } from '#app/platform/money.ts'
import { toDate } from '#app/platform/time.ts'

/** Offers a draft for signing: from here on its lines do not change. */
export async function sealPlan(tx: Tx, planId: string, at: Temporal.Instant): Promise<void> {
  await tx.plan.update({ where: { id: planId }, data: { sealed_at: toDate(at) } })
}

/** Gives a draft up; its version number is free again. */
export async function markWithdrawn(
  tx: Tx,
  { planId, at, by, reason }: { planId: string; at: Temporal.Instant; by: string; reason: string },
): Promise<void> {
  await tx.plan.update({
    where: { id: planId },
    data: { state: 'withdrawn', withdrawn_at: toDate(at), withdrawn_by: by, withdrawn_reason: reason },
  })
}

/** Takes the version before out of force. False when it was not in force any more. */
export async function markSuperseded(tx: Tx, planId: string): Promise<boolean> {
  const { count } = await tx.plan.updateMany({
    where: { id: planId, state: 'approved' },
    data: { state: 'superseded' },
  })
  return count === 1
}

/** What each service of a version is to get, in its order. */
export async function listFundedLines(tx: Tx, planId: string): Promise<{ serviceId: string; amount: Cents }[]> {
  return queryRows(
    tx,
    z.object({ serviceId: z.uuid(), amount: centsColumn }),
    Prisma.sql`SELECT service_id AS "serviceId", funded_cents AS amount FROM plan_line
      WHERE plan_id = ${planId}::uuid AND outcome <> 'other_payer' ORDER BY position`,
  )
}

/** Names the money of the lines that got some. */
export async function nameBudgetLines(tx: Tx, planId: string, budgetLines: ReadonlyMap<string, string>): Promise<void> {
  for (const [serviceId, budgetLineId] of budgetLines) {
    await tx.planLine.updateMany({
      where: { plan_id: planId, service_id: serviceId, budget_line_id: null },
      data: { budget_line_id: budgetLineId },
    })
  }
}

/**
 * The next number of the municipality's decisions in a year. Approvals of one municipality take it one after the other,
 * each at the end of its transaction, so that the numbers have no gaps.
 */
export async function takeDecisionNumber(
  tx: Tx,
  { municipalityId, year }: { municipalityId: string; year: number },
): Promise<number> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`decision:${municipalityId}`}, 0))::text`
  const taken = await queryRow(
    tx,
    z.object({ last: z.int() }),
    Prisma.sql`SELECT coalesce(max(decision_number), 0)::int AS last FROM plan
      WHERE municipality_id = ${municipalityId}::uuid AND decision_year = ${year}`,
  )
  return (taken?.last ?? 0) + 1
}
