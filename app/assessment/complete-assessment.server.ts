import { mayAssessChild } from '#app/assessment/may-assess-child.server.ts'
import type { ResultProblem } from '#app/assessment/rules/assessed-result.ts'
import { problemsOf } from '#app/assessment/rules/assessed-result.ts'
import { mayAssess } from '#app/assessment/rules/who-assesses.ts'
import { findAssessment, lockAssessment, markCompleted } from '#app/assessment/store.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type CompleteAssessmentRefusal =
  | { kind: 'not-found' }
  | { kind: 'already-completed' }
  | { kind: 'not-usable'; problems: readonly ResultProblem[] }

/** Closes an assessment, so that a plan can be made of it. From then on it does not change. */
export async function completeAssessment(
  ctx: Context,
  { assessmentId }: { assessmentId: string },
): Promise<Result<{ assessmentId: string }, CompleteAssessmentRefusal>> {
  const { municipalityId, role } = ctx.actor
  if (municipalityId === null || !mayAssess(role)) return refuse({ kind: 'not-found' })

  return transact<{ assessmentId: string }, CompleteAssessmentRefusal>(ctx, async (tx) => {
    const locked = await lockAssessment(tx, { municipalityId, assessmentId })
    const assessment = await findAssessment(tx, { municipalityId, by: { assessmentId } })
    if (locked === null || assessment === null) return refuse({ kind: 'not-found' })
    if (!(await mayAssessChild(ctx, tx, locked.childId))) return refuse({ kind: 'not-found' })
    if (locked.isCompleted) return refuse({ kind: 'already-completed' })
    const problems = problemsOf(assessment)
    if (problems.length > 0) return refuse({ kind: 'not-usable', problems })

    await markCompleted(tx, assessmentId, ctx.clock.now())
    return accept({ assessmentId })
  })
}
