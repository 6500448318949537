import type { Tx } from '#app/platform/db/database.server.ts'
import type { UpcomingBooking } from './availability-store.server.ts'
import { exceptionsOf, listUpcomingBookings, loadHours, weeklyOf } from './availability-store.server.ts'
import { bookingsOutsideHours } from './rules/bookings-outside-hours.ts'
import { availableSpans } from './rules/weekly-availability.ts'
import { dateOf } from '#app/platform/time.ts'

/**
 * Live bookings of a specialist that lie outside the hours: somebody has to call the family, move or cancel them, or
 * take back the change of hours. Nothing is cancelled by itself. Two statements.
 */
export async function listBookingsOutsideHours(
  tx: Tx,
  specialistId: string,
  now: Temporal.Instant,
): Promise<UpcomingBooking[]> {
  const bookings = await listUpcomingBookings(tx, specialistId, { from: now, endDay: null })
  const last = bookings.at(-1)
  if (last === undefined) return []
  const days = { firstDay: dateOf(now), endDay: dateOf(last.end).add({ days: 1 }) }
  const hours = await loadHours(tx, [specialistId], days)
  const spans = availableSpans({
    weekly: weeklyOf(hours, specialistId),
    exceptions: exceptionsOf(hours, specialistId),
    holidays: new Set(hours.holidays.map((holiday) => holiday.date.toString())),
    ...days,
  })
  return bookingsOutsideHours(bookings, spans)
}
