import { postOnLine } from '#app/budget/post-transfer.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { emit } from '#app/platform/events.server.ts'
import type { Cents } from '#app/platform/money.ts'
import { subtractCents, zeroCents } from '#app/platform/money.ts'
import { accept, refuse, type Result } from '#app/platform/result.ts'
import type { Stated } from './answer-store.server.ts'
import { lockDeliveryFor, saveSettlement } from './answer-store.server.ts'

export type SettleObjectionInput = {
  deliveryId: string
  /** What the guardian, the provider and the record read. */
  reason: string
} & ({ decision: 'uphold' } | { decision: 'dismiss' } | { decision: 'lower'; amount: Cents })

export type SettledObjection = {
  deliveryId: string
  state: 'accepted' | 'rejected'
  /** What is owed after the decision. */
  amount: Cents
  /** What went back to the child's budget. */
  returned: Cents
}

export type SettleObjectionRefusal =
  | { kind: 'not-found' }
  | { kind: 'not-objected'; state: Stated['state'] }
  | { kind: 'reason-needed' }
  /** A lower amount is above zero and below what was stated. */
  | { kind: 'amount-out-of-range'; most: Cents }

const staff = new Set(['social_worker', 'finance_officer', 'payout_approver', 'municipality_administrator'])

/**
 * The municipality decides on an objection, with a reason: the guardian is right (nothing is owed, all of the money
 * is the child's again), the statement stands (it is accepted as stated), or a lower amount is owed and the
 * difference goes back. Money moves by a reversing transfer; the statement itself stays readable. Kept in the audit.
 */
export async function settleObjection(
  ctx: Context,
  input: SettleObjectionInput,
): Promise<Result<SettledObjection, SettleObjectionRefusal>> {
  if (!staff.has(ctx.actor.role)) return refuse({ kind: 'not-found' })
  const reason = input.reason.trim()
  if (reason === '') return refuse({ kind: 'reason-needed' })

  return transact<SettledObjection, SettleObjectionRefusal>(ctx, async (tx) => {
    const stated = await lockDeliveryFor(ctx, tx, input.deliveryId)
    if (stated === null) return refuse({ kind: 'not-found' })
    if (stated.state !== 'objected') return refuse({ kind: 'not-objected', state: stated.state })
    const decided = decide(stated, input)
    if (!decided.ok) return decided
    const { state, amount } = decided.value

    const at = ctx.clock.now()
    const { personId } = ctx.actor
    const { id, municipalityId, budgetLineId } = stated
    const returned = subtractCents(stated.amount, amount)
    if (returned > 0) {
      const cause = { municipalityId, kind: 'delivery' as const, id, personId, at, key: `settle:${id}`, reason }
      await postOnLine(tx, { kind: 'reverse_delivery', budgetLineId, amount: returned, cause })
    }
    // A rejected statement keeps the amount it asked: what was refused stays readable.
    await saveSettlement(tx, stated, {
      state,
      amount: state === 'rejected' ? stated.amount : amount,
      reason,
      personId,
      at,
    })
    await recordAudit(ctx, tx, {
      action: `delivery.settle.${input.decision}`,
      subject: { kind: 'delivery', id },
      reason,
    })
    await emit(tx, { type: 'delivery.settled', municipalityId, subjectId: id, personId, at })
    return accept({ deliveryId: id, state, amount, returned })
  })
}

function decide(
  stated: Stated,
  input: SettleObjectionInput,
): Result<{ state: 'accepted' | 'rejected'; amount: Cents }, SettleObjectionRefusal> {
  if (input.decision === 'uphold') return accept({ state: 'rejected', amount: zeroCents })
  if (input.decision === 'dismiss') return accept({ state: 'accepted', amount: stated.amount })
  const isInRange = input.amount > 0 && input.amount < stated.amount
  return isInRange
    ? accept({ state: 'accepted', amount: input.amount })
    : refuse({ kind: 'amount-out-of-range', most: stated.amount })
}
