import { findSeat } from '#app/assessment/find-seat.server.ts'
import type { AssessmentHead } from '#app/assessment/rules/assessment-head.ts'
import { tabsOf } from '#app/assessment/rules/seat.ts'
import { findHeadRow } from '#app/assessment/seat-store.server.ts'
import type { Context } from '#app/people/context.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'

/** What stands above every staff page of one assessment, or null when the actor has no part in it. Two statements. */
export async function loadAssessmentHead(ctx: Context, tx: Tx, assessmentId: string): Promise<AssessmentHead | null> {
  const seat = await findSeat(ctx, tx, assessmentId)
  if (seat === null || seat.role === 'guardian') return null
  const row = await findHeadRow(tx, assessmentId)
  if (row === null) return null
  const { looksBack, ...head } = row
  return {
    ...head,
    assessmentId: seat.assessmentId,
    childId: seat.childId,
    periodId: seat.periodId,
    role: seat.role,
    tabs: tabsOf(seat.role, { looksBack }),
  }
}
