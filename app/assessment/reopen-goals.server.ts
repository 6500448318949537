import { lockSeat } from '#app/assessment/find-seat.server.ts'
import { writeGoalsAgreed } from '#app/assessment/goal-store.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type ReopenGoalsRefusal =
  | { kind: 'not-found' }
  | { kind: 'completed' }
  | { kind: 'not-lead' }
  /** The parents are reading what serves these goals. */
  | { kind: 'proposed' }

/** The lead opens agreed goals again, while the services are not with the parents yet. */
export async function reopenGoals(
  ctx: Context,
  { assessmentId }: { assessmentId: string },
): Promise<Result<{ assessmentId: string }, ReopenGoalsRefusal>> {
  return transact<{ assessmentId: string }, ReopenGoalsRefusal>(ctx, async (tx) => {
    const seat = await lockSeat(ctx, tx, assessmentId)
    if (seat === null || seat.role === 'guardian') return refuse({ kind: 'not-found' })
    if (seat.role !== 'lead') return refuse({ kind: 'not-lead' })
    if (seat.isCompleted) return refuse({ kind: 'completed' })
    if (seat.isProposed) return refuse({ kind: 'proposed' })
    await writeGoalsAgreed(tx, assessmentId, null)
    await recordAudit(ctx, tx, { action: 'assessment.reopen-goals', subject: { kind: 'assessment', id: assessmentId } })
    return accept({ assessmentId })
  })
}
