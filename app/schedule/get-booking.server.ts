import type { Context } from '#app/people/context.server.ts'
import { read } from '#app/platform/db/transact.server.ts'
import { findBookingView } from './booking-view-store.server.ts'
import { describeBooking } from './describe-booking.server.ts'

/** A booking with all that its family may know and do; null when unknown or not the actor's. One statement. */
export async function getBooking(ctx: Context, ids: { childId: string; bookingId: string }) {
  const view = await read(ctx, (tx) => findBookingView(ctx, tx, ids))
  return view === null ? null : describeBooking(view, ctx.clock.now())
}
