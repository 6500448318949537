import type { Context } from '#app/people/context.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { accept, refuse, type Result } from '#app/platform/result.ts'
import { dateOf } from '#app/platform/time.ts'
import type { UpcomingBooking } from './availability-store.server.ts'
import { findOwnSpecialist, insertExceptions } from './availability-store.server.ts'
import { listBookingsOutsideHours } from './list-bookings-outside-hours.server.ts'

/** The longest leave that is written down at once. */
export const mostDays = 92

export type AddExceptionInput = {
  specialistId: string
  kind: 'off' | 'extra'
  firstDay: Temporal.PlainDate
  /** Included; the first day itself for one day. */
  lastDay: Temporal.PlainDate
  /** Null is the whole day, which only a day off can be. */
  hours: { from: Temporal.PlainTime; to: Temporal.PlainTime } | null
  note: string | null
}

export type AddExceptionRefusal =
  | { kind: 'not-found' }
  | { kind: 'starts-in-the-past'; today: Temporal.PlainDate }
  | { kind: 'ends-before-it-begins' }
  | { kind: 'too-long'; mostDays: number }
  | { kind: 'hours-needed' }
  | { kind: 'hours-end-before-they-begin' }

/**
 * Says that a specialist does not work on some days (or hours of them), or works extra hours. Extra hours hold also
 * on a day off and on a public holiday. Bookings are never touched: those that now lie outside the hours are
 * answered. Saying the same twice changes nothing.
 */
export async function addAvailabilityException(
  ctx: Context,
  input: AddExceptionInput,
): Promise<Result<{ specialistId: string; outside: UpcomingBooking[] }, AddExceptionRefusal>> {
  const now = ctx.clock.now()
  const today = dateOf(now)
  const { firstDay, lastDay, hours } = input
  return transact<{ specialistId: string; outside: UpcomingBooking[] }, AddExceptionRefusal>(ctx, async (tx) => {
    const specialist = await findOwnSpecialist(tx, ctx.actor, input.specialistId, { lock: true })
    if (specialist === null) return refuse({ kind: 'not-found' })
    if (Temporal.PlainDate.compare(firstDay, today) < 0) return refuse({ kind: 'starts-in-the-past', today })
    const count = firstDay.until(lastDay, { largestUnit: 'day' }).days + 1
    if (count < 1) return refuse({ kind: 'ends-before-it-begins' })
    if (count > mostDays) return refuse({ kind: 'too-long', mostDays })
    if (hours === null && input.kind === 'extra') return refuse({ kind: 'hours-needed' })
    if (hours !== null && Temporal.PlainTime.compare(hours.from, hours.to) >= 0) {
      return refuse({ kind: 'hours-end-before-they-begin' })
    }
    const dates = Array.from({ length: count }, (_, index) => firstDay.add({ days: index }))
    const note = input.note === null || input.note.trim() === '' ? null : input.note.trim()
    await insertExceptions(tx, specialist.id, { kind: input.kind, dates, hours, note })
    const outside = await listBookingsOutsideHours(tx, specialist.id, now)
    return accept({ specialistId: specialist.id, outside })
  })
}
