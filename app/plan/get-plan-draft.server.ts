import { findAssessmentById } from '#app/assessment/get-assessment.server.ts'
import { loadAssessmentHead } from '#app/assessment/get-assessment-head.server.ts'
import { findOrderToTell, findToldOrder } from '#app/assessment/get-told-order.server.ts'
import type { AssessedResult } from '#app/assessment/rules/assessed-result.ts'
import { problemsOf } from '#app/assessment/rules/assessed-result.ts'
import type { AssessmentHead } from '#app/assessment/rules/assessment-head.ts'
import type { OrderToTell, ToldOrder } from '#app/assessment/rules/told-order.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { loadFundingBasis } from '#app/plan/get-funding-basis.server.ts'
import type { DraftFacts } from '#app/plan/plan-file-store.server.ts'
import { findDraftFacts } from '#app/plan/plan-file-store.server.ts'
import type { DraftBlocker } from '#app/plan/rules/draft-blocker.ts'
import { draftBlocker } from '#app/plan/rules/draft-blocker.ts'
import type { FundingBasis } from '#app/plan/rules/funding-policy.ts'
import type { PlanContent } from '#app/plan/rules/plan-view.ts'
import { previewPlan } from '#app/plan/rules/preview-plan.ts'
import { computePlan } from '#app/plan/rules/support-plan.ts'
import { mayApprovePlans } from '#app/plan/rules/who-approves.ts'
import { read } from '#app/platform/db/transact.server.ts'
import type { Cents } from '#app/platform/money.ts'
import { dateOf } from '#app/platform/time.ts'

export type PlanDraft = {
  head: AssessmentHead
  mayPrepare: boolean
  /** The plan that was made already; then there is nothing to prepare. */
  planId: string | null
  blocker: DraftBlocker | null
  /** The joint list with its funding line; null while something blocks. */
  preview: PlanContent | null
  /** The individual budget that the policy says; null while there is no policy. */
  usual: Cents | null
  inFund: Cents
  withdrawn: DraftFacts['withdrawn']
  /** The family's order as the social worker entered it; null when a guardian handed it in, or nobody has. */
  told: ToldOrder | null
  /** What the social worker may put in order for a family that told it; null for everybody else and while it stands. */
  toTell: OrderToTell | null
}

/**
 * The joint list of an assessment as its plan would be made today, with another budget where one is tried out. Null
 * when the actor has no part in the assessment. Read by staff, so it is written down.
 */
export async function getPlanDraft(
  ctx: Context,
  { assessmentId, budget }: { assessmentId: string; budget: Cents | null },
): Promise<PlanDraft | null> {
  const { municipalityId, role } = ctx.actor
  if (municipalityId === null) return null
  return read(ctx, async (tx) => {
    const head = await loadAssessmentHead(ctx, tx, assessmentId)
    const facts = head === null ? null : await findDraftFacts(tx, assessmentId)
    const assessment = head === null ? null : await findAssessmentById(tx, { municipalityId, assessmentId })
    if (head === null || facts === null || assessment === null) return null
    await recordAudit(ctx, tx, { action: 'plan-draft.read', subject: { kind: 'assessment', id: assessmentId } })

    const serviceIds = assessment.services.map((service) => service.serviceId)
    const basis = await loadFundingBasis(tx, { municipalityId, serviceIds, on: dateOf(ctx.clock.now()) })
    const blocker = draftBlocker({ ...facts, problems: problemsOf(assessment), services: assessment.services, basis })
    const mayTell = head.role === 'social_worker' && facts.planId === null && blocker?.kind === 'not-ranked'
    return {
      head,
      mayPrepare: mayApprovePlans(role),
      planId: facts.planId,
      blocker,
      preview: blocker !== null || basis === null ? null : previewOf(assessment, facts, basis, budget),
      usual: basis?.budget ?? null,
      inFund: facts.inFund,
      withdrawn: facts.withdrawn,
      told: await findToldOrder(tx, assessmentId),
      toTell: mayTell ? await findOrderToTell(tx, { assessmentId, municipalityId }) : null,
    }
  })
}

function previewOf(
  { services, goals }: AssessedResult,
  { catalogue }: DraftFacts,
  basis: FundingBasis,
  budget: Cents | null,
): PlanContent {
  const computed = computePlan({ ...basis, services, budget: budget ?? basis.budget })
  return previewPlan({ computed, weights: basis.weights, catalogue, goals })
}
