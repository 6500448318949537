import { expect, test } from 'vitest'
import type { FamilyService } from '#app/assessment/rules/family-view.ts'
import { computeWhatIf as compute, expertsOrder } from '#app/plan/rules/what-if.ts'
import { cents } from '#app/platform/money.ts'

function computeWhatIf(question: Parameters<typeof compute>[0]) {
  const whatIf = compute(question)
  if (whatIf === null) throw new Error('Nothing was computed')
  return whatIf
}

const words = { lv: '', en: '' }

function service(serviceId: string, expert: number, units: number, minimumUnits = 1): FamilyService {
  return {
    id: serviceId,
    serviceId,
    name: words,
    unit: 'session',
    units,
    minimumUnits,
    mode: null,
    sessionsPerWeek: null,
    beneficiary: 'child',
    reason: words,
    explanation: words,
    otherPayer: null,
    expertHalfRank: expert * 2,
    parentHalfRank: null,
    goals: [],
    understoodBy: [],
    questions: [],
  }
}

function basisOf(budget: number, prices: Record<string, number>, expertTenths = 7) {
  return {
    weights: { expertTenths, parentTenths: 10 - expertTenths },
    budget: cents(budget),
    whenItDoesNotFit: 'try-next' as const,
    prices: Object.entries(prices).map(([serviceId, price], index) => ({
      serviceId,
      catalogueOrder: index,
      caps: [{ mode: 'at_home', cents: cents(price) }],
    })),
  }
}

test('the experts’ own order changes nothing', () => {
  const services = [service('a', 1, 10), service('b', 2, 10), service('c', 3, 10)]
  const basis = basisOf(250_00, { a: 10_00, b: 10_00, c: 10_00 })

  const whatIf = computeWhatIf({ services, order: expertsOrder(services), basis })

  expect(whatIf.effects).toEqual([])
  expect(whatIf.lines.map((line) => [line.service.serviceId, line.fundedUnits])).toEqual([
    ['a', 10],
    ['b', 10],
    ['c', 5],
  ])
  expect(whatIf.unassigned).toBe(0)
})

test('every service whose money the family’s order moves is named with both numbers', () => {
  const services = [service('a', 1, 10), service('b', 2, 10), service('c', 3, 10)]
  const basis = basisOf(250_00, { a: 10_00, b: 10_00, c: 10_00 }, 5)

  const whatIf = computeWhatIf({ services, order: [['c'], ['a'], ['b']], basis })

  expect(whatIf.lines.map((line) => line.service.serviceId)).toEqual(['a', 'c', 'b'])
  expect(whatIf.effects).toEqual([
    { serviceId: 'c', unitsWith: 10, unitsWithout: 5 },
    { serviceId: 'b', unitsWith: 5, unitsWithout: 10 },
  ])
})

test('a larger budget that would reach a service passed by, and take from a later one, is told with its sums', () => {
  const services = [service('a', 1, 10), service('big', 2, 10, 10), service('small', 3, 10)]
  const basis = basisOf(150_00, { a: 10_00, big: 10_00, small: 5_00 })

  const whatIf = computeWhatIf({ services, order: expertsOrder(services), basis })

  expect(whatIf.lines.map((line) => line.fundedUnits)).toEqual([10, 0, 10])
  expect(whatIf.largerBudget).toEqual({
    serviceId: 'big',
    more: 50_00,
    loses: [{ serviceId: 'small', unitsNow: 10, unitsThen: 0 }],
  })
})

test('nothing is said of larger budgets where nothing was passed by, or where nobody would lose', () => {
  const services = [service('a', 1, 10), service('b', 2, 10)]

  const order = expertsOrder(services)
  const enough = computeWhatIf({ services, order, basis: basisOf(200_00, { a: 10_00, b: 10_00 }) })
  const partly = computeWhatIf({ services, order, basis: basisOf(150_00, { a: 10_00, b: 10_00 }) })
  const nothing = computeWhatIf({ services, order, basis: basisOf(0, { a: 10_00, b: 10_00 }) })

  expect([enough.largerBudget, partly.largerBudget, nothing.largerBudget]).toEqual([null, null, null])
})

test('services that others pay for are not ranked, and tied experts’ ranks are one group', () => {
  const other: FamilyService = { ...service('school', 1, 0), expertHalfRank: null, otherPayer: words }
  const tied = [
    { ...service('a', 1, 10), expertHalfRank: 3 },
    { ...service('b', 1, 10), expertHalfRank: 3 },
  ]

  expect(expertsOrder([other, ...tied])).toEqual([['a', 'b']])
})

test('an order that names too few services still counts them all; without a whole order of the experts nothing is computed', () => {
  const services = [service('a', 1, 10), service('b', 2, 10)]
  const basis = basisOf(200_00, { a: 10_00, b: 10_00 })

  const tooFew = computeWhatIf({ services, order: [['b'], ['gone']], basis })
  const unranked = services.map((one) => ({ ...one, expertHalfRank: null }))

  expect(tooFew.lines.map((line) => line.service.parentHalfRank)).toEqual([4, 2])
  expect(compute({ services: unranked, order: [['a'], ['b']], basis })).toBeNull()
  expect(compute({ services: [], order: [], basis })).toBeNull()
})
