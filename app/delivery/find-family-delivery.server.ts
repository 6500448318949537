import type { Context } from '#app/people/context.server.ts'
import { read } from '#app/platform/db/transact.server.ts'
import type { StatedView } from './stated-view.server.ts'
import { toStatedView } from './stated-view.server.ts'
import { findStated } from './view-store.server.ts'

export type FamilyDelivery = StatedView & {
  now: string
  /** Whether the guardian can still answer. */
  isOpen: boolean
}

/** What was stated about a child's session, for the guardian who answers. Null when unknown or not theirs. One statement. */
export async function findFamilyDelivery(
  ctx: Context,
  { childId, deliveryId }: { childId: string; deliveryId: string },
): Promise<FamilyDelivery | null> {
  if (ctx.actor.role !== 'guardian') return null
  const row = await read(ctx, (tx) => findStated(ctx, tx, deliveryId))
  if (row === null || row.childId !== childId) return null
  const now = ctx.clock.now()
  const isOpen = row.state === 'awaiting' && Temporal.Instant.compare(now, row.acceptBy) < 0
  return { ...toStatedView(row), now: now.toString(), isOpen }
}
