import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ListedLine } from '#app/plan/rules/move-free-money.ts'
import { moveFreeMoney } from '#app/plan/rules/move-free-money.ts'
import type { RevisedLine } from '#app/plan/rules/revised-lines.ts'
import { floorUnits, revisedProblems, revisedUnassigned } from '#app/plan/rules/revised-lines.ts'
import { cents } from '#app/platform/money.ts'

function revised(values: Partial<RevisedLine> = {}): RevisedLine {
  return {
    serviceId: 'a',
    units: 10,
    unitPrice: cents(40_00),
    bound: cents(0),
    usedHundredths: 0,
    unitsBefore: 8,
    reason: 'Tā vajag.',
    ...values,
  }
}

test.each([
  ['a started unit counts whole', { usedHundredths: 225 }, 3],
  ['bound money counts where fees took it', { usedHundredths: 100, bound: cents(60_00) }, 2],
  ['nothing used, nothing bound', {}, 0],
  ['cheaper units still count as units', { usedHundredths: 500, bound: cents(100_00) }, 5],
])('the fewest units of a line: %s', (_case, values, floor) => {
  expect(floorUnits(revised(values))).toBe(floor)
})

test.each([
  ['a half unit', revised({ units: 2.5 }), 'units-not-whole'],
  ['fewer than none', revised({ units: -1 }), 'units-not-whole'],
  ['not a number', revised({ units: Number.NaN }), 'units-not-whole'],
  ['a million', revised({ units: 1_000_000 }), 'too-many-units'],
  ['below what is booked', revised({ units: 2, usedHundredths: 300 }), 'below-booked'],
  ['no reason for the change', revised({ reason: ' ' }), 'reason-needed'],
  ['over the budget', revised({ units: 26 }), 'over-budget'],
  ['nothing changed', revised({ units: 8 }), 'nothing-changed'],
])('%s is refused', (_case, line, kind) => {
  expect(revisedProblems(cents(1_000_00), [line]).map((problem) => problem.kind)).toEqual([kind])
})

test('a revision within the budget, above what is booked and with reasons is fine, to the last cent', () => {
  expect(revisedProblems(cents(400_00), [revised()])).toEqual([])
  expect(revisedProblems(cents(399_99), [revised()])).toEqual([{ kind: 'over-budget', missing: 1 }])
})

const listed = (serviceId: string, position: number, values: Partial<ListedLine> = {}): ListedLine => ({
  ...revised({ serviceId, units: 0, unitsBefore: 0 }),
  position,
  askedUnits: 10,
  minimumUnits: 1,
  ...values,
})

test('the free money of a line goes down the list in whole units, from the minimum on', () => {
  const lines = [
    listed('a', 1, { units: 10, usedHundredths: 400, bound: cents(160_00) }),
    listed('b', 2, { units: 10 }),
    listed('c', 3, { minimumUnits: 7 }),
    listed('d', 4, { units: 8 }),
    listed('e', 5, { unitPrice: cents(30_00) }),
  ]

  const moved = moveFreeMoney(cents(1_120_00), lines, 'a')

  expect(moved).toEqual({
    freed: 240_00,
    unitsKept: 4,
    gains: [
      { serviceId: 'd', units: 2, amount: 80_00 },
      { serviceId: 'e', units: 5, amount: 150_00 },
    ],
    left: 10_00,
  })
})

test('a line with nothing free, or that is not there, moves nothing', () => {
  const lines = [listed('a', 1, { units: 4, usedHundredths: 400 })]
  expect(moveFreeMoney(cents(400_00), lines, 'a')).toBeNull()
  expect(moveFreeMoney(cents(400_00), lines, 'b')).toBeNull()
})

test('moving free money never spends more than there is, and no line goes above what was asked', () => {
  const anyLine = fc
    .record({
      units: fc.nat(20),
      askedUnits: fc.nat(30),
      minimumUnits: fc.nat(10),
      price: fc.integer({ min: 1, max: 9_000 }),
      used: fc.nat(1_500),
    })
    .map(({ price, used, units, ...line }) => ({
      ...line,
      units,
      unitPrice: cents(price),
      usedHundredths: Math.min(used, units * 100),
    }))
  fc.assert(
    fc.property(fc.array(anyLine, { minLength: 1, maxLength: 8 }), fc.nat(50_000), (values, spare) => {
      const lines = values.map((line, index) => listed(String(index), index, line))
      const budget = cents(lines.reduce((sum, line) => sum + line.units * line.unitPrice, spare))
      const moved = moveFreeMoney(budget, lines, '0')
      if (moved === null) return
      const after = lines.map((line) => {
        const gain = moved.gains.find(({ serviceId }) => serviceId === line.serviceId)
        return { ...line, units: line.serviceId === '0' ? moved.unitsKept : line.units + (gain?.units ?? 0) }
      })
      expect(revisedUnassigned(budget, after)).toBe(moved.left)
      expect(moved.left).toBeGreaterThanOrEqual(0)
      for (const { serviceId } of moved.gains) {
        const line = after.find((item) => item.serviceId === serviceId)
        expect(line?.units).toBeLessThanOrEqual(line?.askedUnits ?? 0)
        expect(line?.units).toBeGreaterThanOrEqual(line?.minimumUnits ?? 0)
      }
    }),
  )
})
