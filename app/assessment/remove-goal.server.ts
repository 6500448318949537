import { deleteGoal, listGoals } from '#app/assessment/goal-store.server.ts'
import type { ClosedGoals } from '#app/assessment/open-goals.server.ts'
import { lockOpenGoals } from '#app/assessment/open-goals.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type RemoveGoalRefusal =
  | ClosedGoals
  /** Short-term goals lead to it: they are moved or removed first. */
  | { kind: 'has-goals'; count: number }
  /** Notes, marks, or goals of a later period hang on it. */
  | { kind: 'has-notes' }

/** Takes a goal off the list, with its links to services. A goal that is gone already is no fault. */
export async function removeGoal(
  ctx: Context,
  { assessmentId, goalId }: { assessmentId: string; goalId: string },
): Promise<Result<{ goalId: string }, RemoveGoalRefusal>> {
  return transact<{ goalId: string }, RemoveGoalRefusal>(
    ctx,
    async (tx) => {
      const seat = await lockOpenGoals(ctx, tx, assessmentId)
      if (!seat.ok) return seat
      const goals = await listGoals(tx, assessmentId)
      const goal = goals.find(({ id }) => id === goalId)
      if (goal === undefined) return accept({ goalId })
      if (goal.horizon === 'wish') return refuse({ kind: 'not-found' })
      const count = goals.filter((other) => other.servesId === goalId).length
      if (count > 0) return refuse({ kind: 'has-goals', count })
      if (goal.notes > 0 || goal.continuedBy > 0) return refuse({ kind: 'has-notes' })
      await deleteGoal(tx, goalId)
      return accept({ goalId })
    },
    // Written in between, by somebody who needs no lock for it.
    {
      goal_note_municipality_id_goal_id_fkey: { kind: 'has-notes' },
      goal_attainment_municipality_id_goal_id_fkey: { kind: 'has-notes' },
      goal_continues_id_fkey: { kind: 'has-notes' },
    },
  )
}
