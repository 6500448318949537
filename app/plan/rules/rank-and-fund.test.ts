import fc from 'fast-check'
import { expect, test } from 'vitest'
import { averageTies } from '#app/assessment/rules/joint-ranking.ts'
import { cents } from '#app/platform/money.ts'
import { rankAndFund, type ServiceToFund } from './rank-and-fund.ts'

const sevenToThree = { expertTenths: 7, parentTenths: 3 }

/** Services named by their place in the experts' order, with the parents' place, units, minimum and price in cents. */
function list(...rows: readonly (readonly [parent: number, units: number, minimum: number, price: number])[]) {
  return rows.map(([parent, units, minimumUnits, price], index): ServiceToFund => ({
    serviceId: `s${index + 1}`,
    expertHalfRank: 2 * (index + 1),
    parentHalfRank: 2 * parent,
    catalogueOrder: index,
    units,
    minimumUnits,
    unitPrice: cents(price),
  }))
}

function fund(services: readonly ServiceToFund[], budget: number, whenItDoesNotFit: 'try-next' | 'stop' = 'try-next') {
  const { lines, left } = rankAndFund({ services, weights: sevenToThree, budget: cents(budget), whenItDoesNotFit })
  return { left, lines: lines.map((line) => [line.serviceId, line.outcome, line.fundedUnits, line.amount]) }
}

test('nothing to rank leaves the whole budget', () => {
  expect(fund([], 3852_00)).toEqual({ left: 3852_00, lines: [] })
})

test('one service is first in both rankings and takes what it asks', () => {
  expect(fund(list([1, 26, 4, 40_00]), 3852_00)).toEqual({ left: 2812_00, lines: [['s1', 'full', 26, 1040_00]] })
})

test('no budget funds nothing, in the order of the list', () => {
  const { left, lines } = fund(list([2, 1, 1, 1], [1, 1, 1, 1]), 0)
  expect(left).toBe(0)
  expect(lines.map(([, outcome]) => outcome)).toEqual(['not_funded', 'not_funded'])
})

test('a service dearer than the budget is funded as far as whole units reach, or skipped below its minimum', () => {
  expect(fund(list([1, 100, 1, 50_00]), 1020_00).lines).toEqual([['s1', 'partly', 20, 1000_00]])
  expect(fund(list([1, 100, 21, 50_00]), 1020_00).lines).toEqual([['s1', 'not_funded', 0, 0]])
  expect(fund(list([1, 1, 1, 1020_01]), 1020_00).lines).toEqual([['s1', 'not_funded', 0, 0]])
})

test('a price that does not divide the money leaves the odd cents over', () => {
  expect(fund(list([1, 300, 1, 33_33]), 100_00)).toEqual({ left: 1, lines: [['s1', 'partly', 3, 99_99]] })
})

test('a minimum that does not fit lets the next service try, unless the policy stops there', () => {
  const services = list([1, 10, 8, 50_00], [2, 10, 1, 30_00])
  expect(fund(services, 350_00).lines).toEqual([
    ['s1', 'not_funded', 0, 0],
    ['s2', 'full', 10, 300_00],
  ])
  expect(fund(services, 350_00, 'stop').lines).toEqual([
    ['s1', 'not_funded', 0, 0],
    ['s2', 'not_funded', 0, 0],
  ])
})

test('a larger budget may drop a later, smaller service: what was skipped above now fits and takes the money', () => {
  const services = list([1, 10, 8, 50_00], [2, 10, 1, 30_00])
  expect(fund(services, 400_00).lines).toEqual([
    ['s1', 'partly', 8, 400_00],
    ['s2', 'not_funded', 0, 0],
  ])
})

test('equal scores go to the better expert rank', () => {
  // Four services, weights five to five: the sums of the first and second are 8 and 8, of the others 5 and 5.
  const services = list([2, 1, 1, 1_00], [1, 1, 1, 1_00], [4, 1, 1, 1_00], [3, 1, 1, 1_00])
  const even = { expertTenths: 5, parentTenths: 5 }
  const { lines } = rankAndFund({ services, weights: even, budget: cents(4_00), whenItDoesNotFit: 'try-next' })
  expect(lines.map((line) => line.serviceId)).toEqual(['s1', 's2', 's3', 's4'])
  expect(lines.map((line) => line.scoreTwentieths)).toEqual([70, 70, 30, 30])
})

test('everything tied on both sides goes by the catalogue', () => {
  const services = list([1, 1, 1, 1_00], [1, 1, 1, 1_00], [1, 1, 1, 1_00]).map((service, index) => ({
    ...service,
    expertHalfRank: 4,
    parentHalfRank: 4,
    catalogueOrder: 3 - index,
  }))
  const { lines } = rankAndFund({
    services,
    weights: sevenToThree,
    budget: cents(2_00),
    whenItDoesNotFit: 'try-next',
  })
  expect(lines.map((line) => [line.serviceId, line.scoreTwentieths, line.outcome])).toEqual([
    ['s3', 40, 'full'],
    ['s2', 40, 'full'],
    ['s1', 40, 'not_funded'],
  ])
})

test('forty services that the parents rank the other way round keep the experts’ order at seven to three', () => {
  const services = list(...Array.from({ length: 40 }, (_, index) => [40 - index, 1, 1, 100_00] as const))
  const { lines, left } = fund(services, 3852_00)
  expect(lines.map(([id]) => id)).toEqual(services.map((service) => service.serviceId))
  expect(lines.filter(([, outcome]) => outcome === 'full')).toHaveLength(38)
  expect(left).toBe(52_00)
})

/** A shuffled ranking with ties of the given ids, as half ranks. */
const rankingOf = (ids: readonly string[]) =>
  fc
    .tuple(
      fc.shuffledSubarray([...ids], { minLength: ids.length }),
      fc.array(fc.boolean(), { minLength: ids.length, maxLength: ids.length }),
    )
    .map(([order, joins]) => order.reduce<string[][]>((groups, id, index) => joined(groups, id, joins[index]), []))

function joined(groups: string[][], id: string, withLast: boolean | undefined): string[][] {
  const last = groups.at(-1)
  return withLast === true && last !== undefined ? [...groups.slice(0, -1), [...last, id]] : [...groups, [id]]
}

const weightings = fc
  .integer({ min: 0, max: 10 })
  .map((expertTenths) => ({ expertTenths, parentTenths: 10 - expertTenths }))

const cases = fc.integer({ min: 0, max: 12 }).chain((count) => {
  const ids = Array.from({ length: count }, (_, index) => `s${index}`)
  return fc.record({
    ids: fc.constant(ids),
    experts: rankingOf(ids),
    parents: rankingOf(ids),
    asked: fc.array(
      fc.record({
        units: fc.integer({ min: 1, max: 120 }),
        share: fc.double({ min: 0, max: 1, noNaN: true }),
        price: fc.integer({ min: 1, max: 90_00 }),
      }),
      { minLength: count, maxLength: count },
    ),
    weights: weightings,
    budget: fc.integer({ min: 0, max: 8000_00 }),
    whenItDoesNotFit: fc.constantFrom('try-next' as const, 'stop' as const),
  })
})
type Case = typeof cases extends fc.Arbitrary<infer Value> ? Value : never

function servicesOf({ ids, experts, parents, asked }: Pick<Case, 'ids' | 'experts' | 'parents' | 'asked'>) {
  const expertRanks = averageTies(experts)
  const parentRanks = averageTies(parents)
  return ids.map((serviceId, index): ServiceToFund => {
    const { units, share, price } = asked[index] ?? { units: 1, share: 0, price: 1 }
    return {
      serviceId,
      expertHalfRank: expertRanks.get(serviceId) ?? 0,
      parentHalfRank: parentRanks.get(serviceId) ?? 0,
      catalogueOrder: index,
      units,
      minimumUnits: Math.floor(units * share),
      unitPrice: cents(price),
    }
  })
}

const run = (input: Case) => rankAndFund({ ...input, services: servicesOf(input), budget: cents(input.budget) })

test('the joint list is a permutation of the services, numbered from one', () => {
  fc.assert(
    fc.property(cases, (input) => {
      const { lines } = run(input)
      expect(lines.map((line) => line.serviceId).toSorted()).toEqual(input.ids.toSorted())
      expect(lines.map((line) => line.place)).toEqual(input.ids.map((_, index) => index + 1))
    }),
  )
})

test('with all weight on one side the list is that side’s own order', () => {
  fc.assert(
    fc.property(cases, (input) => {
      const rank = (groups: readonly (readonly string[])[], id: string) =>
        groups.findIndex((group) => group.includes(id))
      const byExperts = run({ ...input, weights: { expertTenths: 10, parentTenths: 0 } }).lines
      const byParents = run({ ...input, weights: { expertTenths: 0, parentTenths: 10 } }).lines
      const expertPlaces = byExperts.map((line) => rank(input.experts, line.serviceId))
      const parentPlaces = byParents.map((line) => rank(input.parents, line.serviceId))
      expect(expertPlaces).toEqual(expertPlaces.toSorted((one, other) => one - other))
      expect(parentPlaces).toEqual(parentPlaces.toSorted((one, other) => one - other))
    }),
  )
})

test('raising a service in either ranking never lowers it in the joint list', () => {
  fc.assert(
    fc.property(
      cases,
      fc.nat(),
      fc.nat(),
      fc.constantFrom('experts' as const, 'parents' as const),
      (input, which, to, side) => {
        const id = input.ids[which % Math.max(1, input.ids.length)]
        fc.pre(id !== undefined)
        const groups = input[side]
        const from = groups.findIndex((group) => group.includes(id))
        const rest = groups.map((group) => group.filter((one) => one !== id))
        // Into a group that stands no lower, or in front of it as a place of its own.
        const at = to % (from + 1)
        const raised = to % 2 === 0 ? rest.toSpliced(at, 0, [id]) : rest.with(at, [...(rest[at] ?? []), id])
        const placeIn = (one: Case) => run(one).lines.find((line) => line.serviceId === id)?.place ?? 0
        const after = { ...input, [side]: raised.filter((group) => group.length > 0) }
        expect(placeIn(after)).toBeLessThanOrEqual(placeIn(input))
      },
    ),
  )
})

test('what is funded and what is left add up to the budget, and each line takes what it says', () => {
  fc.assert(
    fc.property(cases, (input) => {
      const { lines, left } = run(input)
      const spent = lines.reduce((sum, line) => sum + line.amount, 0)
      expect(spent).toBeLessThanOrEqual(input.budget)
      expect(spent + left).toBe(input.budget)
      for (const line of lines) {
        expect(line.amount).toBe(line.fundedUnits * line.unitPrice)
        expect(line.leftBefore - line.amount).toBe(line.leftAfter)
      }
    }),
  )
})

test('no service could be given one more unit, or its minimum, with what is left after all before it', () => {
  fc.assert(
    fc.property(cases, (input) => {
      const asked = new Map(servicesOf(input).map((service) => [service.serviceId, service]))
      for (const line of run({ ...input, whenItDoesNotFit: 'try-next' }).lines) {
        const { units, minimumUnits } = asked.get(line.serviceId) ?? { units: 0, minimumUnits: 0 }
        if (line.outcome === 'full') expect(line.fundedUnits).toBe(units)
        if (line.outcome === 'partly') {
          expect(line.fundedUnits).toBeGreaterThanOrEqual(Math.max(1, minimumUnits))
          expect(line.fundedUnits).toBeLessThan(units)
          expect(line.leftAfter).toBeLessThan(line.unitPrice)
        }
        if (line.outcome === 'not_funded') {
          expect(line.leftBefore).toBeLessThan(Math.max(1, minimumUnits) * line.unitPrice)
        }
      }
    }),
  )
})

test('where the policy stops, nothing below the first service that is not funded in full gets money', () => {
  fc.assert(
    fc.property(cases, (input) => {
      const { lines } = run({ ...input, whenItDoesNotFit: 'stop' })
      const first = lines.findIndex((line) => line.outcome !== 'full')
      const below = first < 0 ? [] : lines.slice(first + 1)
      expect(below.every((line) => line.amount === 0 && line.outcome === 'not_funded')).toBe(true)
    }),
  )
})

test('the same input gives the same plan, in whatever order the services come in', () => {
  fc.assert(
    fc.property(cases, (input) => {
      const services = servicesOf(input)
      const given = { ...input, budget: cents(input.budget) }
      expect(rankAndFund({ ...given, services: services.toReversed() })).toEqual(rankAndFund({ ...given, services }))
    }),
  )
})
