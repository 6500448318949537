import type { PlacedGoal } from '#app/assessment/rules/goal-scale.ts'
import { wishOf } from '#app/assessment/rules/goal-scale.ts'

/** A goal under what it leads to. */
export type GoalPlace<Goal extends PlacedGoal> = {
  goal: Goal
  /** Whether it stands under a larger goal. */
  isNested: boolean
  /** First and last among those with which it can change places. */
  isFirst: boolean
  isLast: boolean
}

export type GoalTree<Goal extends PlacedGoal> = {
  wishes: readonly { wish: Goal; places: readonly GoalPlace<Goal>[] }[]
  /** Goals that lead to no wish yet. */
  free: readonly GoalPlace<Goal>[]
}

/**
 * Goals as they are read: under each wish its long-term goals, under each of those its short-term ones, then the
 * short-term goals that lead to the wish directly. Goals come in the order in which they are given.
 */
export function treeOfGoals<Goal extends PlacedGoal>(goals: readonly Goal[]): GoalTree<Goal> {
  const wishes = goals.filter((goal) => goal.horizon === 'wish')
  return {
    wishes: wishes.map((wish) => ({ wish, places: placesUnder(wish.id, goals) })),
    free: placesUnder(null, goals).filter(({ goal }) => wishOf(goal, goals) === null),
  }
}

function placesUnder<Goal extends PlacedGoal>(servedId: string | null, goals: readonly Goal[]): GoalPlace<Goal>[] {
  const those = goals.filter((goal) => goal.horizon !== 'wish' && goal.servesId === servedId)
  const long = those.filter((goal) => goal.horizon === 'long_term')
  const short = those.filter((goal) => goal.horizon === 'short_term')
  return [
    ...placed(long, false).flatMap((place) => [
      place,
      ...placed(
        goals.filter((goal) => goal.servesId === place.goal.id),
        true,
      ),
    ]),
    ...placed(short, false),
  ]
}

function placed<Goal extends PlacedGoal>(goals: readonly Goal[], isNested: boolean): GoalPlace<Goal>[] {
  return goals.map((goal, index) => ({ goal, isNested, isFirst: index === 0, isLast: index === goals.length - 1 }))
}
