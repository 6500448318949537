import type { TimeSpan } from './time-spans.ts'
import { mergeSpans } from './time-spans.ts'
import type { AvailableSpan } from './weekly-availability.ts'

/**
 * The bookings that do not lie wholly within the hours given: what a change of hours leaves hanging. Hours at no
 * particular site count for every session, hours at a site only for sessions there.
 */
export function bookingsOutsideHours<Booking extends TimeSpan & { readonly siteId: string | null }>(
  bookings: readonly Booking[],
  hours: readonly AvailableSpan[],
): Booking[] {
  return bookings.filter((booking) => {
    const fitting = mergeSpans(hours.filter((span) => span.siteId === null || span.siteId === booking.siteId))
    return !fitting.some((span) => covers(span, booking))
  })
}

function covers(span: TimeSpan, booking: TimeSpan): boolean {
  return (
    Temporal.Instant.compare(span.start, booking.start) <= 0 && Temporal.Instant.compare(booking.end, span.end) <= 0
  )
}
