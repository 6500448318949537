import type { Seeker } from '#app/marketplace/find-offerings.server.ts'
import type { VisibleChild } from '#app/people/child-scope.server.ts'
import { findChildFor } from '#app/people/child-scope.server.ts'
import type { Context } from '#app/people/context.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { dateOf } from '#app/platform/time.ts'
import { findLine } from './line-store.server.ts'

/** A child and one of its lines, or null when they are not the actor's or do not belong together. Two statements. */
export async function openLine(ctx: Context, tx: Tx, { childId, lineId }: { childId: string; lineId: string }) {
  const child = await findChildFor(ctx, tx, childId)
  if (child === null) return null
  const line = await findLine(tx, { childId: child.id, lineId, now: ctx.clock.now() })
  return line === null ? null : { child, line, seeker: seekerOf(ctx, child, line.serviceId) }
}

function seekerOf(ctx: Context, child: VisibleChild, serviceId: string): Seeker {
  const { municipalityId, home, travelLimitMinutes } = child
  return { municipalityId, serviceId, home, travelLimitMinutes, today: dateOf(ctx.clock.now()) }
}
