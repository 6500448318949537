import fc from 'fast-check'
import { expect, test } from 'vitest'
import { averageTies, isRanking } from '#app/assessment/rules/joint-ranking.ts'
import {
  fitOrder,
  moveInOrder,
  orderMoves,
  orderOfRanks,
  orderProblems,
  placeInOrder,
  placeText,
  readMove,
  readOrder,
  writeOrder,
} from '#app/assessment/rules/ranking-text.ts'

/** Any order of up to forty services, ties among them. */
const orders = fc
  .uniqueArray(fc.uuid(), { minLength: 1, maxLength: 40 })
  .chain((ids) => fc.tuple(fc.constant(ids), fc.array(fc.boolean(), { minLength: ids.length, maxLength: ids.length })))
  .map(([ids, ties]) => {
    const groups: string[][] = []
    for (const [index, id] of ids.entries()) {
      const last = groups.at(-1)
      if (ties[index] === true && last !== undefined) last.push(id)
      else groups.push([id])
    }
    return groups
  })

test('an order survives the way through a form field', () => {
  fc.assert(
    fc.property(orders, (groups) => {
      expect(readOrder(writeOrder(groups))).toEqual(groups)
    }),
  )
  expect(readOrder('')).toEqual([])
  expect(readOrder(' a , b ||c|')).toEqual([['a', 'b'], ['c']])
})

test('every move, by button or by dragging, keeps exactly the services and leaves a ranking without gaps', () => {
  fc.assert(
    fc.property(orders, fc.nat(), fc.constantFrom(...orderMoves), fc.nat(45), (groups, pick, move, index) => {
      const ids = groups.flat()
      const id = ids[pick % ids.length] ?? ''
      for (const moved of [moveInOrder(groups, id, move), placeInOrder(groups, id, index)]) {
        expect(orderProblems(moved, ids)).toEqual([])
        expect(isRanking([...averageTies(moved).values()])).toBe(true)
        expect(moved.every((group) => group.length > 0)).toBe(true)
      }
    }),
  )
})

test('up and then down leads back when nothing is tied', () => {
  const flat = orders.map((groups) => groups.flat().map((id) => [id]))
  fc.assert(
    fc.property(flat, fc.nat(), (groups, pick) => {
      const index = 1 + (pick % groups.length)
      const id = groups[index]?.[0]
      if (id === undefined) return
      expect(moveInOrder(moveInOrder(groups, id, 'up'), id, 'down')).toEqual(groups)
    }),
  )
})

test('dragging puts a service at the place it was dropped on', () => {
  fc.assert(
    fc.property(orders, fc.nat(), fc.nat(), (groups, pick, drop) => {
      const ids = groups.flat()
      const id = ids[pick % ids.length] ?? ''
      expect(placeInOrder(groups, id, drop % ids.length).flat()[drop % ids.length]).toBe(id)
    }),
  )
})

const tied = [['a'], ['b', 'c'], ['d']]
test.each([
  ['up', 'a', 'a|b,c|d'],
  ['up', 'b', 'a|b|c|d'],
  ['up', 'c', 'a|c|b|d'],
  ['up', 'd', 'a|d|b,c'],
  ['down', 'a', 'b,c|a|d'],
  ['down', 'b', 'a|c|b|d'],
  ['down', 'd', 'a|b,c|d'],
  ['join', 'a', 'a|b,c|d'],
  ['join', 'b', 'a,b|c|d'],
  ['join', 'd', 'a|b,c,d'],
  ['part', 'b', 'a|c|b|d'],
  ['part', 'a', 'a|b,c|d'],
  ['up', 'unknown', 'a|b,c|d'],
] as const)('%s for %s makes %s', (move, id, order) => {
  expect(writeOrder(moveInOrder(tied, id, move))).toBe(order)
})

test.each([
  ['a', 0, 'a|b,c|d'],
  ['a', 1, 'b,a,c|d'],
  ['a', 2, 'b,c|a|d'],
  ['a', 3, 'b,c|d|a'],
  ['d', 0, 'd|a|b,c'],
  ['d', 1, 'a|d|b,c'],
  ['d', 2, 'a|b,d,c'],
  ['b', 0, 'b|a|c|d'],
  ['b', 99, 'a|c|d|b'],
] as const)('%s dropped at %i makes %s', (id, index, order) => {
  expect(writeOrder(placeInOrder(tied, id, index))).toBe(order)
})

test('an order is one of exactly its services', () => {
  expect(orderProblems([['a'], ['b']], ['a', 'b'])).toEqual([])
  expect(orderProblems([['a'], ['a', 'x']], ['a', 'b'])).toEqual([
    { problem: 'twice', id: 'a' },
    { problem: 'unknown', id: 'x' },
    { problem: 'missing', id: 'b' },
  ])
})

test('an order fits the services that came and went', () => {
  expect(fitOrder([['a'], ['b', 'x'], ['a']], ['a', 'b', 'c'])).toEqual([['a'], ['b'], ['c']])
})

test('stored ranks read back as the order they were made of', () => {
  fc.assert(
    fc.property(orders, (groups) => {
      expect(orderOfRanks(groups.flat(), averageTies(groups))).toEqual(groups)
    }),
  )
  expect(orderOfRanks(['a', 'b'], new Map([['b', 2]]))).toEqual([['b'], ['a']])
})

test('a place is told with how many share it', () => {
  expect(placeText(tied, 'c')).toEqual({ first: 2, last: 3 })
  expect(placeText(tied, 'd')).toEqual({ first: 4, last: 4 })
  expect(placeText(tied, 'x')).toBeNull()
})

test.each(['up:', 'sideways:a', 'up:a:b', '', 'up'])('%j is no move', (intent) => {
  expect(readMove(intent)).toBeNull()
})

test('a button names its move and its service', () => {
  expect(readMove('join:a')).toEqual({ move: 'join', id: 'a' })
})
