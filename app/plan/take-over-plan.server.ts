import type { Assessment } from '#app/assessment/get-assessment.server.ts'
import { findAssessmentOfPeriod } from '#app/assessment/get-assessment.server.ts'
import { findChildFor } from '#app/people/child-scope.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { loadFundingBasis } from '#app/plan/get-funding-basis.server.ts'
import { moveFirstMoney } from '#app/plan/move-first-money.server.ts'
import type { BasisProblem, FundingBasis } from '#app/plan/rules/funding-policy.ts'
import { basisProblem } from '#app/plan/rules/funding-policy.ts'
import { computePlan, moneyOfLines } from '#app/plan/rules/support-plan.ts'
import { mayApprovePlans } from '#app/plan/rules/who-approves.ts'
import { fundBalance, hasPlan, insertDraftPlan, insertPlanLines, markApproved } from '#app/plan/store.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { read, transact } from '#app/platform/db/transact.server.ts'
import { emit } from '#app/platform/events.server.ts'
import type { Cents } from '#app/platform/money.ts'
import { zeroCents } from '#app/platform/money.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'
import { dateOf } from '#app/platform/time.ts'

/** `budget` is the individual budget of the period, taken from the municipality's programme fund. */
export type TakeOverPlanInput = { periodId: string; budget: Cents }
export type TakenOverPlan = { planId: string; unassigned: Cents }
export type TakeOverPlanRefusal =
  | { kind: 'not-found' }
  | { kind: 'no-budget' }
  | { kind: 'not-assessed' }
  | { kind: 'already-approved' }
  | BasisProblem
  /** The fund does not reach: what it holds and what the budget asks. */
  | { kind: 'fund-short'; inFund: Cents; asked: Cents }

/**
 * Takes over the first plan of a period that was decided outside the portal (an import, a municipality that starts
 * today), without signatures, in one transaction: ranks and funds the completed assessment under the policy and price
 * caps of today, allocates the individual budget from the programme fund, gives each funded service its money and
 * freezes version 1 with every number. When anything refuses, nothing has changed. Plans made in the portal are
 * prepared, signed and approved (`preparePlan`, `approvePlan`).
 */
export async function takeOverPlan(
  ctx: Context,
  { periodId, budget }: TakeOverPlanInput,
): Promise<Result<TakenOverPlan, TakeOverPlanRefusal>> {
  const { municipalityId, role } = ctx.actor
  if (municipalityId === null || !mayApprovePlans(role)) return refuse({ kind: 'not-found' })
  if (budget <= 0) return refuse({ kind: 'no-budget' })

  const result = await transact<TakenOverPlan, TakeOverPlanRefusal>(
    ctx,
    async (tx) => {
      const basis = await loadBasis(ctx, tx, { municipalityId, periodId })
      if (!basis.ok) return basis
      const { assessment, funding } = basis.value
      const computed = computePlan({ ...funding, services: assessment.services, budget })
      const planId = crypto.randomUUID()
      const plan = {
        id: planId,
        municipalityId,
        childId: assessment.childId,
        periodId,
        version: 1,
        origin: 'taken_over' as const,
        policy: funding,
        computed,
        at: ctx.clock.now(),
        by: ctx.actor.personId,
        reason: null,
      }
      // The plan comes before the money: of two approvals at once, the second waits here and is refused.
      await insertDraftPlan(tx, plan)
      await insertPlanLines(
        tx,
        plan,
        await moveFirstMoney(ctx, tx, { ...plan, planId, budget, lines: moneyOfLines(computed) }),
      )
      await markApproved(tx, { ...plan, decision: null })
      await recordAudit(ctx, tx, { action: 'plan.take-over', subject: { kind: 'plan', id: planId } })
      await emit(tx, {
        type: 'plan.approved',
        municipalityId,
        subjectId: planId,
        personId: ctx.actor.personId,
        at: ctx.clock.now(),
      })
      return accept({ planId, unassigned: computed.unassigned })
    },
    {
      balance_is_never_negative: { kind: 'fund-short', inFund: zeroCents, asked: budget },
      one_plan_a_version: { kind: 'already-approved' },
    },
  )
  if (result.ok || result.refusal.kind !== 'fund-short') return result
  // The database alone decides whether the fund reaches; how much it holds is read for the sentence afterwards.
  const inFund = await read(ctx, (tx) => fundBalance(tx, municipalityId))
  return refuse({ ...result.refusal, inFund: inFund ?? zeroCents })
}

type Basis = { assessment: Assessment; funding: FundingBasis }

async function loadBasis(
  ctx: Context,
  tx: Tx,
  { municipalityId, periodId }: { municipalityId: string; periodId: string },
): Promise<Result<Basis, TakeOverPlanRefusal>> {
  const assessment = await findAssessmentOfPeriod(tx, { municipalityId, periodId })
  if (assessment === null || (await findChildFor(ctx, tx, assessment.childId)) === null) {
    return refuse({ kind: 'not-found' })
  }
  if (assessment.completedAt === null) return refuse({ kind: 'not-assessed' })
  if (await hasPlan(tx, municipalityId, periodId)) return refuse({ kind: 'already-approved' })

  const funding = await loadFundingBasis(tx, {
    municipalityId,
    serviceIds: assessment.services.map((service) => service.serviceId),
    on: dateOf(ctx.clock.now()),
  })
  const problem = basisProblem(funding, assessment.services)
  if (funding === null) return refuse({ kind: 'no-policy' })
  return problem === null ? accept({ assessment, funding }) : refuse(problem)
}
