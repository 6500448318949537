import { lockSeat } from '#app/assessment/find-seat.server.ts'
import { clearProposal } from '#app/assessment/order-store.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type ReopenProposalRefusal = { kind: 'not-found' } | { kind: 'completed' } | { kind: 'not-proposed' }

/**
 * The lead takes the proposal back, to change services or order. The parents' order of the services that stay is kept;
 * if they had handed it in, they do so again after the next proposal.
 */
export async function reopenProposal(
  ctx: Context,
  { assessmentId }: { assessmentId: string },
): Promise<Result<{ assessmentId: string }, ReopenProposalRefusal>> {
  return transact<{ assessmentId: string }, ReopenProposalRefusal>(ctx, async (tx) => {
    const seat = await lockSeat(ctx, tx, assessmentId)
    if (seat === null || seat.role !== 'lead') return refuse({ kind: 'not-found' })
    if (seat.isCompleted) return refuse({ kind: 'completed' })
    if (!seat.isProposed) return refuse({ kind: 'not-proposed' })
    await clearProposal(tx, assessmentId)
    await recordAudit(ctx, tx, { action: 'assessment.reopen', subject: { kind: 'assessment', id: assessmentId } })
    return accept({ assessmentId })
  })
}
