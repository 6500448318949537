import { mayAssessChild } from '#app/assessment/may-assess-child.server.ts'
import { mayAssess } from '#app/assessment/rules/who-assesses.ts'
import type { StoredAssessment } from '#app/assessment/store.server.ts'
import { findAssessment } from '#app/assessment/store.server.ts'
import type { Context } from '#app/people/context.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { read } from '#app/platform/db/transact.server.ts'

export type Assessment = StoredAssessment

/** An assessment of the actor's municipality with goals and services, or null when it is not theirs to see. */
export async function getAssessment(
  ctx: Context,
  { assessmentId }: { assessmentId: string },
): Promise<Assessment | null> {
  const { municipalityId, role } = ctx.actor
  if (municipalityId === null || !mayAssess(role)) return null
  return read(ctx, async (tx) => {
    const assessment = await findAssessment(tx, { municipalityId, by: { assessmentId } })
    return assessment !== null && (await mayAssessChild(ctx, tx, assessment.childId)) ? assessment : null
  })
}

/** The assessment of a period, inside the transaction of the plan that is made of it. Scope is the caller's care. */
export async function findAssessmentOfPeriod(
  tx: Tx,
  { municipalityId, periodId }: { municipalityId: string; periodId: string },
): Promise<Assessment | null> {
  return findAssessment(tx, { municipalityId, by: { periodId } })
}

/** The same by its id. */
export async function findAssessmentById(
  tx: Tx,
  { municipalityId, assessmentId }: { municipalityId: string; assessmentId: string },
): Promise<Assessment | null> {
  return findAssessment(tx, { municipalityId, by: { assessmentId } })
}
