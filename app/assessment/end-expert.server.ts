import { lockSeat } from '#app/assessment/find-seat.server.ts'
import { runsAssessment } from '#app/assessment/rules/seat.ts'
import { endSeat, findExpertSeat } from '#app/assessment/team-store.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type EndExpertRefusal =
  | { kind: 'not-found' }
  /** The lead is handed to somebody else first. */
  | { kind: 'is-lead' }

/**
 * Ends an expert's part in an assessment: they see the child no longer, what they wrote stays with the assessment. Also
 * once it is completed: a seat opens the child's plans, notes and goals for as long as it lasts.
 */
export async function endExpert(
  ctx: Context,
  { assessmentId, personId }: { assessmentId: string; personId: string },
): Promise<Result<{ assessmentId: string }, EndExpertRefusal>> {
  return transact<{ assessmentId: string }, EndExpertRefusal>(ctx, async (tx) => {
    const seat = await lockSeat(ctx, tx, assessmentId)
    if (seat === null || !runsAssessment(seat.role)) return refuse({ kind: 'not-found' })
    const expert = await findExpertSeat(tx, { assessmentId, personId })
    if (expert === null || expert.hasEnded) return refuse({ kind: 'not-found' })
    if (expert.isLead) return refuse({ kind: 'is-lead' })
    await endSeat(tx, { assessmentId, personId }, ctx.clock.now())
    await recordAudit(ctx, tx, { action: 'assessment.end-expert', subject: { kind: 'assessment', id: assessmentId } })
    return accept({ assessmentId })
  })
}
