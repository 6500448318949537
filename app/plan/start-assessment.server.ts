import { findAssessmentById } from '#app/assessment/get-assessment.server.ts'
import type { InvitedTeam, TeamRefusal } from '#app/assessment/open-with-team.server.ts'
import { openWithTeam } from '#app/assessment/open-with-team.server.ts'
import { openPeriod } from '#app/budget/open-accounts.server.ts'
import { findChildFor } from '#app/people/child-scope.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { lockForOpening } from '#app/plan/new-assessment-store.server.ts'
import { mayApprovePlans } from '#app/plan/rules/who-approves.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'
import { dateOf } from '#app/platform/time.ts'

/** Half-open: the period's last day is the one before `endsBefore`. */
export type StartAssessmentInput = InvitedTeam & {
  childId: string
  startsOn: Temporal.PlainDate
  endsBefore: Temporal.PlainDate
  /** The assessment of the period before, when this one looks back on it. */
  previousId?: string | null
}

export type StartAssessmentRefusal =
  | { kind: 'not-found' }
  | { kind: 'period'; problem: 'not-forward' | 'too-long' | 'over' }
  /** Another period of the child has some of these days. */
  | { kind: 'overlaps' }
  /** The child has an assessment that is not completed: it is finished first. */
  | { kind: 'already-open' }
  | TeamRefusal

/** A period longer than this is a slip of the pen. */
const longestPeriod_months = 24

/**
 * Opens a budget period of a child, without money yet, and its needs assessment with everybody who takes part (steps
 * 1-2 of the model), all or nothing. The child's social worker or the municipality's administrator; two who do it at
 * once get one assessment, and the second is told so.
 */
export async function startAssessment(
  ctx: Context,
  { childId, startsOn, endsBefore, previousId = null, ...team }: StartAssessmentInput,
): Promise<Result<{ assessmentId: string; periodId: string }, StartAssessmentRefusal>> {
  const { municipalityId, role } = ctx.actor
  if (municipalityId === null || !mayApprovePlans(role)) return refuse({ kind: 'not-found' })
  const problem = problemOfPeriod({ startsOn, endsBefore }, dateOf(ctx.clock.now()))
  if (problem !== null) return refuse({ kind: 'period', problem })

  return transact<{ assessmentId: string; periodId: string }, StartAssessmentRefusal>(
    ctx,
    async (tx) => {
      if ((await findChildFor(ctx, tx, childId)) === null) return refuse({ kind: 'not-found' })
      // Whoever works on the new one reads what the one before found: it must be this child's.
      const previous =
        previousId === null ? null : await findAssessmentById(tx, { municipalityId, assessmentId: previousId })
      if (previousId !== null && previous?.childId !== childId) return refuse({ kind: 'not-found' })
      if ((await lockForOpening(tx, childId)) !== null) return refuse({ kind: 'already-open' })
      const periodId = await openPeriod(tx, { municipalityId, childId, startsOn, endsBefore })
      const opened = await openWithTeam(ctx, tx, { municipalityId, childId, periodId, previousId }, team)
      return opened.ok ? accept({ ...opened.value, periodId }) : opened
    },
    { one_period_at_a_time: { kind: 'overlaps' } },
  )
}

function problemOfPeriod(
  { startsOn, endsBefore }: { startsOn: Temporal.PlainDate; endsBefore: Temporal.PlainDate },
  today: Temporal.PlainDate,
): 'not-forward' | 'too-long' | 'over' | null {
  const { compare } = Temporal.PlainDate
  if (compare(startsOn, endsBefore) >= 0) return 'not-forward'
  if (compare(endsBefore, startsOn.add({ months: longestPeriod_months })) > 0) return 'too-long'
  return compare(endsBefore, today) <= 0 ? 'over' : null
}
