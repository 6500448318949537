import fc from 'fast-check'
import { expect, test } from 'vitest'
import { averageTies, isRanking } from '#app/assessment/rules/joint-ranking.ts'
import { orderProblems } from '#app/assessment/rules/ranking-text.ts'
import { isSameOrder, teamOrder } from '#app/assessment/rules/team-order.ts'

const services = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 40 })
const orderOf = (ids: readonly string[]) =>
  fc
    .tuple(
      fc.shuffledSubarray([...ids], { minLength: ids.length, maxLength: ids.length }),
      fc.array(fc.boolean(), { minLength: ids.length, maxLength: ids.length }),
    )
    .map(([shuffled, ties]) => {
      const groups: string[][] = []
      for (const [index, id] of shuffled.entries()) {
        const last = groups.at(-1)
        if (ties[index] === true && last !== undefined) last.push(id)
        else groups.push([id])
      }
      return groups
    })
const teams = services.chain((ids) =>
  fc.tuple(fc.constant(ids), fc.array(orderOf(ids), { minLength: 1, maxLength: 6 })),
)

test('the order of a team is a ranking of exactly its services', () => {
  fc.assert(
    fc.property(teams, ([ids, orders]) => {
      const groups = teamOrder(ids, orders)?.groups ?? []
      expect(orderProblems(groups, ids)).toEqual([])
      expect(isRanking([...averageTies(groups).values()])).toBe(true)
    }),
  )
})

test('experts who agree get what they agree on, be it one expert or six', () => {
  fc.assert(
    fc.property(
      services.chain((ids) => fc.tuple(fc.constant(ids), orderOf(ids))),
      fc.integer({ min: 1, max: 6 }),
      ([ids, order], experts) => {
        const together = teamOrder(
          ids,
          Array.from({ length: experts }, () => order),
        )
        expect(isSameOrder(together?.groups ?? [], order)).toBe(true)
        for (const place of together?.places.values() ?? []) expect(place.bestHalfRank).toBe(place.worstHalfRank)
      },
    ),
  )
})

test('whom every expert puts higher stands higher, and who comes first in the list of experts does not matter', () => {
  fc.assert(
    fc.property(teams, ([ids, orders]) => {
      const team = teamOrder(ids, orders)
      const ranks = averageTies(team?.groups ?? [])
      for (const one of ids) {
        for (const other of ids) {
          const [higher, lower] = [team?.places.get(one)?.halfRanks ?? [], team?.places.get(other)?.halfRanks ?? []]
          if (higher.every((rank, index) => rank < (lower[index] ?? 0))) {
            expect(ranks.get(one)).toBeLessThan(ranks.get(other) ?? 0)
          }
        }
      }
      expect(isSameOrder(teamOrder(ids, orders.toReversed())?.groups ?? [], team?.groups ?? [])).toBe(true)
    }),
    { numRuns: 30 },
  )
})

test('equal averages stay a tie, and the numbers behind them are whole', () => {
  const team = teamOrder(
    ['a', 'b', 'c'],
    [
      [['a'], ['b'], ['c']],
      [['b'], ['a'], ['c']],
    ],
  )

  expect(team?.groups).toEqual([['a', 'b'], ['c']])
  expect(team?.places.get('a')).toEqual({
    serviceId: 'a',
    halfRanks: [2, 4],
    sumOfHalfRanks: 6,
    bestHalfRank: 2,
    worstHalfRank: 4,
  })
  expect([...averageTies(team?.groups ?? [])]).toEqual([
    ['a', 3],
    ['b', 3],
    ['c', 6],
  ])
})

test('a tie of one expert counts as the average of its places', () => {
  // b: 1.5 + 1 = 2.5 places; a: 1.5 + 2 = 3.5; c: 3 + 3 = 6.
  const team = teamOrder(
    ['a', 'b', 'c'],
    [
      [['a', 'b'], ['c']],
      [['b'], ['a'], ['c']],
    ],
  )

  expect(team?.groups).toEqual([['b'], ['a'], ['c']])
  expect([...(team?.places.values() ?? [])].map((place) => place.sumOfHalfRanks)).toEqual([7, 5, 12])
})

test('nobody gave an order: there is none to propose', () => {
  expect(teamOrder(['a'], [])).toBeNull()
})

test('an order of other services is a bug', () => {
  expect(() => teamOrder(['a', 'b'], [[['a']]])).toThrow(RangeError)
  expect(() => teamOrder(['a'], [[['a'], ['b']]])).toThrow(RangeError)
})

test('the same tie written in another order is the same order', () => {
  expect(isSameOrder([['a', 'b'], ['c']], [['b', 'a'], ['c']])).toBe(true)
  expect(isSameOrder([['a'], ['b'], ['c']], [['a', 'b'], ['c']])).toBe(false)
})
