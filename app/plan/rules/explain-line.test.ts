import { expect, test } from 'vitest'
import { explainMoney, explainPlace, halfPoints, lastFunded } from '#app/plan/rules/explain-line.ts'
import { cents } from '#app/platform/money.ts'

const ranked = (...ranks: readonly (readonly [expert: number, parent: number])[]) =>
  ranks.map(([expert, parent], index) => ({
    position: index + 1,
    expertHalfRank: expert * 2,
    parentHalfRank: parent * 2,
  }))

test('a place is explained by the same rank, by what the parents moved, or by both ranks', () => {
  const [first, second, third, fourth] = ranked([1, 3], [2, 2], [4, 1], [3, 4])
  const all = ranked([1, 3], [2, 2], [4, 1], [3, 4])
  if (!first || !second || !third || !fourth) throw new Error('Four lines')

  expect(explainPlace(first, all)).toEqual({ kind: 'both', expertHalfRank: 2, parentHalfRank: 6 })
  expect(explainPlace(second, all)).toEqual({ kind: 'same-rank', halfRank: 4 })
  expect(explainPlace(third, all)).toEqual({ kind: 'moved-up', from: 4, to: 3 })
  expect(explainPlace(fourth, all)).toEqual({ kind: 'moved-down', from: 3, to: 4 })
})

test('experts who tie leave the order to the joint list, so nothing counts as moved', () => {
  const all = ranked([1.5, 1], [1.5, 2])
  const [first] = all
  if (!first) throw new Error('Two lines')

  expect(explainPlace(first, all)).toEqual({ kind: 'both', expertHalfRank: 3, parentHalfRank: 2 })
})

const line = { askedUnits: 12, minimumUnits: 1, unitPrice: cents(40_00), fundedUnits: 0, funded: cents(0) }

test.each([
  [
    'in full',
    { ...line, outcome: 'full', fundedUnits: 12, funded: cents(480_00), leftBefore: cents(500_00) },
    { kind: 'full', before: 500_00, amount: 480_00, after: 20_00 },
  ],
  [
    'in part',
    { ...line, outcome: 'partly', fundedUnits: 9, funded: cents(360_00), leftBefore: cents(372_00) },
    { kind: 'partly', before: 372_00, asked: 480_00, fundedUnits: 9, amount: 360_00, after: 12_00 },
  ],
  [
    'not for a single unit',
    { ...line, outcome: 'not_funded', leftBefore: cents(39_99) },
    { kind: 'less-than-one-unit', before: 39_99 },
  ],
  [
    'below the minimum',
    { ...line, minimumUnits: 4, outcome: 'not_funded', leftBefore: cents(159_99) },
    { kind: 'less-than-minimum', before: 159_99, minimumUnits: 4, minimumAmount: 160_00, unitsThatFit: 3 },
  ],
  [
    'it no more because the list is closed above it',
    { ...line, minimumUnits: 4, outcome: 'not_funded', leftBefore: cents(160_00) },
    { kind: 'list-closed', before: 160_00 },
  ],
] as const)('money that reaches %s names its sums', (_, given, expected) => {
  expect(explainMoney(given)).toEqual(expected)
})

test('first place of seven is worth seven points, a shared second and third 5.5', () => {
  expect(halfPoints(2, 7)).toBe(14)
  expect(halfPoints(5, 7)).toBe(11)
})

test('the funding line stands at the last service that got money, however many were skipped before it', () => {
  const lines = [
    { position: 1, outcome: 'full' },
    { position: 2, outcome: 'not_funded' },
    { position: 3, outcome: 'partly' },
    { position: 4, outcome: 'not_funded' },
  ] as const

  expect(lastFunded(lines)?.position).toBe(3)
  expect(lastFunded(lines.slice(1, 2))).toBeNull()
})
