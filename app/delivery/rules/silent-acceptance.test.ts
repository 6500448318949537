import { expect, test } from 'vitest'
import { wallClock } from '#app/platform/time.ts'
import { holidayDates, publicHolidays } from '#app/schedule/rules/public-holidays.ts'
import { silenceDates } from './silent-acceptance.ts'

const holidays = holidayDates(publicHolidays([2026, 2027]))

test.each([
  ['an ordinary Monday', '2026-11-02T16:00:00Z', '2026-11-09', ['2026-11-04', '2026-11-06']],
  ['a Saturday', '2026-11-07T10:00:00Z', '2026-11-13', ['2026-11-10', '2026-11-12']],
  ['a Monday with 18 November ahead', '2026-11-16T10:00:00Z', '2026-11-24', ['2026-11-19', '2026-11-23']],
  ['the day before Christmas Eve', '2026-12-23T10:00:00Z', '2027-01-05', ['2026-12-29', '2027-01-04']],
  ['late on Monday in Riga, still Monday in UTC', '2026-11-02T21:59:59Z', '2026-11-09', ['2026-11-04', '2026-11-06']],
  [
    'just after midnight in Riga, still Monday in UTC',
    '2026-11-02T22:00:00Z',
    '2026-11-10',
    ['2026-11-05', '2026-11-09'],
  ],
])('confirmed on %s', (_, confirmedAt, lastDay, reminders) => {
  const dates = silenceDates(Temporal.Instant.from(confirmedAt), holidays)

  expect(dates.lastDayToAnswer.toString()).toBe(lastDay)
  expect(dates.reminderDays.map(String)).toEqual(reminders)
})

test('silence is acceptance from the midnight that ends the last day, across a clock change too', () => {
  const dates = silenceDates(Temporal.Instant.from('2026-10-19T09:00:00Z'), holidays)

  expect(wallClock(dates.acceptedFrom).toString()).toBe('2026-10-27T00:00:00+02:00[Europe/Riga]')
})

test('another policy gives other dates, and no reminder after the last day', () => {
  const policy = { acceptAfterWorkingDays: 2, remindAfterWorkingDays: [4, 1] }
  const dates = silenceDates(Temporal.Instant.from('2026-11-02T16:00:00Z'), holidays, policy)

  expect(dates.lastDayToAnswer.toString()).toBe('2026-11-04')
  expect(dates.reminderDays.map(String)).toEqual(['2026-11-03'])
})
