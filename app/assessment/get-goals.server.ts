import { loadAssessmentHead } from '#app/assessment/get-assessment-head.server.ts'
import { findGoalsAgreedAt, listGoals } from '#app/assessment/goal-store.server.ts'
import type { AssessmentHead } from '#app/assessment/rules/assessment-head.ts'
import type { TeamGoal } from '#app/assessment/rules/goal-scale.ts'
import { writesExpertise } from '#app/assessment/rules/seat.ts'
import { stages } from '#app/assessment/rules/stage.ts'
import { areWishesDone } from '#app/assessment/told-order-store.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { read } from '#app/platform/db/transact.server.ts'

export type GoalsView = {
  head: AssessmentHead
  goals: readonly TeamGoal[]
  agreedAt: string | null
  /** The actor may write, now. */
  canEdit: boolean
  /** The services are with the parents, or further. */
  isProposed: boolean
  /** For the social worker who may enter what the family told; null for everybody else and once a plan is made of it. */
  telling: { areWishesDone: boolean } | null
}

/** The parents' wishes and the team's goals with their scales; null for those who have no part in the assessment. */
export async function getGoals(ctx: Context, { assessmentId }: { assessmentId: string }): Promise<GoalsView | null> {
  return read(ctx, async (tx) => {
    const head = await loadAssessmentHead(ctx, tx, assessmentId)
    if (head === null) return null
    const goals = await listGoals(tx, assessmentId)
    const agreedAt = await findGoalsAgreedAt(tx, assessmentId)
    await recordAudit(ctx, tx, { action: 'assessment.read', subject: { kind: 'assessment', id: assessmentId } })
    const isProposed = stages.indexOf(head.stage) >= stages.indexOf('proposed')
    const isCompleted = stages.indexOf(head.stage) >= stages.indexOf('completed')
    const maySay = head.role === 'social_worker' && !isCompleted
    return {
      head,
      goals,
      agreedAt,
      canEdit: writesExpertise(head.role) && agreedAt === null && !isProposed,
      isProposed,
      telling: maySay ? { areWishesDone: await areWishesDone(tx, assessmentId) } : null,
    }
  })
}
