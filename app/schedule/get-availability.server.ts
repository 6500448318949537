import type { Context } from '#app/people/context.server.ts'
import { read } from '#app/platform/db/transact.server.ts'
import { dateOf } from '#app/platform/time.ts'
import type { OwnSpecialist, Site, StoredException } from './availability-store.server.ts'
import { findOwnSpecialist, listOwnSpecialists, listSites, loadHours, weeklyOf } from './availability-store.server.ts'
import { listBookingsOutsideHours } from './list-bookings-outside-hours.server.ts'
import { joinDays, rulesOn, weekChangesAfter } from './rules/week-changes.ts'
import type { WeeklyRule } from './rules/weekly-availability.ts'

/** A stretch of hours in the words of a form: "09:00". */
export type HoursRow = { weekday: number; from: string; to: string; siteId: string | null }

export type AvailabilityView = {
  now: string
  today: string
  specialists: OwnSpecialist[]
  specialist: OwnSpecialist
  sites: Site[]
  /** What holds today. */
  week: HoursRow[]
  /** Later changes, in order. */
  changes: { from: string; week: HoursRow[] }[]
  exceptions: {
    ids: string[]
    kind: StoredException['kind']
    firstDay: string
    lastDay: string
    from: string | null
    to: string | null
    note: string | null
  }[]
  holidays: { date: string; nameLv: string; nameEn: string }[]
  /** Live bookings that lie outside the hours. */
  outside: { bookingId: string; startsAt: string; endsAt: string; childGivenName: string }[]
}

/** How far ahead holidays and changes are shown. */
const monthsAhead = 12

/**
 * When a specialist works: the week, what changes later, single days, public holidays, and the bookings that do not
 * fit. Without an id the first specialist of the actor. Null when unknown or somebody else's. Six statements at most.
 */
export async function getAvailability(
  ctx: Context,
  { specialistId }: { specialistId: string | null },
): Promise<AvailabilityView | null> {
  const now = ctx.clock.now()
  const today = dateOf(now)
  return read(ctx, async (tx) => {
    const specialists = await listOwnSpecialists(tx, ctx.actor, today)
    const known = specialists.find(({ id }) => specialistId === null || id === specialistId)
    const specialist = known ?? (await findOwnSpecialist(tx, ctx.actor, specialistId ?? '', { lock: false }))
    if (specialist === null) return null
    const sites = await listSites(tx, specialist.providerId)
    const endDay = today.add({ months: monthsAhead })
    const hours = await loadHours(tx, [specialist.id], { firstDay: today, endDay })
    const weekly = weeklyOf(hours, specialist.id)
    const outside = await listBookingsOutsideHours(tx, specialist.id, now)
    return {
      now: now.toString(),
      today: today.toString(),
      specialists,
      specialist,
      sites,
      week: rulesOn(weekly, today).map(toRow).toSorted(byTime),
      changes: weekChangesAfter(weekly, today).map(({ from, rules }) => ({
        from: from.toString(),
        week: rules.map(toRow).toSorted(byTime),
      })),
      exceptions: joinDays(hours.exceptions).map(({ days, firstDay, lastDay }) => ({
        ids: days.map(({ id }) => id),
        kind: days[0].kind,
        firstDay: firstDay.toString(),
        lastDay: lastDay.toString(),
        from: days[0].from === null ? null : clockText(days[0].from),
        to: days[0].to === null ? null : clockText(days[0].to),
        note: days[0].note,
      })),
      holidays: hours.holidays.map((holiday) => ({ ...holiday, date: holiday.date.toString() })),
      outside: outside.map(({ bookingId, start, end, childGivenName }) => ({
        bookingId,
        startsAt: start.toString(),
        endsAt: end.toString(),
        childGivenName,
      })),
    }
  })
}

function toRow({ weekday, from, to, siteId }: WeeklyRule): HoursRow {
  return { weekday, from: clockText(from), to: clockText(to), siteId }
}

function clockText(time: Temporal.PlainTime): string {
  return time.toString({ smallestUnit: 'minute' })
}

function byTime(one: HoursRow, other: HoursRow): number {
  return one.weekday - other.weekday || one.from.localeCompare(other.from)
}
