import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { toDate } from '#app/platform/time.ts'

/** One session as an entry of a calendar, in the reader's language. */
export type CalendarEntry = {
  bookingId: string
  /** Grows with every change of the booking. */
  revision: number
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  isCancelled: boolean
  summary: string
  location: string
  description: string
  pageUrl: string
}

/**
 * The text of a calendar file (RFC 5545): instants in UTC, the booking's id as UID and its revision as SEQUENCE, so that
 * a later file replaces the former entry.
 */
export function writeCalendar(entry: CalendarEntry, stamp: Temporal.Instant): string {
  const calendar = ical({ prodId: { company: 'Atspaids', product: 'Atspaids' }, method: ICalCalendarMethod.PUBLISH })
  calendar.createEvent({
    id: entry.bookingId,
    sequence: entry.revision,
    stamp: toDate(stamp),
    start: toDate(entry.startsAt),
    end: toDate(entry.endsAt),
    summary: entry.summary,
    location: entry.location,
    description: entry.description,
    url: entry.pageUrl,
    status: entry.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  })
  return calendar.toString()
}
