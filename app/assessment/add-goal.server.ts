import { z } from 'zod'
import { insertGoal, listGoals } from '#app/assessment/goal-store.server.ts'
import type { ClosedGoals } from '#app/assessment/open-goals.server.ts'
import { lockOpenGoals } from '#app/assessment/open-goals.server.ts'
import type { GoalDraftProblem } from '#app/assessment/rules/goal-scale.ts'
import { goalDraftProblems, mostGoals } from '#app/assessment/rules/goal-scale.ts'
import type { Context } from '#app/people/context.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type AddGoalInput = {
  assessmentId: string
  /** The page's own id for it, so that sending twice is one goal. */
  goalId: string
  horizon: 'long_term' | 'short_term'
  text: string
  servesId: string | null
}
export type AddGoalRefusal =
  | ClosedGoals
  | { kind: 'not-sensible'; problems: readonly GoalDraftProblem[] }
  | { kind: 'too-many'; most: number }

const emptyScale = { [-2]: '', [-1]: '', 0: '', 1: '', 2: '' }

/** Puts a goal on the team's list, at its end; its scale is written next. */
export async function addGoal(
  ctx: Context,
  { assessmentId, goalId, horizon, text, servesId }: AddGoalInput,
): Promise<Result<{ goalId: string }, AddGoalRefusal>> {
  if (!z.uuid().safeParse(goalId).success) return refuse({ kind: 'not-found' })
  return transact<{ goalId: string }, AddGoalRefusal>(
    ctx,
    async (tx) => {
      const seat = await lockOpenGoals(ctx, tx, assessmentId)
      if (!seat.ok) return seat
      const goals = await listGoals(tx, assessmentId)
      if (goals.some((goal) => goal.id === goalId)) return accept({ goalId })
      const draft = { text, servesId, weight: 1, baseline: null, levels: emptyScale }
      const problems = goalDraftProblems(draft, { horizon, goals })
      if (problems.length > 0) return refuse({ kind: 'not-sensible', problems })
      if (goals.length >= mostGoals) return refuse({ kind: 'too-many', most: mostGoals })
      const { municipalityId } = seat.value
      const by = { personId: ctx.actor.personId, at: ctx.clock.now() }
      await insertGoal(
        tx,
        { municipalityId, assessmentId },
        { id: goalId, horizon, text: text.trim(), servesId, ...by },
      )
      return accept({ goalId })
    },
    // The id is a goal of another assessment.
    { goal_pkey: { kind: 'not-found' } },
  )
}
