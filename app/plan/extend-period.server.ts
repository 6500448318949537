import { lockFreeMoney } from '#app/budget/move-line-money.server.ts'
import { findChildFor } from '#app/people/child-scope.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { countReturns, insertExtension } from '#app/plan/period-end-store.server.ts'
import { findPlanToRevise } from '#app/plan/request-store.server.ts'
import { mayApprovePlans } from '#app/plan/rules/who-approves.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { emit } from '#app/platform/events.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

/** `lastDay` is included, as people say it. */
export type ExtendPeriodInput = { childId: string; periodId: string; lastDay: Temporal.PlainDate; reason: string }
export type ExtendPeriodRefusal =
  | { kind: 'not-found' }
  | { kind: 'reason-needed' }
  | { kind: 'not-longer'; lastDay: string }
  /** More than a year on top is another period. */
  | { kind: 'too-long'; most: string }
  /** Money of the period went back to the fund already. */
  | { kind: 'lapsed' }
  /** The child's next period begins before. */
  | { kind: 'overlaps' }

/**
 * Makes a period longer without more money: sessions may be booked into the new time, and unused money lapses later.
 * Another period of the child is never overlapped; the database says so.
 */
export async function extendPeriod(
  ctx: Context,
  { childId, periodId, lastDay, reason }: ExtendPeriodInput,
): Promise<Result<{ endsBefore: string }, ExtendPeriodRefusal>> {
  const { municipalityId, role, personId } = ctx.actor
  if (municipalityId === null || !mayApprovePlans(role)) return refuse({ kind: 'not-found' })
  const why = reason.trim()
  if (why === '') return refuse({ kind: 'reason-needed' })
  const endsBefore = lastDay.add({ days: 1 })
  const at = ctx.clock.now()

  return transact<{ endsBefore: string }, ExtendPeriodRefusal>(
    ctx,
    async (tx) => {
      const child = await findChildFor(ctx, tx, childId)
      const period = child === null ? null : await findPlanToRevise(tx, { childId: child.id, periodId })
      if (period === null) return refuse({ kind: 'not-found' })
      const was = period.endsBefore
      if (Temporal.PlainDate.compare(endsBefore, was) <= 0) {
        return refuse({ kind: 'not-longer', lastDay: was.subtract({ days: 1 }).toString() })
      }
      const most = was.add({ years: 1 })
      if (Temporal.PlainDate.compare(endsBefore, most) > 0) {
        return refuse({ kind: 'too-long', most: most.subtract({ days: 1 }).toString() })
      }
      // Money that goes back in this very moment waits for the longer time, or is found gone here.
      await lockFreeMoney(tx, period.periodId)
      if ((await countReturns(tx, period.periodId)) > 0) return refuse({ kind: 'lapsed' })
      const extension = { municipalityId, periodId: period.periodId, wasEndsBefore: was, endsBefore, reason: why }
      const isLonger = await insertExtension(tx, { ...extension, by: personId, at })
      if (!isLonger) return refuse({ kind: 'not-longer', lastDay: was.subtract({ days: 1 }).toString() })
      await recordAudit(ctx, tx, { action: 'period.extend', subject: { kind: 'budget_period', id: periodId } })
      await emit(tx, { type: 'period.extended', municipalityId, subjectId: periodId, personId, at })
      return accept({ endsBefore: endsBefore.toString() })
    },
    { one_period_at_a_time: { kind: 'overlaps' } },
  )
}
