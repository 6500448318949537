import { findOpenAssessmentId } from '#app/assessment/seat-store.server.ts'
import { mayOpenAssessments } from '#app/assessment/rules/who-assesses.ts'
import type { Context } from '#app/people/context.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'

/** The way from a family's file to its assessment: the one that is open; without one, one may be opened. */
export type FileAssessment = { openId: string | null }

/** What a file says of assessments; null for those who have no part in them. The caller has found the child in scope. */
export async function findOpenAssessment(ctx: Context, tx: Tx, childId: string): Promise<FileAssessment | null> {
  if (!mayOpenAssessments(ctx.actor.role)) return null
  return { openId: await findOpenAssessmentId(tx, childId) }
}
