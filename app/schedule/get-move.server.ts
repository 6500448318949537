import type { Context } from '#app/people/context.server.ts'
import { read } from '#app/platform/db/transact.server.ts'
import { dateOf, startOfDay } from '#app/platform/time.ts'
import { findBookingView } from './booking-view-store.server.ts'
import { describeBooking } from './describe-booking.server.ts'
import { daysLookedAt, describeDayBooking, groupByDay } from './get-choice.server.ts'
import { selectChildsBookings } from './line-store.server.ts'
import { selectFreeStarts, selectSpecialistNames } from './slot-store.server.ts'

const daysShown = 5

export type MoveInput = {
  childId: string
  bookingId: string
  /** The first day to show; today when null. */
  firstDay: Temporal.PlainDate | null
  everyQuarter: boolean
}

/**
 * Where a booking can move: free starts of its offering at its own length, its own time counted as free and left out.
 * Null when the booking is unknown or not the actor's. A booking that can no longer move has no days.
 */
export async function getMove(ctx: Context, input: MoveInput) {
  const now = ctx.clock.now()
  const today = dateOf(now)
  return read(ctx, async (tx) => {
    const view = await findBookingView(ctx, tx, input)
    if (view === null) return null
    const booking = describeBooking(view, now)
    const firstDay =
      input.firstDay !== null && Temporal.PlainDate.compare(input.firstDay, today) > 0 ? input.firstDay : today
    const endDay = firstDay.add({ days: daysLookedAt })
    const nothing = { booking, specialists: [], days: [], laterDay: null, isThinned: false, isFirstPage: true }
    if (!booking.canMove) return nothing

    const starts = await selectFreeStarts(tx, {
      childId: view.childId,
      budgetLineId: view.lineId,
      offeringIds: [view.offeringId],
      specialistId: null,
      durationMinutes: view.startsAt.until(view.endsAt).total('minutes'),
      firstDay,
      endDay,
      now,
      exceptBookingId: view.bookingId,
    })
    const specialists = await selectSpecialistNames(tx, view.offeringId)
    const others = starts.filter(
      (start) => start.specialistId !== view.specialistId || !start.startsAt.equals(view.startsAt),
    )
    // The specialist who has the session now keeps it where both are free.
    const specialistOrder = [view.specialistId, ...specialists.map(({ id }) => id)]
    const all = groupByDay(others, { specialistOrder, everyQuarter: input.everyQuarter })
    const shown = all.slice(0, daysShown)
    const bookings = await selectChildsBookings(tx, {
      childId: view.childId,
      from: startOfDay(firstDay),
      until: startOfDay(endDay),
    })
    return {
      booking,
      specialists,
      isFirstPage: firstDay.equals(today),
      isThinned: shown.some(({ isThinned }) => isThinned),
      laterDay: starts.length === 0 ? null : (all[daysShown]?.day ?? endDay.toString()),
      days: shown.map(({ day, starts: ofDay }) => ({
        day,
        starts: ofDay,
        bookings: bookings
          .filter((other) => other.bookingId !== view.bookingId && dateOf(other.startsAt).toString() === day)
          .map(describeDayBooking),
      })),
    }
  })
}
