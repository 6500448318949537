import type { Context } from '#app/people/context.server.ts'
import { loadAssessmentNotice } from '#app/plan/get-family-overview.server.ts'
import { loadSupportPlan, type PlanQuestion } from '#app/plan/get-support-plan.server.ts'
import type { AssessmentNotice } from '#app/plan/rules/family-ranking-view.ts'
import { findPeriodEnd } from '#app/plan/period-end-store.server.ts'
import type { PeriodEndView } from '#app/plan/rules/plan-history.ts'
import type { SupportPlanView } from '#app/plan/rules/plan-view.ts'
import { read } from '#app/platform/db/transact.server.ts'

export type FamilyPlan = SupportPlanView & { notice: AssessmentNotice | null; end: PeriodEndView | null }

/**
 * A family's page of its plan: the plan of a period, and what the way to the next one asks of the reader, and what becomes of
 * unused money. Null when
 * the child is not the actor's to see. Seven statements at most.
 */
export async function getFamilyPlan(ctx: Context, question: PlanQuestion): Promise<FamilyPlan | null> {
  return read(ctx, async (tx) => {
    const view = await loadSupportPlan(ctx, tx, question)
    if (view === null) return null
    const notice = await loadAssessmentNotice(ctx, tx, { childId: view.child.id })
    return { ...view, notice, end: view.shown === null ? null : await findPeriodEnd(tx, view.shown.id) }
  })
}
