import { lockSeat } from '#app/assessment/find-seat.server.ts'
import { runsAssessment } from '#app/assessment/rules/seat.ts'
import { findExpertSeat, giveLead } from '#app/assessment/team-store.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type ChangeLeadRefusal = { kind: 'not-found' } | { kind: 'already-lead' }

/**
 * Hands the lead of the team to another of its experts. Also of an assessment that is completed: the lead signs the
 * plans of its period, and a physician may leave in mid-period.
 */
export async function changeLead(
  ctx: Context,
  { assessmentId, personId }: { assessmentId: string; personId: string },
): Promise<Result<{ assessmentId: string }, ChangeLeadRefusal>> {
  return transact<{ assessmentId: string }, ChangeLeadRefusal>(ctx, async (tx) => {
    const seat = await lockSeat(ctx, tx, assessmentId)
    if (seat === null || !runsAssessment(seat.role)) return refuse({ kind: 'not-found' })
    const expert = await findExpertSeat(tx, { assessmentId, personId })
    if (expert === null || expert.hasEnded) return refuse({ kind: 'not-found' })
    if (expert.isLead) return refuse({ kind: 'already-lead' })
    await giveLead(tx, { assessmentId, personId })
    await recordAudit(ctx, tx, { action: 'assessment.change-lead', subject: { kind: 'assessment', id: assessmentId } })
    return accept({ assessmentId })
  })
}
