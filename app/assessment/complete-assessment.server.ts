import { mayAssessChild } from '#app/assessment/may-assess-child.server.ts'
import type { ResultProblem } from '#app/assessment/rules/assessed-result.ts'
import { problemsOf } from '#app/assessment/rules/assessed-result.ts'
import { mayAssess } from '#app/assessment/rules/who-assesses.ts'
import { findAssessment, findProgress, lockAssessment, markCompleted } from '#app/assessment/store.server.ts'
import type { Context } from '#app/people/context.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type CompleteAssessmentRefusal =
  | { kind: 'not-found' }
  | { kind: 'already-completed' }
  /** An assessment with a team: the lead has not yet fixed the experts' order. */
  | { kind: 'not-proposed' }
  /** An assessment with a team: the parents have not handed in their ranking. */
  | { kind: 'not-ranked' }
  | { kind: 'not-usable'; problems: readonly ResultProblem[] }

/** Closes an assessment, so that a plan can be made of it. From then on it does not change. */
export async function completeAssessment(
  ctx: Context,
  { assessmentId }: { assessmentId: string },
): Promise<Result<{ assessmentId: string }, CompleteAssessmentRefusal>> {
  return transact<{ assessmentId: string }, CompleteAssessmentRefusal>(ctx, (tx) =>
    completeAssessmentIn(ctx, tx, { assessmentId }),
  )
}

/** The same inside the transaction that makes the plan's draft. Locks the assessment first. */
export async function completeAssessmentIn(
  ctx: Context,
  tx: Tx,
  { assessmentId }: { assessmentId: string },
): Promise<Result<{ assessmentId: string }, CompleteAssessmentRefusal>> {
  const { municipalityId, role } = ctx.actor
  if (municipalityId === null || !mayAssess(role)) return refuse({ kind: 'not-found' })
  const locked = await lockAssessment(tx, { municipalityId, assessmentId })
  const assessment = await findAssessment(tx, { municipalityId, by: { assessmentId } })
  if (locked === null || assessment === null) return refuse({ kind: 'not-found' })
  if (!(await mayAssessChild(ctx, tx, locked.childId))) return refuse({ kind: 'not-found' })
  if (locked.isCompleted) return refuse({ kind: 'already-completed' })
  // What was recorded whole, as when a municipality brings its plans along, has no team and no steps to wait for.
  const progress = await findProgress(tx, assessmentId)
  if (progress.hasTeam && !progress.isProposed) return refuse({ kind: 'not-proposed' })
  if (progress.hasTeam && !progress.isRanked) return refuse({ kind: 'not-ranked' })
  const problems = problemsOf(assessment)
  if (problems.length > 0) return refuse({ kind: 'not-usable', problems })

  await markCompleted(tx, assessmentId, ctx.clock.now())
  return accept({ assessmentId })
}

/**
 * Opens a completed assessment again, inside the transaction that withdraws the draft made of it; while a plan of it
 * stands, the database refuses (`completed_stays`).
 */
export async function reopenAssessmentIn(
  ctx: Context,
  tx: Tx,
  { assessmentId }: { assessmentId: string },
): Promise<Result<{ assessmentId: string }, { kind: 'not-found' }>> {
  const { municipalityId, role } = ctx.actor
  if (municipalityId === null || !mayAssess(role)) return refuse({ kind: 'not-found' })
  const locked = await lockAssessment(tx, { municipalityId, assessmentId })
  if (locked === null || !(await mayAssessChild(ctx, tx, locked.childId))) return refuse({ kind: 'not-found' })
  await markCompleted(tx, assessmentId, null)
  return accept({ assessmentId })
}
