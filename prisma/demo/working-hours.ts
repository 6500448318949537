import { availableSpans } from '#app/schedule/rules/weekly-availability.ts'
import type { PublicHoliday } from '#app/schedule/rules/public-holidays.ts'
import { holidayDates, publicHolidays } from '#app/schedule/rules/public-holidays.ts'
import type { TimeSpan } from '#app/schedule/rules/time-spans.ts'
import type { DemoDates } from './demo-dates.ts'
import type { DemoSpecialist } from './providers/demo-provider.ts'

export type HoursOfDate = { date: Temporal.PlainDate; from: string; to: string }

/** Course days: every second Saturday, counted from the beginning of the period. */
const courseHours = { from: '10:00', to: '16:00' }
const daysAhead = 190

/** Hours beside the weekly ones: public holidays of those who work on them, and the fixed dates of courses. */
export function extraHours(specialist: DemoSpecialist, dates: DemoDates): HoursOfDate[] {
  if (specialist.onCourseDatesOnly === true) {
    return courseDates(dates).map((date) => ({ date, ...courseHours }))
  }
  if (specialist.worksOnHolidays !== true) return []
  return holidaysAround(dates).flatMap(({ date }) =>
    specialist.week.filter(({ days }) => days.includes(date.dayOfWeek)).map(({ from, to }) => ({ date, from, to })),
  )
}

function courseDates({ period, today }: DemoDates): Temporal.PlainDate[] {
  const first = period.startsOn.add({ days: (6 - period.startsOn.dayOfWeek + 7) % 7 })
  const days = first.until(today.add({ days: daysAhead }), { largestUnit: 'days' }).days
  return Array.from({ length: Math.floor(days / 14) + 1 }, (_, index) => first.add({ weeks: 2 * index }))
}

function holidaysAround({ endingPeriod, today }: DemoDates) {
  const last = today.add({ days: daysAhead })
  return holidaysOf(endingPeriod.startsOn.year, last.year).filter(
    ({ date }) =>
      Temporal.PlainDate.compare(date, endingPeriod.startsOn) >= 0 && Temporal.PlainDate.compare(date, last) <= 0,
  )
}

/** When a specialist can be booked in a stretch of days, by the product's own rule. */
export function workingSpans(
  specialist: DemoSpecialist,
  dates: DemoDates,
  { firstDay, endDay }: { firstDay: Temporal.PlainDate; endDay: Temporal.PlainDate },
): TimeSpan[] {
  const hours = (from: string, to: string) => ({ from: Temporal.PlainTime.from(from), to: Temporal.PlainTime.from(to) })
  return availableSpans({
    weekly: specialist.week.flatMap(({ days, from, to }) =>
      days.map((weekday) => ({ weekday, ...hours(from, to), validFrom: dates.longAgo, validTo: null, siteId: null })),
    ),
    exceptions: extraHours(specialist, dates).map(({ date, from, to }) => ({
      kind: 'extra' as const,
      date,
      ...hours(from, to),
      siteId: null,
    })),
    holidays: holidayDates(holidaysOf(firstDay.year, endDay.year)),
    firstDay,
    endDay,
  })
}

const knownYears = new Map<number, readonly PublicHoliday[]>()

/** Working out a year's holidays takes a while, and every specialist asks for the same ones. */
function holidaysOf(firstYear: number, lastYear: number): PublicHoliday[] {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index)
  return years.flatMap((year) => {
    const holidays = knownYears.get(year) ?? publicHolidays([year])
    knownYears.set(year, holidays)
    return holidays
  })
}
