import type { Context } from '#app/people/context.server.ts'
import { loadAssessmentNotice } from '#app/plan/get-family-overview.server.ts'
import { loadSupportPlan, type PlanQuestion } from '#app/plan/get-support-plan.server.ts'
import type { AssessmentNotice } from '#app/plan/rules/family-ranking-view.ts'
import type { SupportPlanView } from '#app/plan/rules/plan-view.ts'
import { read } from '#app/platform/db/transact.server.ts'

/**
 * A family's page of its plan: the plan of a period, and what the way to the next one asks of the reader. Null when
 * the child is not the actor's to see. Six statements at most.
 */
export async function getFamilyPlan(
  ctx: Context,
  question: PlanQuestion,
): Promise<(SupportPlanView & { notice: AssessmentNotice | null }) | null> {
  return read(ctx, async (tx) => {
    const view = await loadSupportPlan(ctx, tx, question)
    return view === null ? null : { ...view, notice: await loadAssessmentNotice(ctx, tx, { childId: view.child.id }) }
  })
}
