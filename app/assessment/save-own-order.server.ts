import { lockSeat } from '#app/assessment/find-seat.server.ts'
import { listServices } from '#app/assessment/needs-store.server.ts'
import { listTeam, markOrderHandedIn, replaceRanks } from '#app/assessment/order-store.server.ts'
import { averageTies } from '#app/assessment/rules/joint-ranking.ts'
import type { OrderProblem, RankedGroups } from '#app/assessment/rules/ranking-text.ts'
import { orderProblems } from '#app/assessment/rules/ranking-text.ts'
import { ranksServices } from '#app/assessment/rules/who-plans.ts'
import type { Context } from '#app/people/context.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'
import { dateOf } from '#app/platform/time.ts'

/** Service ids, best first, ties in one group; `isHandedIn` gives the order to the lead. */
export type SaveOwnOrderInput = { assessmentId: string; order: RankedGroups; isHandedIn: boolean }
export type OwnOrderRefusal =
  | { kind: 'not-found' }
  | { kind: 'completed' }
  /** The lead has fixed the team's order. */
  | { kind: 'proposed' }
  | { kind: 'handed-in' }
  /** Not an order of exactly the services that ask for money of the budget. */
  | { kind: 'bad-order'; problems: readonly OrderProblem[] }

/** Keeps one expert's own order of the services. What was handed in stays until they take it back. */
export async function saveOwnOrder(
  ctx: Context,
  { assessmentId, order, isHandedIn }: SaveOwnOrderInput,
): Promise<Result<{ assessmentId: string }, OwnOrderRefusal>> {
  return transact<{ assessmentId: string }, OwnOrderRefusal>(ctx, async (tx) => {
    const own = await lockOwnOrder(ctx, tx, assessmentId)
    if (!own.ok) return own
    if (own.value.isHandedIn) return refuse({ kind: 'handed-in' })
    const services = await listServices(tx, { assessmentId, on: dateOf(ctx.clock.now()) })
    const ids = services.filter((service) => service.payer === 'individual-budget').map(({ serviceId }) => serviceId)
    const problems = orderProblems(order, ids)
    if (problems.length > 0 || ids.length === 0) return refuse({ kind: 'bad-order', problems })

    await replaceRanks(tx, own.value, averageTies(order))
    if (isHandedIn) await markOrderHandedIn(tx, own.value, ctx.clock.now())
    return accept({ assessmentId })
  })
}

/** Takes a handed-in order back, to change it. One that was not handed in stays as it is. */
export async function takeBackOwnOrder(
  ctx: Context,
  { assessmentId }: { assessmentId: string },
): Promise<Result<{ assessmentId: string }, OwnOrderRefusal>> {
  return transact<{ assessmentId: string }, OwnOrderRefusal>(ctx, async (tx) => {
    const own = await lockOwnOrder(ctx, tx, assessmentId)
    if (!own.ok) return own
    await markOrderHandedIn(tx, own.value, null)
    return accept({ assessmentId })
  })
}

type OwnOrder = { municipalityId: string; assessmentId: string; personId: string; isHandedIn: boolean }

async function lockOwnOrder(
  ctx: Context,
  tx: Tx,
  assessmentId: string,
): Promise<Result<OwnOrder, Exclude<OwnOrderRefusal, { kind: 'bad-order' }>>> {
  const seat = await lockSeat(ctx, tx, assessmentId)
  if (seat === null || !ranksServices(seat.role)) return refuse({ kind: 'not-found' })
  if (seat.isCompleted) return refuse({ kind: 'completed' })
  if (seat.isProposed) return refuse({ kind: 'proposed' })
  const { personId } = ctx.actor
  const member = (await listTeam(tx, assessmentId)).find((one) => one.personId === personId)
  if (member === undefined) return refuse({ kind: 'not-found' })
  const { municipalityId } = seat
  return accept({ municipalityId, assessmentId, personId, isHandedIn: member.orderHandedInAt !== null })
}
