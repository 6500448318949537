import { expect, test } from 'vitest'
import { compareUse } from '#app/plan/rules/even-use.ts'
import { cents } from '#app/platform/money.ts'

const halfway = { phase: 'running', elapsedPercent: 50, daysLeft: 70 } as const

function money({ available = 0, reserved = 0, delivered = 0, paid = 0 }) {
  const parts = {
    available: cents(available),
    reserved: cents(reserved),
    delivered: cents(delivered),
    paid: cents(paid),
  }
  return { ...parts, allocated: cents(available + reserved + delivered + paid) }
}

test.each([
  ['even', { available: 400, reserved: 0, delivered: 300, paid: 300 }],
  ['faster', { available: 399, reserved: 0, delivered: 301, paid: 300 }],
  ['even', { available: 600, reserved: 0, delivered: 200, paid: 200 }],
  ['slower', { available: 601, reserved: 0, delivered: 199, paid: 200 }],
  ['even', { available: 401, reserved: 400, delivered: 0, paid: 199 }],
] as const)('halfway through it is %s with %o', (kind, parts) => {
  expect(compareUse(halfway, money(parts))?.kind).toBe(kind)
})

test('what is free and booked ahead is spread over the weeks left, at least one', () => {
  const parts = money({ available: 700_00, reserved: 300_00, paid: 1_000_00 })

  expect(compareUse(halfway, parts)?.perWeek).toBe(100_00)
  expect(compareUse({ ...halfway, daysLeft: 2 }, parts)?.perWeek).toBe(1_000_00)
})

test('nothing is compared before or after the period, or without a budget', () => {
  expect(compareUse({ ...halfway, phase: 'over' }, money({ available: 100 }))).toBeNull()
  expect(compareUse({ ...halfway, phase: 'upcoming' }, money({ available: 100 }))).toBeNull()
  expect(compareUse(halfway, money({}))).toBeNull()
})
