import { expect, test } from 'vitest'
import { dateOf } from '#app/platform/time.ts'
import { reminderFor } from './due-reminder.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const invitedOn = day('2026-01-01')

test.each([
  ['2026-11-21', null],
  ['2026-11-22', 'before'],
  ['2026-11-25', 'before'],
  ['2026-11-26', 'after'],
  ['2026-12-02', 'after'],
  ['2026-12-03', null],
])('due on 25 November: on %s it is %s', (today, expected) => {
  expect(reminderFor(day('2026-11-25'), { today: day(today), invitedOn })).toBe(expected)
})

test('nobody is reminded on the day of the invitation', () => {
  expect(reminderFor(day('2026-11-26'), { today: day('2026-11-25'), invitedOn: day('2026-11-25') })).toBeNull()
})

// The clocks go forward on 29 March 2026 and back on 25 October 2026, at three and four in the morning.
test.each([
  ['spring: Thursday noon is three days before Sunday', '2026-03-26T10:00:00Z', '2026-03-29', 'before'],
  ['spring: late on Wednesday is four days before', '2026-03-25T21:59:00Z', '2026-03-29', null],
  ['spring: just past midnight of the short day it is the day itself', '2026-03-28T22:30:00Z', '2026-03-29', 'before'],
  ['spring: the evening of the short day is still the day itself', '2026-03-29T20:59:00Z', '2026-03-29', 'before'],
  ['spring: midnight after the short day is the day after', '2026-03-29T21:00:00Z', '2026-03-29', 'after'],
  ['autumn: Thursday is three days before Sunday', '2026-10-21T21:00:00Z', '2026-10-25', 'before'],
  ['autumn: Wednesday is not', '2026-10-21T20:59:00Z', '2026-10-25', null],
  ['autumn: the evening of the long day is still the day itself', '2026-10-25T21:59:00Z', '2026-10-25', 'before'],
  ['autumn: midnight after the long day is the day after', '2026-10-25T22:00:00Z', '2026-10-25', 'after'],
])('%s', (_, now, due, expected) => {
  expect(reminderFor(day(due), { today: dateOf(Temporal.Instant.from(now)), invitedOn })).toBe(expected)
})
