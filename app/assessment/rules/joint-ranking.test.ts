import fc from 'fast-check'
import { expect, test } from 'vitest'
import { averageTies, defaultRankingWeights, isRanking, rankJointly, type ServiceRanks } from './joint-ranking.ts'

function service(serviceId: string, expertRank: number, parentRank: number, catalogueOrder = 1): ServiceRanks {
  return { serviceId, expertHalfRank: 2 * expertRank, parentHalfRank: 2 * parentRank, catalogueOrder }
}

/** Services with a ranking of each side, ties included, as both sides could really submit them. */
const rankings = fc.integer({ min: 1, max: 12 }).chain((count) => {
  const scores = fc.array(fc.integer({ min: 1, max: count }), { minLength: count, maxLength: count })
  return fc.tuple(scores, scores).map(([expert, parent]) => {
    const ids = expert.map((_, index) => `service-${index}`)
    const expertRanks = averageTies(groupBy(ids, expert))
    const parentRanks = averageTies(groupBy(ids, parent))
    return ids.map((serviceId, index) => ({
      serviceId,
      expertHalfRank: expertRanks.get(serviceId) ?? 0,
      parentHalfRank: parentRanks.get(serviceId) ?? 0,
      catalogueOrder: index,
    }))
  })
})

function groupBy(ids: readonly string[], scores: readonly number[]): string[][] {
  const groups: string[][] = scores.map(() => [])
  ids.forEach((id, index) => groups[(scores[index] ?? 1) - 1]?.push(id))
  return groups
}

test('the joint list of seven services shows the sums a family reads', () => {
  const services = [
    service('canistherapy', 7, 5),
    service('psychologist', 6, 7),
    service('pool', 5, 6),
    service('assistant', 4, 1),
    service('aba', 3, 4),
    service('audiologist', 2, 2),
    service('physiotherapy', 1, 3),
  ]

  const list = rankJointly(services, defaultRankingWeights)

  expect(list.map((place) => [place.place, place.serviceId, place.scoreTwentieths / 20])).toEqual([
    [1, 'physiotherapy', 6.4],
    [2, 'audiologist', 6],
    [3, 'assistant', 4.9],
    [4, 'aba', 4.7],
    [5, 'pool', 2.7],
    [6, 'psychologist', 1.7],
    [7, 'canistherapy', 1.6],
  ])
  expect(list[3]).toMatchObject({
    expertHalfPoints: 10,
    parentHalfPoints: 8,
    weights: { expertTenths: 7, parentTenths: 3 },
  })
})

test('tied services share the average of their places', () => {
  const ranks = averageTies([['a'], ['b', 'c'], [], ['d', 'e', 'f']])

  expect([...ranks]).toEqual([
    ['a', 2],
    ['b', 5],
    ['c', 5],
    ['d', 10],
    ['e', 10],
    ['f', 10],
  ])
})

test('equal scores go by the better expert rank, then by catalogue order', () => {
  const byExperts = rankJointly([service('parents-first', 2, 1), service('experts-first', 1, 2)], {
    expertTenths: 5,
    parentTenths: 5,
  })
  const shared = { expertHalfRank: 3, parentHalfRank: 3 }
  const byCatalogue = rankJointly(
    [
      { serviceId: 'later', catalogueOrder: 9, ...shared },
      { serviceId: 'earlier', catalogueOrder: 2, ...shared },
    ],
    defaultRankingWeights,
  )

  expect(byExperts.map((place) => place.serviceId)).toEqual(['experts-first', 'parents-first'])
  expect(byCatalogue.map((place) => place.serviceId)).toEqual(['earlier', 'later'])
})

test.each([
  ['a gap', [2, 6]],
  ['a tie that is not averaged', [2, 2]],
  ['ranks that start at two', [4, 6]],
])('%s is not a ranking', (_, halfRanks) => {
  expect(isRanking(halfRanks)).toBe(false)
  expect(() =>
    rankJointly(
      halfRanks.map((expertHalfRank, index) => ({ ...service(`s${index}`, 1, index + 1), expertHalfRank })),
      defaultRankingWeights,
    ),
  ).toThrow(RangeError)
})

test('weights must be tenths that add up to ten', () => {
  expect(() => rankJointly([], { expertTenths: 7, parentTenths: 4 })).toThrow(RangeError)
  expect(() => rankJointly([], { expertTenths: 7.5, parentTenths: 2.5 })).toThrow(RangeError)
  expect(rankJointly([], defaultRankingWeights)).toEqual([])
})

test('the list does not depend on the order in which services come in', () => {
  fc.assert(
    fc.property(rankings, fc.integer({ min: 0, max: 10 }), (services, expertTenths) => {
      const weights = { expertTenths, parentTenths: 10 - expertTenths }

      expect(rankJointly(services.toReversed(), weights)).toEqual(rankJointly(services, weights))
    }),
  )
})

test('all weight on one side leaves that side its own order', () => {
  fc.assert(
    fc.property(rankings, (services) => {
      const byExperts = rankJointly(services, { expertTenths: 10, parentTenths: 0 }).map(
        (place) => place.expertHalfRank,
      )
      const byParents = rankJointly(services, { expertTenths: 0, parentTenths: 10 }).map(
        (place) => place.parentHalfRank,
      )

      expect(byExperts).toEqual(byExperts.toSorted((one, other) => one - other))
      expect(byParents).toEqual(byParents.toSorted((one, other) => one - other))
    }),
  )
})

test('scores are whole twentieths whose sum depends only on the number of services', () => {
  fc.assert(
    fc.property(rankings, (services) => {
      const list = rankJointly(services, defaultRankingWeights)
      const total = list.reduce((sum, place) => sum + place.scoreTwentieths, 0)

      expect(list.every((place) => Number.isInteger(place.scoreTwentieths))).toBe(true)
      expect(total).toBe(10 * services.length * (services.length + 1))
    }),
  )
})
