import { listGoals, updateGoal } from '#app/assessment/goal-store.server.ts'
import type { ClosedGoals } from '#app/assessment/open-goals.server.ts'
import { lockOpenGoals } from '#app/assessment/open-goals.server.ts'
import type { GoalDraft, GoalDraftProblem, TeamGoal } from '#app/assessment/rules/goal-scale.ts'
import { goalDraftProblems, scaleLevels } from '#app/assessment/rules/goal-scale.ts'
import type { Context } from '#app/people/context.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type SaveGoalInput = {
  assessmentId: string
  goalId: string
  /** The version that was on the screen. */
  version: number
  draft: GoalDraft
}
export type SaveGoalRefusal =
  | ClosedGoals
  /** Removed by a colleague in between. */
  | { kind: 'gone' }
  | { kind: 'not-sensible'; problems: readonly GoalDraftProblem[] }
  /** A colleague saved it in between: what stands there now. */
  | { kind: 'changed-meanwhile'; now: TeamGoal }

/**
 * Keeps a goal as the team writes it, its scale finished or not. Compare and set: nobody's words are written over
 * unseen. A draft that says what is stored already changes nothing.
 */
export async function saveGoal(
  ctx: Context,
  { assessmentId, goalId, version, draft }: SaveGoalInput,
): Promise<Result<{ version: number; savedAt: string }, SaveGoalRefusal>> {
  return transact<{ version: number; savedAt: string }, SaveGoalRefusal>(ctx, async (tx) => {
    const seat = await lockOpenGoals(ctx, tx, assessmentId)
    if (!seat.ok) return seat
    const goals = await listGoals(tx, assessmentId)
    const stored = goals.find((goal) => goal.id === goalId)
    if (stored === undefined || stored.horizon === 'wish') return refuse({ kind: 'gone' })
    const at = ctx.clock.now()
    if (saysTheSame(draft, stored)) {
      return accept({ version: stored.version, savedAt: stored.changedAt ?? at.toString() })
    }
    if (stored.version !== version) return refuse({ kind: 'changed-meanwhile', now: stored })
    const others = goals.filter((goal) => goal.id !== goalId)
    const problems = goalDraftProblems(draft, { horizon: stored.horizon, goals: others })
    if (problems.length > 0) return refuse({ kind: 'not-sensible', problems })

    await updateGoal(tx, goalId, { ...draft, version: version + 1, personId: ctx.actor.personId, at })
    return accept({ version: version + 1, savedAt: at.toString() })
  })
}

function saysTheSame(draft: GoalDraft, stored: TeamGoal): boolean {
  return (
    draft.text === stored.text &&
    draft.servesId === stored.servesId &&
    draft.weight === stored.weight &&
    draft.baseline === stored.baseline &&
    scaleLevels.every((level) => draft.levels[level] === stored.levels[level])
  )
}
