import { expect, test } from 'vitest'
import { joinDays, weekChangesAfter } from './week-changes.ts'

const day = Temporal.PlainDate.from
const rule = (weekday: number, from: string, to: string | null) => ({
  weekday,
  from: Temporal.PlainTime.from('09:00'),
  to: Temporal.PlainTime.from('12:00'),
  validFrom: day(from),
  validTo: to === null ? null : day(to),
  siteId: null,
})
const off = (id: string, date: string, note: string | null = null) => ({
  id,
  date: day(date),
  kind: 'off',
  from: null,
  to: null,
  note,
})

test('a week changes where a rule begins or ends', () => {
  const rules = [rule(1, '2026-01-01', '2026-12-01'), rule(2, '2026-12-01', '2026-12-15'), rule(3, '2026-01-01', null)]

  const changes = weekChangesAfter(rules, day('2026-11-24'))

  expect(changes.map(({ from, rules: holding }) => [String(from), holding.map((held) => held.weekday)])).toEqual([
    ['2026-12-01', [2, 3]],
    ['2026-12-15', [3]],
  ])
})

test('what changes on the day asked is no later change', () => {
  expect(weekChangesAfter([rule(1, '2026-11-24', null)], day('2026-11-24'))).toEqual([])
})

test('days in a row that say the same are one line', () => {
  const joined = joinDays([
    off('a', '2026-12-28', 'Atvaļinājums'),
    off('b', '2026-12-29', 'Atvaļinājums'),
    off('c', '2026-12-29', 'Mācības'),
    off('d', '2026-12-30', 'Atvaļinājums'),
    off('e', '2027-01-01', 'Atvaļinājums'),
  ])

  expect(joined.map(({ firstDay, lastDay, days }) => [String(firstDay), String(lastDay), days.length])).toEqual([
    ['2026-12-28', '2026-12-30', 3],
    ['2026-12-29', '2026-12-29', 1],
    ['2027-01-01', '2027-01-01', 1],
  ])
})
