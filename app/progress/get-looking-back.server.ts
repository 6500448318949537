import { loadAssessmentHead } from '#app/assessment/get-assessment-head.server.ts'
import type { AssessmentHead } from '#app/assessment/rules/assessment-head.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { read } from '#app/platform/db/transact.server.ts'
import type { HandedInEvaluation, LookedBackGoal, PreviousPeriod } from './looking-back-store.server.ts'
import { countServices, findPreviousPeriod, listEvaluations, listLookedBackGoals } from './looking-back-store.server.ts'
import type { Attainment } from './rules/goal-attainment.ts'
import { attainmentOf } from './rules/goal-attainment.ts'
import type { ServiceUse, UseTotals } from './rules/period-use.ts'
import { serviceUse, totalsOf } from './rules/period-use.ts'

export type LookingBack = {
  head: AssessmentHead
  previous: PreviousPeriod
  services: ServiceUse[]
  totals: UseTotals
  goals: LookedBackGoal[]
  /** Of the goals with a scale; null while none was measured. */
  attainment: Attainment | null
  evaluations: HandedInEvaluation[]
  /** Experts of the assessment measure until it is completed. */
  mayMeasure: boolean
}

/**
 * What the period before shows, for those who assess anew: services planned and received, notes and marks of each goal,
 * how far it was reached, the family's own view. Null when the actor has no part in it or it is a first assessment. Six
 * statements; the reading is written down.
 */
export async function getLookingBack(
  ctx: Context,
  { assessmentId }: { assessmentId: string },
): Promise<LookingBack | null> {
  return read(ctx, async (tx) => {
    const head = await loadAssessmentHead(ctx, tx, assessmentId)
    if (head === null) return null
    const previous = await findPreviousPeriod(tx, assessmentId)
    if (previous === null) return null
    const services = (await countServices(tx, previous.periodId)).map(serviceUse)
    const goals = await listLookedBackGoals(tx, { previousId: previous.assessmentId, assessmentId })
    const evaluations = await listEvaluations(tx, previous.periodId)
    await recordAudit(ctx, tx, { action: 'looking-back.read', subject: { kind: 'assessment', id: assessmentId } })
    const measured = goals.filter(({ horizon }) => horizon !== 'wish')
    return {
      head,
      previous,
      services,
      totals: totalsOf(services),
      goals,
      attainment: attainmentOf(
        measured.map(({ weight, baseline, attained }) => ({ weight, baseline, attained: attained?.level ?? null })),
      ),
      evaluations,
      mayMeasure: (head.role === 'lead' || head.role === 'expert') && !isOver(head),
    }
  })
}

/** From completion on nothing of an assessment changes. */
function isOver({ stage }: AssessmentHead): boolean {
  return stage === 'completed' || stage === 'sealed' || stage === 'signed' || stage === 'approved'
}
