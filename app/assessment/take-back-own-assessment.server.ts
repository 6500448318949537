import { findExpertise, writeSubmitted } from '#app/assessment/expertise-store.server.ts'
import { lockSeat } from '#app/assessment/find-seat.server.ts'
import { writesExpertise } from '#app/assessment/rules/seat.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type TakeBackRefusal =
  | { kind: 'not-found' }
  | { kind: 'completed' }
  /** The parents are reading what came of it. */
  | { kind: 'proposed' }

/** Opens an expert's own assessment again, while the services are not with the parents yet. */
export async function takeBackOwnAssessment(
  ctx: Context,
  { assessmentId }: { assessmentId: string },
): Promise<Result<{ assessmentId: string }, TakeBackRefusal>> {
  return transact<{ assessmentId: string }, TakeBackRefusal>(ctx, async (tx) => {
    const seat = await lockSeat(ctx, tx, assessmentId)
    if (seat === null || !writesExpertise(seat.role)) return refuse({ kind: 'not-found' })
    if (seat.isCompleted) return refuse({ kind: 'completed' })
    if (seat.isProposed) return refuse({ kind: 'proposed' })
    const { personId } = ctx.actor
    const stored = await findExpertise(tx, { assessmentId, personId })
    if (stored === null) return refuse({ kind: 'not-found' })
    if (stored.submittedAt === null) return accept({ assessmentId })
    await writeSubmitted(tx, { assessmentId, personId }, null)
    await recordAudit(ctx, tx, { action: 'assessment.take-back', subject: { kind: 'assessment', id: assessmentId } })
    return accept({ assessmentId })
  })
}
