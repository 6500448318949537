import { mayAssessChild } from '#app/assessment/may-assess-child.server.ts'
import { mayOpenAssessments } from '#app/assessment/rules/who-assesses.ts'
import { findAssessment, findPeriodChild, insertAssessment } from '#app/assessment/store.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type OpenAssessmentInput = { periodId: string }
export type OpenAssessmentRefusal = { kind: 'not-found' } | { kind: 'already-opened' }

/**
 * Opens the needs assessment of a child for one period (steps 1-2 of the model). A period has one; who opens it a
 * second time is refused. The child's social worker or the municipality's administrator; anybody else finds no such
 * period.
 */
export async function openAssessment(
  ctx: Context,
  { periodId }: OpenAssessmentInput,
): Promise<Result<{ assessmentId: string }, OpenAssessmentRefusal>> {
  const { municipalityId, role } = ctx.actor
  if (municipalityId === null || !mayOpenAssessments(role)) return refuse({ kind: 'not-found' })

  return transact<{ assessmentId: string }, OpenAssessmentRefusal>(
    ctx,
    async (tx) => {
      const childId = await findPeriodChild(tx, { municipalityId, periodId })
      if (childId === null || !(await mayAssessChild(ctx, tx, childId))) return refuse({ kind: 'not-found' })
      if ((await findAssessment(tx, { municipalityId, by: { periodId } })) !== null) {
        return refuse({ kind: 'already-opened' })
      }
      const assessmentId = await insertAssessment(tx, {
        municipalityId,
        childId,
        periodId,
        at: ctx.clock.now(),
        by: ctx.actor.personId,
      })
      return accept({ assessmentId })
    },
    { assessment_period_id_key: { kind: 'already-opened' } },
  )
}
