import { expect, test } from 'vitest'
import { promisedDate } from './promised-date.ts'

const date = (text: string) => Temporal.PlainDate.from(text)
const holidays = new Set(['2026-12-24', '2026-12-25', '2027-01-01'])

test.each([
  ['a month, paid on the payout day of the next', '2026-11-01', 10, '2026-11-03', '2026-11-10'],
  ['a payout day on the very end', '2026-12-15', 15, '2026-11-03', '2026-12-15'],
  ['half a month', '2026-11-16', 10, '2026-11-16', '2026-12-10'],
  ['a Saturday moves to Monday', '2026-12-01', 5, '2026-11-03', '2026-12-07'],
  ['a holiday before a weekend moves beyond both', '2026-12-01', 25, '2026-11-03', '2026-12-28'],
  ['a day gone by becomes today', '2026-11-01', 10, '2026-11-24', '2026-11-24'],
  ['today is a Sunday', '2026-11-01', 10, '2026-11-22', '2026-11-23'],
  ['across the turn of the year', '2026-12-31', 1, '2026-12-31', '2027-01-04'],
])('%s', (_, endDay, payoutDayOfMonth, today, expected) => {
  const day = promisedDate({ endDay: date(endDay), payoutDayOfMonth, holidays, today: date(today) })
  expect(day.toString()).toBe(expected)
})
