import type { WeeklyRule } from './weekly-availability.ts'

/** The week that holds from a day on, until the next change. */
export type WeekFrom = { readonly from: Temporal.PlainDate; readonly rules: readonly WeeklyRule[] }

/** The rules that hold on a day. */
export function rulesOn(rules: readonly WeeklyRule[], day: Temporal.PlainDate): WeeklyRule[] {
  return rules.filter(
    (rule) =>
      Temporal.PlainDate.compare(rule.validFrom, day) <= 0 &&
      (rule.validTo === null || Temporal.PlainDate.compare(day, rule.validTo) < 0),
  )
}

/** Every later day on which the week changes, in order, with what holds from then on. */
export function weekChangesAfter(rules: readonly WeeklyRule[], day: Temporal.PlainDate): WeekFrom[] {
  const dates = rules
    .flatMap((rule) => (rule.validTo === null ? [rule.validFrom] : [rule.validFrom, rule.validTo]))
    .filter((date) => Temporal.PlainDate.compare(day, date) < 0)
  return [...new Set(dates.map(String))]
    .toSorted()
    .map((date) => ({ from: Temporal.PlainDate.from(date), rules: rulesOn(rules, Temporal.PlainDate.from(date)) }))
}

/** What differs on single days, as far as joining days into one line needs it. */
type DayOff = {
  readonly id: string
  readonly date: Temporal.PlainDate
  readonly kind: string
  readonly from: Temporal.PlainTime | null
  readonly to: Temporal.PlainTime | null
  readonly note: string | null
}

export type DaysOff<Day extends DayOff> = {
  readonly days: readonly [Day, ...Day[]]
  readonly firstDay: Temporal.PlainDate
  readonly lastDay: Temporal.PlainDate
}

/** Days in a row that say the same, as one: a leave is one line, not fourteen. Takes them in the order of days. */
export function joinDays<Day extends DayOff>(days: readonly Day[]): DaysOff<Day>[] {
  const joined: DaysOff<Day>[] = []
  for (const day of days) {
    const before = joined.findLast(({ days: [first] }) => sayTheSame(first, day))
    if (before !== undefined && before.lastDay.add({ days: 1 }).equals(day.date)) {
      joined[joined.indexOf(before)] = { ...before, days: [...before.days, day], lastDay: day.date }
    } else {
      joined.push({ days: [day], firstDay: day.date, lastDay: day.date })
    }
  }
  return joined
}

function sayTheSame(one: DayOff, other: DayOff): boolean {
  return (
    one.kind === other.kind &&
    String(one.from) === String(other.from) &&
    String(one.to) === String(other.to) &&
    one.note === other.note
  )
}
