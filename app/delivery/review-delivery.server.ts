import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { accept, refuse, type Result } from '#app/platform/result.ts'
import { lockDeliveryFor, saveReview } from './answer-store.server.ts'

const staff = new Set(['social_worker', 'finance_officer', 'payout_approver', 'municipality_administrator'])

/**
 * The municipality has looked through a statement that differs from its booking and has nothing to add. It moves no
 * money and answers for nobody; doing it twice changes nothing.
 */
export async function reviewDelivery(
  ctx: Context,
  { deliveryId }: { deliveryId: string },
): Promise<Result<{ deliveryId: string }, { kind: 'not-found' }>> {
  if (!staff.has(ctx.actor.role)) return refuse({ kind: 'not-found' })
  return transact<{ deliveryId: string }, { kind: 'not-found' }>(ctx, async (tx) => {
    const stated = await lockDeliveryFor(ctx, tx, deliveryId)
    if (stated === null) return refuse({ kind: 'not-found' })
    const at = ctx.clock.now()
    const isFirst = await saveReview(tx, { id: stated.id, personId: ctx.actor.personId, at })
    if (isFirst) await recordAudit(ctx, tx, { action: 'delivery.review', subject: { kind: 'delivery', id: stated.id } })
    return accept({ deliveryId: stated.id })
  })
}
