import type { Context } from '#app/people/context.server.ts'
import { read } from '#app/platform/db/transact.server.ts'
import { addCents, subtractCents } from '#app/platform/money.ts'
import { findBookingView } from './booking-view-store.server.ts'
import { describeBooking } from './describe-booking.server.ts'
import type { CancelReason } from './rules/booking-cost.ts'
import { costOf } from './rules/booking-cost.ts'

/**
 * What cancelling a booking costs a guardian at this moment: as such, and when the child is ill and there is a note.
 * Null when the booking is unknown or not the actor's.
 */
export async function previewCancellation(ctx: Context, ids: { childId: string; bookingId: string }) {
  const now = ctx.clock.now()
  const view = await read(ctx, (tx) => findBookingView(ctx, tx, ids))
  if (view === null) return null
  const outcome = (reason: CancelReason, note: string | null) => {
    const { kind, reason: because, charge, release } = costOf(view, { by: 'guardian', reason, note, now })
    return { kind, because, charge, release, lineAfter: addCents(view.lineAvailable, release) }
  }
  const usual = outcome('plans_changed', null)
  return {
    booking: describeBooking(view, now),
    usual,
    illWithNote: outcome('child_ill', '-'),
    /** How often a late cancellation of this period can still be charged. */
    chargesLeft: Math.max(0, view.maxChargedPerPeriod - view.alreadyCharged),
    saved: subtractCents(view.price, usual.charge),
  }
}
