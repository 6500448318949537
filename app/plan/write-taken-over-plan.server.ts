import type { NeededService } from '#app/assessment/rules/assessed-result.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { moveFirstMoney } from '#app/plan/move-first-money.server.ts'
import type { FundingBasis } from '#app/plan/rules/funding-policy.ts'
import { computePlan, moneyOfLines } from '#app/plan/rules/support-plan.ts'
import { fundBalance, insertDraftPlan, insertPlanLines, markApproved } from '#app/plan/store.server.ts'
import type { PeriodInDays } from '#app/plan/taken-over-store.server.ts'
import { listPeriodsInDays, withdrawPlans } from '#app/plan/taken-over-store.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import type { Cents } from '#app/platform/money.ts'
import { zeroCents } from '#app/platform/money.ts'

/** Somebody who acts, also when a job does it for them. */
type Acting = Pick<Context, 'clock' | 'requestId'> & {
  actor: Pick<Context['actor'], 'personId' | 'role'> & { municipalityId: string }
}

/** What the programme fund holds, for the sentence that says how far it does not reach. */
export async function readFund({ actor: { municipalityId } }: Acting, tx: Tx): Promise<Cents> {
  return (await fundBalance(tx, municipalityId)) ?? zeroCents
}

type PlanToTakeOver = {
  childId: string
  periodId: string
  services: readonly NeededService[]
  budget: Cents
  basis: FundingBasis
}

/**
 * Writes one plan that was decided before the portal, inside the caller's transaction, as the import of a municipality
 * that starts today does for many: computed by the one rule, money from the fund to the period and its lines, version 1
 * in force. Tells nobody: families hear of it from the municipality. A fund that does not reach refuses with the
 * constraint `balance_is_never_negative`.
 */
export async function writeTakenOverPlan(
  acting: Acting,
  tx: Tx,
  { childId, periodId, services, budget, basis }: PlanToTakeOver,
): Promise<{ planId: string }> {
  const { municipalityId, personId } = acting.actor
  const computed = computePlan({ ...basis, services, budget })
  const planId = crypto.randomUUID()
  const plan = {
    id: planId,
    municipalityId,
    childId,
    periodId,
    version: 1,
    origin: 'taken_over' as const,
    policy: basis,
    computed,
    at: acting.clock.now(),
    by: personId,
    reason: null,
  }
  await insertDraftPlan(tx, plan)
  const money = { planId, municipalityId, periodId, budget, lines: moneyOfLines(computed) }
  await insertPlanLines(tx, plan, await moveFirstMoney(acting, tx, money))
  await markApproved(tx, { ...plan, decision: null })
  await recordAudit(acting, tx, { action: 'plan.take-over', subject: { kind: 'plan', id: planId } })
  return { planId }
}

/** The periods of a child that meet these days, with what their plans were made of. */
export async function findPeriodsInDays(
  tx: Tx,
  days: Parameters<typeof listPeriodsInDays>[1],
): Promise<PeriodInDays[]> {
  return listPeriodsInDays(tx, days)
}

/** Takes plans back that an import brought; the caller gives their money back. */
export async function withdrawTakenOverPlans(
  acting: Acting,
  tx: Tx,
  { planIds, reason }: { planIds: readonly string[]; reason: string },
): Promise<void> {
  const { municipalityId, personId } = acting.actor
  await withdrawPlans(tx, { municipalityId, planIds, by: personId, at: acting.clock.now(), reason })
}
