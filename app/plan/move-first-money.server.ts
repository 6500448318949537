import { allocateToPeriod, assignToLine } from '#app/budget/open-accounts.server.ts'
import type { Context } from '#app/people/context.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import type { Cents } from '#app/platform/money.ts'

export type FirstMoney = {
  planId: string
  municipalityId: string
  periodId: string
  /** The individual budget, out of the fund. */
  budget: Cents
  /** What each service of the plan gets of it; a service with nothing opens no line. */
  lines: readonly { serviceId: string; amount: Cents }[]
}

/**
 * Brings the money of a period's first plan: fund to period, period to lines. Answers the budget line of each service
 * that got money. A fund that does not reach refuses with the constraint `balance_is_never_negative`.
 */
export async function moveFirstMoney(
  ctx: Pick<Context, 'clock'> & { actor: Pick<Context['actor'], 'personId'> },
  tx: Tx,
  { planId, municipalityId, periodId, budget, lines }: FirstMoney,
): Promise<Map<string, string>> {
  const cause = {
    municipalityId,
    kind: 'plan' as const,
    id: planId,
    personId: ctx.actor.personId,
    at: ctx.clock.now(),
  }
  await allocateToPeriod(tx, { periodId, amount: budget, cause: { ...cause, key: `plan:${planId}:allocate` } })
  const budgetLines = new Map<string, string>()
  for (const { serviceId, amount } of lines) {
    if (amount === 0) continue
    const key = `plan:${planId}:assign:${serviceId}`
    budgetLines.set(serviceId, await assignToLine(tx, { periodId, serviceId, amount, cause: { ...cause, key } }))
  }
  return budgetLines
}
