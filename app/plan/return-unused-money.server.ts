import type { PeriodBalances } from '#app/budget/get-balances.server.ts'
import { lockFreeMoney, returnToFund, takeFromLine } from '#app/budget/move-line-money.server.ts'
import { findChildFor } from '#app/people/child-scope.server.ts'
import type { Context, SystemContext } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { countReturns, listLapsingPeriods, listOpenLines, markWarned } from '#app/plan/period-end-store.server.ts'
import { findPlanToRevise } from '#app/plan/request-store.server.ts'
import { mayApprovePlans } from '#app/plan/rules/who-approves.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { read, transact } from '#app/platform/db/transact.server.ts'
import { emit } from '#app/platform/events.server.ts'
import { type Cents, addCents, zeroCents } from '#app/platform/money.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'
import { dateOf } from '#app/platform/time.ts'
import { tryEach } from '#app/platform/try-each.ts'

/** A family hears that its period ends soon so many days before, while money is free. */
export const warnedDaysBefore = [30, 7] as const

/**
 * Gives the unused money of periods that are over back to the fund, where the policy of the plan says that it lapses and
 * its days are over: what is unassigned, and what is free on each line on which nothing is booked, stated or disputed any
 * more. The rest goes when that is settled. Safe to run as often as wanted and beside itself.
 */
export async function lapseUnusedMoney(ctx: SystemContext): Promise<{ returned: Cents }> {
  const municipalityId = tenantOf(ctx)
  const at = ctx.clock.now()
  const periods = await read(ctx, (tx) => listLapsingPeriods(tx, { municipalityId, on: dateOf(at) }))
  let returned = zeroCents
  await tryEach(periods, async (periodId) => {
    const done = await transact(ctx, async (tx) => {
      const balances = await lockFreeMoney(tx, periodId)
      // Somebody may have made the period longer since the list was read; whoever does waits for the same lock.
      const due = await listLapsingPeriods(tx, { municipalityId, on: dateOf(at), periodId })
      if (due.length === 0) return accept(zeroCents)
      const amount = await giveBack(tx, { municipalityId, periodId, personId: null, at, reason: null, balances })
      if (amount > 0) await emit(tx, { type: 'period.lapsed', municipalityId, subjectId: periodId, personId: null, at })
      return accept(amount)
    })
    if (!done.ok) throw new Error('Lapsing refuses nothing')
    returned = addCents(returned, done.value)
  })
  return { returned }
}

export type ReleaseUnusedRefusal =
  | { kind: 'not-found' }
  | { kind: 'reason-needed' }
  | { kind: 'not-over' }
  /** Nothing is free, or everything free is on lines with open sessions. */
  | { kind: 'nothing-free' }

/** Gives the unused money of a period that is over back by hand, with a reason: where the policy lets it stay. */
export async function releaseUnusedMoney(
  ctx: Context,
  { childId, periodId, reason }: { childId: string; periodId: string; reason: string },
): Promise<Result<{ returned: Cents }, ReleaseUnusedRefusal>> {
  const { municipalityId, role, personId } = ctx.actor
  if (municipalityId === null || !mayApprovePlans(role)) return refuse({ kind: 'not-found' })
  if (reason.trim() === '') return refuse({ kind: 'reason-needed' })
  const at = ctx.clock.now()

  return transact<{ returned: Cents }, ReleaseUnusedRefusal>(ctx, async (tx) => {
    const child = await findChildFor(ctx, tx, childId)
    const period = child === null ? null : await findPlanToRevise(tx, { childId: child.id, periodId })
    if (child === null || period === null) return refuse({ kind: 'not-found' })
    const balances = await lockFreeMoney(tx, periodId)
    const now = (await findPlanToRevise(tx, { childId: child.id, periodId })) ?? period
    if (Temporal.PlainDate.compare(dateOf(at), now.endsBefore) < 0) return refuse({ kind: 'not-over' })
    const returned = await giveBack(tx, { municipalityId, periodId, personId, at, reason: reason.trim(), balances })
    if (returned === 0) return refuse({ kind: 'nothing-free' })
    await recordAudit(ctx, tx, { action: 'period.release', subject: { kind: 'budget_period', id: periodId } })
    await emit(tx, { type: 'period.lapsed', municipalityId, subjectId: periodId, personId, at })
    return accept({ returned })
  })
}

type GivenBack = {
  municipalityId: string
  periodId: string
  personId: string | null
  at: Temporal.Instant
  reason: string | null
  /** Read under the lock. */
  balances: PeriodBalances
}

async function giveBack(tx: Tx, { reason, balances, ...given }: GivenBack): Promise<Cents> {
  const { periodId } = given
  const open = await listOpenLines(tx, periodId)
  const cause = { ...given, kind: 'period' as const, id: periodId, ...(reason === null ? {} : { reason }) }
  // The lock lets one return after the other, so that each has its number.
  const turn = (await countReturns(tx, periodId)) + 1
  let amount = balances.unassigned
  for (const [budgetLineId, { available, reserved }] of balances.byLine) {
    if (available === 0 || reserved > 0 || open.has(budgetLineId)) continue
    const key = `period:${periodId}:lapse:${budgetLineId}:${turn}`
    await takeFromLine(tx, { periodId, budgetLineId, amount: available, cause: { ...cause, key } })
    amount = addCents(amount, available)
  }
  if (amount > 0) {
    await returnToFund(tx, { periodId, amount, cause: { ...cause, key: `period:${periodId}:lapse:${turn}` } })
  }
  return amount
}

/** Tells families, 30 and 7 days before, that their period ends and money is still free. Each warning goes out once. */
export async function warnOfPeriodEnds(ctx: SystemContext): Promise<{ warned: number }> {
  const municipalityId = tenantOf(ctx)
  const at = ctx.clock.now()
  const done = await transact(ctx, async (tx) => {
    const periods = new Set<string>()
    for (const daysBefore of warnedDaysBefore) {
      const warned = await markWarned(tx, { municipalityId, daysBefore, on: dateOf(at), at })
      for (const periodId of warned) periods.add(periodId)
    }
    for (const subjectId of periods) {
      await emit(tx, { type: 'period.ending', municipalityId, subjectId, personId: null, at })
    }
    return accept(periods.size)
  })
  if (!done.ok) throw new Error('Warning refuses nothing')
  return { warned: done.value }
}

function tenantOf(ctx: SystemContext): string {
  if (ctx.scope.tenant === null) throw new Error('Periods end in one municipality at a time')
  return ctx.scope.tenant
}
