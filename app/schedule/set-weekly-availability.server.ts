import type { Context } from '#app/people/context.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { accept, refuse, type Result } from '#app/platform/result.ts'
import { dateOf } from '#app/platform/time.ts'
import type { UpcomingBooking } from './availability-store.server.ts'
import { findOwnSpecialist, listSites, replaceWeek } from './availability-store.server.ts'
import { listBookingsOutsideHours } from './list-bookings-outside-hours.server.ts'
import type { WeeklyHours, WeekRefusal } from './rules/weekly-hours.ts'
import { completeWeek } from './rules/weekly-hours.ts'

export type SetWeeklyAvailabilityInput = {
  specialistId: string
  /** The first day on which the week holds; today or later. */
  from: Temporal.PlainDate
  /** The first day on which it no longer does; null is until further notice. */
  before: Temporal.PlainDate | null
  /** Empty is a week without work. */
  hours: readonly WeeklyHours[]
}

export type SetWeekRefusal =
  | { kind: 'not-found' }
  | WeekRefusal
  | { kind: 'starts-in-the-past'; today: Temporal.PlainDate }
  | { kind: 'ends-before-it-begins' }
  | { kind: 'unknown-site'; index: number }

/**
 * Says when a specialist works, in wall-clock time, from a day on. It takes the place of what was said for those
 * days, also of changes planned for later; days before and after stay. Bookings are never touched: those that now lie
 * outside the hours are answered, for somebody to call the family.
 */
export async function setWeeklyAvailability(
  ctx: Context,
  input: SetWeeklyAvailabilityInput,
): Promise<Result<{ specialistId: string; outside: UpcomingBooking[] }, SetWeekRefusal>> {
  const now = ctx.clock.now()
  const today = dateOf(now)
  return transact<{ specialistId: string; outside: UpcomingBooking[] }, SetWeekRefusal>(ctx, async (tx) => {
    const specialist = await findOwnSpecialist(tx, ctx.actor, input.specialistId, { lock: true })
    if (specialist === null) return refuse({ kind: 'not-found' })
    if (Temporal.PlainDate.compare(input.from, today) < 0) return refuse({ kind: 'starts-in-the-past', today })
    if (input.before !== null && Temporal.PlainDate.compare(input.from, input.before) >= 0) {
      return refuse({ kind: 'ends-before-it-begins' })
    }
    const week = completeWeek(input.hours)
    if (!week.ok) return week
    const sites = new Set((await listSites(tx, specialist.providerId)).map((site) => site.id))
    const foreign = input.hours.findIndex(({ siteId }) => siteId !== null && !sites.has(siteId))
    if (foreign >= 0) return refuse({ kind: 'unknown-site', index: foreign })

    await replaceWeek(tx, specialist.id, { hours: week.value, from: input.from, before: input.before })
    const outside = await listBookingsOutsideHours(tx, specialist.id, now)
    return accept({ specialistId: specialist.id, outside })
  })
}
