import { dateOf, homeZone } from '#app/platform/time.ts'

/** When the demo plays. Everything is counted from the moment of loading, so that it never looks stale. */
export type DemoDates = {
  now: Temporal.Instant
  today: Temporal.PlainDate
  /** The budget period of most families, half-open; today is about the middle of it. */
  period: DemoPeriod
  /** The period of the family that has little time left: it ends within three weeks. */
  endingPeriod: DemoPeriod
  /** Since when municipalities, prices and contracts have existed. */
  longAgo: Temporal.PlainDate
}

export type DemoPeriod = { startsOn: Temporal.PlainDate; endsBefore: Temporal.PlainDate }

const periodMonths = 6

/**
 * Periods are six months and begin on the first of a month: three months ago up to the 20th, two months ago after it,
 * which puts today between 44 and 61 % of the period. The one that ends soon ends on the first 1st, 11th or 21st that
 * is at least eight days away.
 */
export function demoDates(now: Temporal.Instant): DemoDates {
  const today = dateOf(now)
  const startsOn = today.with({ day: 1 }).subtract({ months: today.day <= 20 ? 3 : 2 })
  const endsSoon = daysFrom(today.add({ days: 8 }), 20).find((day) => [1, 11, 21].includes(day.day)) ?? today
  return {
    now,
    today,
    period: { startsOn, endsBefore: startsOn.add({ months: periodMonths }) },
    endingPeriod: { startsOn: endsSoon.subtract({ months: periodMonths }), endsBefore: endsSoon },
    longAgo: today.with({ day: 1 }).subtract({ years: 1, months: 6 }),
  }
}

export function periodOf({ periodEndsSoon = false }: { periodEndsSoon?: boolean }, dates: DemoDates): DemoPeriod {
  return periodEndsSoon ? dates.endingPeriod : dates.period
}

export function daysFrom(first: Temporal.PlainDate, count: number): Temporal.PlainDate[] {
  return Array.from({ length: count }, (_, index) => first.add({ days: index }))
}

/** A wall-clock time of a day in Riga. */
export function riga(date: Temporal.PlainDate, time: string): Temporal.Instant {
  return date.toZonedDateTime({ timeZone: homeZone, plainTime: Temporal.PlainTime.from(time) }).toInstant()
}

/** The value of a `date` column. */
export function dateValue(date: Temporal.PlainDate): Date {
  return new Date(`${date.toString()}T00:00:00Z`)
}
