import { mayAssessChild } from '#app/assessment/may-assess-child.server.ts'
import type { AssessedResult, ResultProblem } from '#app/assessment/rules/assessed-result.ts'
import { problemsOf } from '#app/assessment/rules/assessed-result.ts'
import { mayAssess } from '#app/assessment/rules/who-assesses.ts'
import { knownServices, lockAssessment, replaceResult } from '#app/assessment/store.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type RecordAssessmentResultInput = AssessedResult & { assessmentId: string }
export type RecordAssessmentResultRefusal =
  | { kind: 'not-found' }
  | { kind: 'already-completed' }
  | { kind: 'unknown-service'; serviceIds: readonly string[] }
  | { kind: 'not-usable'; problems: readonly ResultProblem[] }

/**
 * Records what experts and parents agreed (steps 1-6): goals, the parents' wishes first and linked to the goals that
 * serve them, and per service both ranks in half places, whole units, mode and reasons, or who else pays. Takes the
 * place of what was recorded before, until the assessment is completed.
 */
export async function recordAssessmentResult(
  ctx: Context,
  { assessmentId, goals, services }: RecordAssessmentResultInput,
): Promise<Result<{ assessmentId: string }, RecordAssessmentResultRefusal>> {
  const { municipalityId, role } = ctx.actor
  if (municipalityId === null || !mayAssess(role)) return refuse({ kind: 'not-found' })

  return transact<{ assessmentId: string }, RecordAssessmentResultRefusal>(ctx, async (tx) => {
    const assessment = await lockAssessment(tx, { municipalityId, assessmentId })
    if (assessment === null || !(await mayAssessChild(ctx, tx, assessment.childId))) {
      return refuse({ kind: 'not-found' })
    }
    if (assessment.isCompleted) return refuse({ kind: 'already-completed' })
    const problems = problemsOf({ goals, services })
    if (problems.length > 0) return refuse({ kind: 'not-usable', problems })
    const serviceIds = services.map((service) => service.serviceId)
    const known = await knownServices(tx, serviceIds)
    const unknown = serviceIds.filter((id) => !known.has(id))
    if (unknown.length > 0) return refuse({ kind: 'unknown-service', serviceIds: unknown })

    await replaceResult(tx, { municipalityId, assessmentId }, { goals, services })
    return accept({ assessmentId })
  })
}
