import { expect, test } from 'vitest'
import { rankAndFund } from '#app/plan/rules/rank-and-fund.ts'
import { readRanking } from './read-ranking.ts'

type Row = Record<string, unknown>

function input(services: readonly Row[], rest: Row = {}): string {
  return JSON.stringify({ weights: { experts: 7, parents: 3 }, budgetCents: 385200, services, ...rest })
}

function row(id: string, expertRank: number, parentRank: number, rest: Row = {}): Row {
  return { id, units: 10, minUnits: 1, unitPriceCents: 40_00, expertRank, parentRank, ...rest }
}

function halfRanks(services: readonly Row[]) {
  const read = readRanking(input(services))
  if ('problems' in read) return read.problems
  return read.request.services.map(({ expertHalfRank, parentHalfRank }) => [expertHalfRank, parentHalfRank])
}

function problems(text: string): string[] {
  const read = readRanking(text)
  return 'problems' in read ? read.problems : []
}

test('places become half places, and an averaged tie stays one', () => {
  expect(halfRanks([row('a', 1, 2.5), row('b', 2, 1), row('c', 3, 2.5)])).toEqual([
    [2, 5],
    [4, 2],
    [6, 5],
  ])
})

test('a place that nobody takes is closed: the services below move up', () => {
  expect(halfRanks([row('only', 1, 2)])).toEqual([[2, 2]])
  expect(halfRanks([row('a', 2, 1), row('b', 5.5, 2), row('c', 5.5, 7)])).toEqual([
    [2, 2],
    [5, 4],
    [5, 6],
  ])
})

test.each([
  [{ experts: 70, parents: 30 }, 7],
  [{ experts: 100, parents: 0 }, 10],
  [{ experts: 1, parents: 1 }, 5],
])('weights %o are %i tenths for the experts', (weights, expertTenths) => {
  const read = readRanking(input([row('a', 1, 1)], { weights }))
  expect(read).toMatchObject({ request: { weights: { expertTenths, parentTenths: 10 - expertTenths } } })
})

test.each([
  ['a rank given twice', [row('a', 1, 1), row('b', 1, 2)], 'expertRank 1 is given 2 times'],
  ['half a place alone', [row('a', 1, 1.5), row('b', 2, 3)], 'parentRank 1.5 does not fit'],
  ['a place among shared ones', [row('a', 1.5, 1), row('b', 1.5, 2), row('c', 2, 3)], 'expertRank 2 does not fit'],
  ['a rank below the first', [row('a', 0, 1)], 'expertRank 0 is below the first place'],
  ['a rank that is missing', [{ ...row('a', 1, 1), parentRank: undefined }], 'service a: parentRank is missing'],
  ['a rank beyond sense', [row('a', 1, 1e12)], 'service a: parentRank is beyond place 1000'],
  ['a third of a place', [row('a', 1.3, 1)], 'expertRank is neither a place nor half way'],
  ['a service listed twice', [row('a', 1, 1), row('a', 2, 2)], 'service a is listed twice'],
  ['units below zero', [row('a', 1, 1, { units: -3 })], 'service a: units must be between 1 and 5000'],
  ['units beyond sense', [row('a', 1, 1, { units: 1e9 })], 'service a: units must be between 1 and 5000'],
  ['half a unit', [row('a', 1, 1, { units: 2.5 })], 'service a: units is not a whole number'],
  ['a minimum above the units', [row('a', 1, 1, { minUnits: 11 })], 'service a: minUnits is above the units'],
  ['a price as text', [row('a', 1, 1, { unitPriceCents: '40' })], 'service a: unitPriceCents is not a number'],
  ['a service without a name', [{ ...row('a', 1, 1), id: undefined }], 'service number 1: id is missing'],
])('%s is refused by its name', (_, services, sentence) => {
  expect(problems(input(services)).join('\n')).toContain(sentence)
})

test.each([
  ['a budget below zero', input([], { budgetCents: -1 }), 'budgetCents must be between 0'],
  ['a huge budget', input([], { budgetCents: 1e15 }), 'budgetCents must be between 0'],
  ['weights of nothing', input([], { weights: { experts: 0, parents: 0 } }), 'weights must come out in whole tenths'],
  ['weights in thirds', input([], { weights: { experts: 2, parents: 1 } }), 'weights must come out in whole tenths'],
  ['no services', JSON.stringify({ weights: { experts: 7, parents: 3 }, budgetCents: 1 }), 'services must be a list'],
  ['no JSON', 'rank these', 'The input is no JSON.'],
  ['nothing', '', 'The input is no JSON.'],
])('%s is refused', (_, text, sentence) => {
  expect(problems(text).join('\n')).toContain(sentence)
})

test('what was read can be ranked, whatever the places were', () => {
  const read = readRanking(input([row('a', 3, 9), row('b', 1.5, 4), row('c', 1.5, 6.5), row('d', 7, 6.5)]))
  expect('request' in read && rankAndFund(read.request).lines.map((line) => line.serviceId)).toEqual([
    'b',
    'c',
    'a',
    'd',
  ])
})
