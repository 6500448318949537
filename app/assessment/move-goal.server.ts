import { listGoals, reorderGoals } from '#app/assessment/goal-store.server.ts'
import type { ClosedGoals } from '#app/assessment/open-goals.server.ts'
import { lockOpenGoals } from '#app/assessment/open-goals.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type MoveGoalInput = { assessmentId: string; goalId: string; direction: 'up' | 'down' }

/**
 * Changes places with the goal before or after it, among those of its kind that lead to the same wish or goal. At the
 * end of the list it stays where it is.
 */
export async function moveGoal(
  ctx: Context,
  { assessmentId, goalId, direction }: MoveGoalInput,
): Promise<Result<{ goalId: string }, ClosedGoals>> {
  return transact<{ goalId: string }, ClosedGoals>(ctx, async (tx) => {
    const seat = await lockOpenGoals(ctx, tx, assessmentId)
    if (!seat.ok) return seat
    const goals = await listGoals(tx, assessmentId)
    const goal = goals.find(({ id, horizon }) => id === goalId && horizon !== 'wish')
    if (goal === undefined) return refuse({ kind: 'not-found' })
    const ids = goals
      .filter((other) => other.horizon === goal.horizon && other.servesId === goal.servesId)
      .map((other) => other.id)
    const from = ids.indexOf(goalId)
    const to = direction === 'up' ? from - 1 : from + 1
    const neighbour = ids[to]
    if (neighbour === undefined) return accept({ goalId })
    await reorderGoals(tx, ids.with(from, neighbour).with(to, goalId))
    return accept({ goalId })
  })
}
