import { openPeriod } from '#app/budget/open-accounts.server.ts'
import { findChildFor } from '#app/people/child-scope.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { mayApprovePlans } from '#app/plan/rules/who-approves.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

/** Half-open: the period's last day is the one before `endsBefore`. */
export type OpenBudgetPeriodInput = { childId: string; startsOn: Temporal.PlainDate; endsBefore: Temporal.PlainDate }
export type OpenBudgetPeriodRefusal = { kind: 'not-found' } | { kind: 'not-forward' } | { kind: 'overlaps' }

/**
 * Opens a budget period of a child, without money yet: the assessment is made for it, and the approved plan brings the
 * money. No two periods of a child overlap.
 */
export async function openBudgetPeriod(
  ctx: Context,
  { childId, startsOn, endsBefore }: OpenBudgetPeriodInput,
): Promise<Result<{ periodId: string }, OpenBudgetPeriodRefusal>> {
  const { municipalityId, role } = ctx.actor
  if (municipalityId === null || !mayApprovePlans(role)) return refuse({ kind: 'not-found' })
  if (Temporal.PlainDate.compare(startsOn, endsBefore) >= 0) return refuse({ kind: 'not-forward' })

  return transact<{ periodId: string }, OpenBudgetPeriodRefusal>(
    ctx,
    async (tx) => {
      if ((await findChildFor(ctx, tx, childId)) === null) return refuse({ kind: 'not-found' })
      return accept({ periodId: await openPeriod(tx, { municipalityId, childId, startsOn, endsBefore }) })
    },
    { one_period_at_a_time: { kind: 'overlaps' } },
  )
}
