import type { Context } from '#app/people/context.server.ts'
import { read } from '#app/platform/db/transact.server.ts'
import type { Cents } from '#app/platform/money.ts'
import { findOwnCalendarSession } from './calendar-store.server.ts'

/** A session as far as asking whether to cancel it needs. */
export type OwnSessionBrief = {
  bookingId: string
  revision: number
  childGivenName: string
  startsAt: string
  endsAt: string
  price: Cents
  state: 'booked' | 'cancelled' | 'delivered' | 'not_attended'
}

/** A session of the actor; null when unknown or somebody else’s. One statement. */
export async function findOwnSession(
  ctx: Context,
  { bookingId }: { bookingId: string },
): Promise<OwnSessionBrief | null> {
  const row = await read(ctx, (tx) => findOwnCalendarSession(tx, ctx.actor, bookingId))
  return row === null ? null : { ...row, startsAt: row.startsAt.toString(), endsAt: row.endsAt.toString() }
}
