/** Monday to Friday, except public holidays (given as ISO dates). */
export function isWorkingDay(date: Temporal.PlainDate, holidays: ReadonlySet<string>): boolean {
  return date.dayOfWeek <= 5 && !holidays.has(date.toString())
}

/**
 * The working day that comes so many working days after a date. The date itself never counts, whatever day it is:
 * one working day after a Friday or a Saturday is Monday. Fewer than one day throws a RangeError.
 */
export function addWorkingDays(
  date: Temporal.PlainDate,
  count: number,
  holidays: ReadonlySet<string>,
): Temporal.PlainDate {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`Not a number of working days: ${count}`)

  let day = date
  let left = count
  while (left > 0) {
    day = day.add({ days: 1 })
    if (isWorkingDay(day, holidays)) left -= 1
  }
  return day
}
