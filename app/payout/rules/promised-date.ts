/**
 * The day on which providers are paid for a stretch of days: the municipality's payout day, the first one on or after
 * the end of the stretch. A day on which banks rest moves to the next working day, and a day that has gone by to the
 * first working day from today. `holidays` are ISO dates. Source: product.md section 8 (a policy value).
 */
export function promisedDate({
  endDay,
  payoutDayOfMonth,
  holidays,
  today,
}: {
  /** The first day that is no longer paid for. */
  endDay: Temporal.PlainDate
  /** From 1 to 28, so that every month has it. */
  payoutDayOfMonth: number
  holidays: ReadonlySet<string>
  today: Temporal.PlainDate
}): Temporal.PlainDate {
  const sameMonth = endDay.with({ day: payoutDayOfMonth })
  const promised = isBefore(sameMonth, endDay) ? sameMonth.add({ months: 1 }) : sameMonth
  let day = isBefore(promised, today) ? today : promised
  while (day.dayOfWeek > 5 || holidays.has(day.toString())) day = day.add({ days: 1 })
  return day
}

function isBefore(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0
}
