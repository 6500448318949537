import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Version, VersionLine } from '#app/plan/rules/plan-difference.ts'
import { planDifference } from '#app/plan/rules/plan-difference.ts'
import { cents } from '#app/platform/money.ts'

function line(serviceId: string, units: number, unitPrice = 40_00, changeReason: string | null = null): VersionLine {
  const name = { lv: serviceId, en: serviceId }
  const price = cents(unitPrice)
  return { serviceId, name, unit: 'session', unitPrice: price, units, amount: cents(units * unitPrice), changeReason }
}

test('each service is told as added, more, less, gone or the same, with units and euros', () => {
  const before = {
    budget: cents(2_000_00),
    lines: [line('a', 10), line('b', 10), line('c', 10), line('d', 10), line('e', 0)],
  }
  const after = {
    budget: cents(2_000_00),
    lines: [line('a', 10), line('b', 14, 40_00, 'Palīdz.'), line('c', 4), line('d', 0), line('e', 6), line('f', 5)],
  }

  const difference = planDifference(before, after)

  expect(difference.lines.map(({ serviceId, change, amount }) => [serviceId, change, amount])).toEqual([
    ['a', 'same', 0],
    ['b', 'more', 160_00],
    ['c', 'less', -240_00],
    ['d', 'gone', -400_00],
    ['e', 'added', 240_00],
    ['f', 'added', 200_00],
  ])
  expect(difference.lines[1]).toMatchObject({ unitsBefore: 10, unitsAfter: 14, reason: 'Palīdz.' })
  expect(difference).toMatchObject({ given: 600_00, taken: 640_00, unassignedBefore: 400_00, unassignedAfter: 440_00 })
})

test('a service that left the list is gone, at the end', () => {
  const { lines } = planDifference(
    { budget: cents(800_00), lines: [line('a', 10), line('b', 10)] },
    { budget: cents(800_00), lines: [line('b', 10)] },
  )
  expect(lines.map(({ serviceId, change }) => [serviceId, change])).toEqual([
    ['b', 'same'],
    ['a', 'gone'],
  ])
})

const versions: fc.Arbitrary<Version> = fc
  .uniqueArray(
    fc.record({
      serviceId: fc.constantFrom(...'abcdefgh'),
      units: fc.nat(30),
      price: fc.integer({ min: 1, max: 9_000 }),
    }),
    { selector: ({ serviceId }) => serviceId },
  )
  .map((lines) => ({
    budget: cents(3_000_000),
    lines: lines.map(({ serviceId, units, price }) => line(serviceId, units, price)),
  }))

test('what is given and taken explains the change of the unassigned money, and the way back is the opposite', () => {
  fc.assert(
    fc.property(versions, versions, (one, other) => {
      const there = planDifference(one, other)
      const back = planDifference(other, one)
      expect(there.unassignedAfter).toBe(there.unassignedBefore + there.taken - there.given)
      expect(back.given).toBe(there.taken)
      expect(back.taken).toBe(there.given)
      expect(there.lines.every((item) => item.after - item.before === item.amount)).toBe(true)
      expect(planDifference(one, one).lines.every(({ change }) => change === 'same')).toBe(true)
    }),
  )
})
