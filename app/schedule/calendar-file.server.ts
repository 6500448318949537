import type { Context } from '#app/people/context.server.ts'
import { read } from '#app/platform/db/transact.server.ts'
import type { BookingView } from './booking-view-store.server.ts'
import { findBookingView } from './booking-view-store.server.ts'
import { writeCalendar } from './write-calendar.server.ts'

export type CalendarWords = {
  summary(booking: BookingView): string
  location(booking: BookingView): string
  description(booking: BookingView): string
}

/** One booking as a calendar file. Null when unknown or not the actor's. */
export async function calendarFile(
  ctx: Context,
  ids: { childId: string; bookingId: string },
  { words, pageUrl }: { words: CalendarWords; pageUrl: string },
): Promise<string | null> {
  const booking = await read(ctx, (tx) => findBookingView(ctx, tx, ids))
  if (booking === null) return null
  const entry = {
    bookingId: booking.bookingId,
    revision: booking.revision,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    isCancelled: booking.state === 'cancelled',
    summary: words.summary(booking),
    location: words.location(booking),
    description: words.description(booking),
    pageUrl,
  }
  return writeCalendar(entry, ctx.clock.now())
}
