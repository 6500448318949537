import type { CompleteAssessmentRefusal } from '#app/assessment/complete-assessment.server.ts'
import { completeAssessmentIn } from '#app/assessment/complete-assessment.server.ts'
import { findAssessmentById } from '#app/assessment/get-assessment.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { sealPlan } from '#app/plan/decision-store.server.ts'
import { loadFundingBasis } from '#app/plan/get-funding-basis.server.ts'
import type { BasisProblem } from '#app/plan/rules/funding-policy.ts'
import { basisProblem } from '#app/plan/rules/funding-policy.ts'
import { computePlan } from '#app/plan/rules/support-plan.ts'
import { mayApprovePlans } from '#app/plan/rules/who-approves.ts'
import { insertDraftPlan, insertPlanLines } from '#app/plan/store.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { emit } from '#app/platform/events.server.ts'
import type { Cents } from '#app/platform/money.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'
import { dateOf } from '#app/platform/time.ts'

/** `budget` is the individual budget of the period; another than the policy's needs a reason. */
export type PreparePlanInput = { assessmentId: string; budget: Cents; budgetReason: string }
export type PreparePlanRefusal =
  | CompleteAssessmentRefusal
  | { kind: 'no-budget' }
  | { kind: 'reason-needed'; usual: Cents }
  | { kind: 'already-prepared' }
  | BasisProblem

/**
 * Makes the plan of a ranked assessment and offers it for signing (steps 7-8), in one transaction: completes the
 * assessment, ranks and funds it under the policy and price caps of today, and seals the draft with every number. No
 * money moves before the plan is approved.
 */
export async function preparePlan(
  ctx: Context,
  { assessmentId, budget, budgetReason }: PreparePlanInput,
): Promise<Result<{ planId: string }, PreparePlanRefusal>> {
  const { municipalityId, role, personId } = ctx.actor
  if (municipalityId === null || !mayApprovePlans(role)) return refuse({ kind: 'not-found' })
  if (budget <= 0) return refuse({ kind: 'no-budget' })
  const reason = budgetReason.trim()

  return transact<{ planId: string }, PreparePlanRefusal>(
    ctx,
    async (tx) => {
      const completed = await completeAssessmentIn(ctx, tx, { assessmentId })
      if (!completed.ok) return completed
      const assessment = await findAssessmentById(tx, { municipalityId, assessmentId })
      if (assessment === null) return refuse({ kind: 'not-found' })
      const at = ctx.clock.now()
      const basis = await loadFundingBasis(tx, {
        municipalityId,
        serviceIds: assessment.services.map((service) => service.serviceId),
        on: dateOf(at),
      })
      const problem = basisProblem(basis, assessment.services)
      if (basis === null) return refuse({ kind: 'no-policy' })
      if (problem !== null) return refuse(problem)
      if (budget !== basis.budget && reason === '') return refuse({ kind: 'reason-needed', usual: basis.budget })

      const plan = {
        id: crypto.randomUUID(),
        municipalityId,
        childId: assessment.childId,
        periodId: assessment.periodId,
        version: 1,
        origin: 'assessed' as const,
        policy: basis,
        computed: computePlan({ ...basis, services: assessment.services, budget }),
        at,
        by: personId,
        reason: budget === basis.budget ? null : reason,
      }
      await insertDraftPlan(tx, plan)
      await insertPlanLines(tx, plan, new Map())
      await sealPlan(tx, plan.id, at)
      await recordAudit(ctx, tx, { action: 'plan.prepare', subject: { kind: 'plan', id: plan.id } })
      await emit(tx, { type: 'plan.sealed', municipalityId, subjectId: plan.id, personId, at })
      return accept({ planId: plan.id })
    },
    { one_plan_a_version: { kind: 'already-prepared' }, one_draft_a_period: { kind: 'already-prepared' } },
  )
}
