import type { BookingView } from './booking-view-store.server.ts'
import { costOf } from './rules/booking-cost.ts'

/** A booking as plain values for a page, with what can be done about it at this moment. */
export function describeBooking(view: BookingView, now: Temporal.Instant) {
  const { startsAt, endsAt, bookedAt, cancelledAt, lastMovedFrom, ...rest } = view
  const isLive = view.state === 'booked'
  const isOver = Temporal.Instant.compare(endsAt, now) <= 0
  const cost = costOf(view, { by: 'guardian', reason: 'plans_changed', note: null, now })
  return {
    ...rest,
    startsAt: startsAt.toString(),
    endsAt: endsAt.toString(),
    bookedAt: bookedAt.toString(),
    cancelledAt: cancelledAt?.toString() ?? null,
    movedFrom: lastMovedFrom?.toString() ?? null,
    isOver,
    canCancel: isLive && !isOver,
    canMove: isLive && cost.kind === 'free',
    freeUntil: cost.freeUntil.toString(),
    isFreeNow: cost.kind === 'free',
    chargeNow: cost.charge,
  }
}
