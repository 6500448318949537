import { expect, test } from 'vitest'
import type { PlacedGoal } from '#app/assessment/rules/goal-scale.ts'
import { treeOfGoals } from '#app/assessment/rules/goal-tree.ts'

const goal = (id: string, horizon: PlacedGoal['horizon'], servesId: string | null): PlacedGoal => ({
  id,
  horizon,
  servesId,
})

test('every goal stands once, under its wish or among the free ones, with its neighbours known', () => {
  const goals = [
    goal('w', 'wish', null),
    goal('v', 'wish', null),
    goal('l', 'long_term', 'w'),
    goal('m', 'long_term', 'w'),
    goal('n', 'long_term', null),
    goal('a', 'short_term', 'l'),
    goal('b', 'short_term', 'w'),
    goal('c', 'short_term', 'l'),
    goal('d', 'short_term', 'n'),
  ]

  const { wishes, free } = treeOfGoals(goals)

  const shown = wishes.map(({ wish, places }) => [wish.id, places.map((place) => place.goal.id)])
  expect(shown).toEqual([
    ['w', ['l', 'a', 'c', 'm', 'b']],
    ['v', []],
  ])
  expect(free.map((place) => [place.goal.id, place.isNested])).toEqual([
    ['n', false],
    ['d', true],
  ])
  expect(wishes[0]?.places.map((place) => [place.isNested, place.isFirst, place.isLast])).toEqual([
    [false, true, false],
    [true, true, false],
    [true, false, true],
    [false, false, true],
    [false, true, true],
  ])
})
