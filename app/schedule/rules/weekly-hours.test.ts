import { expect, test } from 'vitest'
import { completeWeek } from './weekly-hours.ts'

const time = Temporal.PlainTime.from
const stretch = (weekday: number, from: string, to: string, siteId: string | null = null) => ({
  weekday,
  from: time(from),
  to: time(to),
  siteId,
})

test('a week is sorted by day and time', () => {
  const [late, monday, early] = [
    stretch(2, '13:00', '17:00'),
    stretch(1, '09:00', '12:00'),
    stretch(2, '09:00', '12:00'),
  ]
  expect(completeWeek([late, monday, early])).toEqual({ ok: true, value: [monday, early, late] })
})

test('an empty week is a week without work', () => {
  expect(completeWeek([])).toEqual({ ok: true, value: [] })
})

test.each([
  ['12:00', '12:00'],
  ['12:00', '09:00'],
])('hours from %s to %s are none', (from, to) => {
  expect(completeWeek([stretch(1, '08:00', '09:00'), stretch(2, from, to)])).toEqual({
    ok: false,
    refusal: { kind: 'hours-end-before-they-begin', index: 1 },
  })
})

test('stretches may touch, not overlap, at one place', () => {
  expect(completeWeek([stretch(1, '09:00', '12:00'), stretch(1, '12:00', '13:00')])).toMatchObject({ ok: true })
  expect(completeWeek([stretch(1, '09:00', '12:00'), stretch(1, '11:59', '13:00')])).toEqual({
    ok: false,
    refusal: { kind: 'hours-overlap', index: 1, other: 0 },
  })
  expect(completeWeek([stretch(1, '09:00', '12:00'), stretch(2, '09:00', '12:00')])).toMatchObject({ ok: true })
  expect(completeWeek([stretch(1, '09:00', '12:00', 'a'), stretch(1, '09:00', '12:00', 'b')])).toMatchObject({
    ok: true,
  })
})
