import { expect, test } from 'vitest'
import { flagBudget } from '#app/insight/rules/budget-flags.ts'
import { cents } from '#app/platform/money.ts'

const flag = (daysLeft: number, available: number, phase: 'running' | 'over' = 'running') =>
  flagBudget({ phase, daysLeft }, { allocated: cents(1_000_00), available: cents(available) })

test.each([
  [42, 150_00, 'money-left'],
  [43, 150_00, null],
  [42, 149_99, null],
  [28, 99_99, 'nearly-out'],
  [28, 100_00, null],
  [27, 99_99, null],
  [100, 0, 'nearly-out'],
] as const)('with %d days left and %d cents of 1,000.00 free the flag is %s', (days, available, expected) => {
  expect(flag(days, available)).toBe(expected)
})

test('a period that is over, or has no budget, is not flagged', () => {
  expect(flag(0, 500_00, 'over')).toBeNull()
  expect(flagBudget({ phase: 'running', daysLeft: 10 }, { allocated: cents(0), available: cents(0) })).toBeNull()
})
