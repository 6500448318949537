import type { PeriodBalances } from '#app/budget/get-balances.server.ts'
import { giveToService, lockFreeMoney, takeFromLine } from '#app/budget/move-line-money.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { findRevisedMoney } from '#app/plan/revision-store.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { type Cents, addCents, cents, subtractCents, zeroCents } from '#app/platform/money.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type RevisedMoneyRefusal =
  /** These would keep less than is booked, received or paid by now. */
  | { kind: 'below-booked'; serviceIds: readonly string[] }
  /** The lines together ask for more than the period has free. */
  | { kind: 'not-enough-unassigned'; missing: Cents }

type Wanted = { serviceId: string; budgetLineId: string | null; wanted: Cents; has: Cents; free: Cents }

/**
 * Moves the money of a period to what a revision gives to each service, inside the transaction that approves it: what
 * shrinks goes to the period first, then what grows takes from there, opening lines where a service has none. Decides by
 * the balances of this moment, under a lock: a booking on the same money comes either before and is counted, or after
 * and meets what is left. Answers the budget line of each service that has money.
 */
export async function moveRevisedMoney(
  ctx: Context,
  tx: Tx,
  { planId }: { planId: string },
): Promise<Result<Map<string, string>, RevisedMoneyRefusal>> {
  const plan = await findRevisedMoney(tx, planId)
  if (plan === null) throw new Error('A revision without a plan has no money to move')
  const { municipalityId, periodId } = plan
  const balances = await lockFreeMoney(tx, periodId)
  const lines = plan.lines.map((line) => withBalances(line, balances))

  const below = lines.filter((line) => line.wanted < subtractCents(line.has, line.free))
  if (below.length > 0) return refuse({ kind: 'below-booked', serviceIds: below.map((line) => line.serviceId) })
  const grown = addCents(...lines.map((line) => subtractCents(line.wanted, line.has)))
  if (grown > balances.unassigned) {
    return refuse({ kind: 'not-enough-unassigned', missing: subtractCents(grown, balances.unassigned) })
  }

  const cause = { municipalityId, kind: 'plan' as const, id: planId, personId: ctx.actor.personId, at: ctx.clock.now() }
  const budgetLines = new Map<string, string>()
  for (const { serviceId, budgetLineId, wanted, has } of lines) {
    if (budgetLineId === null) continue
    if (wanted > 0) budgetLines.set(serviceId, budgetLineId)
    if (wanted >= has) continue
    const key = `plan:${planId}:unassign:${serviceId}`
    await takeFromLine(tx, { periodId, budgetLineId, amount: cents(has - wanted), cause: { ...cause, key } })
  }
  for (const { serviceId, wanted, has } of lines) {
    if (wanted <= has) continue
    const key = `plan:${planId}:assign:${serviceId}`
    const amount = cents(wanted - has)
    budgetLines.set(serviceId, await giveToService(tx, { periodId, serviceId, amount, cause: { ...cause, key } }))
  }
  return accept(budgetLines)
}

function withBalances(
  line: { serviceId: string; budgetLineId: string | null; wanted: Cents },
  { byLine }: PeriodBalances,
): Wanted {
  const balances = line.budgetLineId === null ? undefined : byLine.get(line.budgetLineId)
  if (balances === undefined) return { ...line, has: zeroCents, free: zeroCents }
  const { available, reserved, delivered, inTransit, paid } = balances
  return { ...line, has: addCents(available, reserved, delivered, inTransit, paid), free: available }
}
