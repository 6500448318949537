import { z } from 'zod'
import type { Context } from '#app/people/context.server.ts'
import { loadPeriodMoney } from '#app/plan/money-store.server.ts'
import { findApprovedPlan, findChildWithPeriods } from '#app/plan/plan-view-store.server.ts'
import { choosePeriod, viewPeriod } from '#app/plan/rules/period-view.ts'
import type { ChildPeriods, PeriodMoney, SupportPlanView } from '#app/plan/rules/plan-view.ts'
import { readsGoals } from '#app/plan/rules/who-reads-goals.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { read } from '#app/platform/db/transact.server.ts'
import { dateOf } from '#app/platform/time.ts'

/** Which child, and which of its periods; null is the present one. Both are claims of a browser. */
export type PlanQuestion = { childId: string; periodId: string | null }

/**
 * The support plan of a period as a family reads it: services in priority order with every number, units and euros,
 * goals for those who may read them. Null when the child is not the actor's to see; `plan` is null while none is approved. Three statements.
 */
export async function getSupportPlan(ctx: Context, question: PlanQuestion): Promise<SupportPlanView | null> {
  return read(ctx, (tx) => loadSupportPlan(ctx, tx, question))
}

/** The same inside the transaction of a page that shows more. */
export async function loadSupportPlan(ctx: Context, tx: Tx, question: PlanQuestion): Promise<SupportPlanView | null> {
  const found = await loadChildPeriods(ctx, tx, question)
  if (found === null) return null
  if (found.shown === null) return { ...found, plan: null, money: null }
  const approved = await findApprovedPlan(tx, found.shown.id)
  const plan = approved === null || readsGoals(ctx.actor.role) ? approved : { ...approved, goals: [] }
  return { ...found, plan, money: await getPeriodMoney(tx, found.shown.id) }
}

const uuid = z.uuid()

/** The child with its periods and the one to show; null when the child is not the actor's to see. One statement. */
export async function loadChildPeriods(
  ctx: Context,
  tx: Tx,
  { childId, periodId }: PlanQuestion,
): Promise<ChildPeriods | null> {
  if (!uuid.safeParse(childId).success) return null
  const found = await findChildWithPeriods(ctx, tx, childId)
  if (found === null) return null
  const today = dateOf(ctx.clock.now())
  const periods = found.periods.map((period) => viewPeriod(period, today))
  return { ...found, periods, shown: choosePeriod(periods, periodId) }
}

/** Money and units of a period by line, in priority order. The caller has found the period in the actor's scope. */
export async function getPeriodMoney(tx: Tx, periodId: string): Promise<PeriodMoney> {
  return loadPeriodMoney(tx, periodId)
}
