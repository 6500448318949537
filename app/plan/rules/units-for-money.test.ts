import { expect, test } from 'vitest'
import { unitsForMoney } from '#app/plan/rules/units-for-money.ts'
import { cents } from '#app/platform/money.ts'
import type { Unit } from '#app/platform/quantity.ts'

test.each<[string, number, number, Unit, number]>([
  ['hours reach to the quarter', 498_00, 12_00, 'hour', 41_50],
  ['a quarter is there to the cent', 3_00, 12_00, 'hour', 25],
  ['a cent less is no quarter', 2_99, 12_00, 'hour', 0],
  ['sessions are whole', 310_50, 32_00, 'session', 9_00],
  ['the price itself is one', 32_00, 32_00, 'session', 1_00],
  ['a cent less is none', 31_99, 32_00, 'session', 0],
  ['no money is nothing', 0, 32_00, 'session', 0],
  ['a price of zero says nothing', 10_00, 0, 'session', 0],
])('how far money reaches: %s', (_, money, price, unit, units) => {
  expect(unitsForMoney({ money: cents(money), unitPrice: cents(price), unit })).toBe(units)
})
