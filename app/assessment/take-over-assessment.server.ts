import type { AssessedResult, ResultProblem } from '#app/assessment/rules/assessed-result.ts'
import { problemsOf } from '#app/assessment/rules/assessed-result.ts'
import { insertAssessment, markCompleted, replaceResult } from '#app/assessment/store.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type TakeOverAssessmentRefusal = { kind: 'not-usable'; problems: readonly ResultProblem[] }

/**
 * Records what was agreed before the portal was in use as a completed assessment, inside the transaction of the plan
 * that is taken over with it. Wishes may be unknown; everything else must be as of an assessment made here.
 */
export async function takeOverAssessment(
  tx: Tx,
  input: {
    municipalityId: string
    childId: string
    periodId: string
    at: Temporal.Instant
    by: string
  } & AssessedResult,
): Promise<Result<{ assessmentId: string }, TakeOverAssessmentRefusal>> {
  const { municipalityId, childId, periodId, at, by, goals, services } = input
  const problems = problemsOf({ goals, services }).filter(({ problem }) => problem !== 'no-wish')
  if (problems.length > 0) return refuse({ kind: 'not-usable', problems })
  const assessmentId = await insertAssessment(tx, { municipalityId, childId, periodId, at, by })
  await replaceResult(tx, { municipalityId, assessmentId }, { goals, services })
  await markCompleted(tx, assessmentId, at)
  return accept({ assessmentId })
}
