import { findGoalsAgreedAt, listGoals, writeGoalsAgreed } from '#app/assessment/goal-store.server.ts'
import { lockSeat } from '#app/assessment/find-seat.server.ts'
import type { AgreementGap } from '#app/assessment/rules/goal-scale.ts'
import { agreementGaps } from '#app/assessment/rules/goal-scale.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type AgreeGoalsInput = {
  assessmentId: string
  /** Wishes of the parents that the lead knows to have no goal this time. */
  acceptedWishIds: readonly string[]
}
export type AgreeGoalsRefusal =
  | { kind: 'not-found' }
  | { kind: 'completed' }
  | { kind: 'not-lead' }
  | { kind: 'not-ready'; gaps: readonly AgreementGap[] }

/** The lead says that the team agreed on the goals; from then on they stay until the lead opens them again. */
export async function agreeGoals(
  ctx: Context,
  { assessmentId, acceptedWishIds }: AgreeGoalsInput,
): Promise<Result<{ agreedAt: string }, AgreeGoalsRefusal>> {
  return transact<{ agreedAt: string }, AgreeGoalsRefusal>(ctx, async (tx) => {
    const seat = await lockSeat(ctx, tx, assessmentId)
    if (seat === null || seat.role === 'guardian') return refuse({ kind: 'not-found' })
    if (seat.role !== 'lead') return refuse({ kind: 'not-lead' })
    if (seat.isCompleted) return refuse({ kind: 'completed' })
    const before = await findGoalsAgreedAt(tx, assessmentId)
    if (before !== null) return accept({ agreedAt: before })
    const gaps = agreementGaps(await listGoals(tx, assessmentId), acceptedWishIds)
    if (gaps.length > 0) return refuse({ kind: 'not-ready', gaps })

    const at = ctx.clock.now()
    await writeGoalsAgreed(tx, assessmentId, { personId: ctx.actor.personId, at })
    await recordAudit(ctx, tx, { action: 'assessment.agree-goals', subject: { kind: 'assessment', id: assessmentId } })
    return accept({ agreedAt: at.toString() })
  })
}
