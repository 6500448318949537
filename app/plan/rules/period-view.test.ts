import { expect, test } from 'vitest'
import { choosePeriod, viewPeriod } from '#app/plan/rules/period-view.ts'

const date = (text: string) => Temporal.PlainDate.from(text)
const period = { id: 'p', startsOn: date('2026-09-01'), endsBefore: date('2027-03-01') }

test.each([
  ['2026-08-31', 'upcoming', 0, 181],
  ['2026-09-01', 'running', 0, 181],
  ['2026-11-24', 'running', 46.4, 97],
  ['2027-02-28', 'running', 99.4, 1],
  ['2027-03-01', 'over', 100, 0],
] as const)('on %s the period is %s, %d per cent passed, %d days left', (today, phase, percent, daysLeft) => {
  const view = viewPeriod(period, date(today))

  expect(view).toMatchObject({ phase, daysLeft, startsOn: '2026-09-01', lastDay: '2027-02-28' })
  expect(view.elapsedPercent).toBeCloseTo(percent, 1)
})

test('a page shows the period asked for, else the running, else the next, else the last', () => {
  const past = { ...period, id: 'past', startsOn: date('2026-03-01'), endsBefore: date('2026-09-01') }
  const later = { ...period, id: 'later', startsOn: date('2027-03-01'), endsBefore: date('2027-09-01') }
  const on = (today: string) => [later, period, past].map((one) => viewPeriod(one, date(today)))

  expect(choosePeriod(on('2026-11-24'), null)?.id).toBe('p')
  expect(choosePeriod(on('2026-11-24'), 'past')?.id).toBe('past')
  expect(choosePeriod(on('2026-11-24'), 'of another child')?.id).toBe('p')
  expect(choosePeriod(on('2026-01-01'), null)?.id).toBe('past')
  expect(choosePeriod(on('2028-01-01'), null)?.id).toBe('later')
  expect(choosePeriod([], null)).toBeNull()
})
