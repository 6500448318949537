import { startOfDay } from '#app/platform/time.ts'
import { isBefore, mergeSpans, overlaps, type TimeSpan } from './time-spans.ts'

export type SlotRequest = {
  /** When the specialist can be booked. */
  readonly free: readonly TimeSpan[]
  /** Live bookings of the specialist, with their own buffers, and of the child. */
  readonly busy: readonly TimeSpan[]
  readonly durationMinutes: number
  /** Kept clear of other bookings before and after the session: the way there, tidying up. */
  readonly bufferBeforeMinutes: number
  readonly bufferAfterMinutes: number
  readonly now: Temporal.Instant
  /** No session starts sooner than this from now. */
  readonly minimumNoticeMinutes: number
  /** The first day on which nothing may be booked any more. */
  readonly endDay: Temporal.PlainDate
  /** Starts are on the hour and every so many minutes after; divides 60. Usually 15. */
  readonly stepMinutes: number
}

const minuteMs = 60_000

/**
 * The start times a family can choose from, in order. A session lies wholly within one free span; it and its buffers
 * touch no busy span (buffers may reach outside the free hours: the way to the first visit is not bookable time).
 * A start exactly at the end of the minimum notice is allowed.
 *
 * Starts align with the wall clock: Riga is whole hours from UTC, so minutes past the hour are the same in both.
 * A step that does not divide 60 or a duration of nothing throws a RangeError.
 */
export function slotStarts(request: SlotRequest): Temporal.Instant[] {
  const { stepMinutes, durationMinutes } = request
  if (!Number.isInteger(60 / stepMinutes)) throw new RangeError(`A step must divide the hour: ${stepMinutes} minutes`)
  if (durationMinutes <= 0) throw new RangeError(`A session needs a duration: ${durationMinutes} minutes`)

  const earliest = request.now.add({ minutes: request.minimumNoticeMinutes })
  const latest = startOfDay(request.endDay)
  return mergeSpans(request.free)
    .flatMap((span) => alignedStarts(span, request))
    .filter((start) => !isBefore(start, earliest) && isBefore(start, latest))
    .filter((start) => !isTaken(start, request))
}

function alignedStarts(span: TimeSpan, { stepMinutes, durationMinutes }: SlotRequest): Temporal.Instant[] {
  const step = stepMinutes * minuteMs
  const first = Math.ceil(span.start.epochMilliseconds / step) * step
  const last = span.end.epochMilliseconds - durationMinutes * minuteMs
  const count = Math.max(0, Math.floor((last - first) / step) + 1)
  return Array.from({ length: count }, (_, index) => Temporal.Instant.fromEpochMilliseconds(first + index * step))
}

function isTaken(start: Temporal.Instant, request: SlotRequest): boolean {
  const needed = {
    start: start.subtract({ minutes: request.bufferBeforeMinutes }),
    end: start.add({ minutes: request.durationMinutes + request.bufferAfterMinutes }),
  }
  return request.busy.some((span) => overlaps(span, needed))
}
