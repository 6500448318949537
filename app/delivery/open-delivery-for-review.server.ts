import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { accept, refuse } from '#app/platform/result.ts'
import type { StatedView } from './stated-view.server.ts'
import { toStatedView } from './stated-view.server.ts'
import { findStated } from './view-store.server.ts'

/**
 * One statement with everything that was said about it, for the municipality's staff. Opening it is written to the
 * audit, since it is a part of a child's file. Null when unknown or not theirs.
 */
export async function openDeliveryForReview(
  ctx: Context,
  { deliveryId }: { deliveryId: string },
): Promise<StatedView | null> {
  const opened = await transact<StatedView, { kind: 'not-found' }>(ctx, async (tx) => {
    const row = await findStated(ctx, tx, deliveryId)
    if (row === null) return refuse({ kind: 'not-found' })
    await recordAudit(ctx, tx, { action: 'delivery.read', subject: { kind: 'delivery', id: row.deliveryId } })
    return accept(toStatedView(row))
  })
  return opened.ok ? opened.value : null
}
