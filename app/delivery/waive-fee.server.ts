import { postOnLine } from '#app/budget/post-transfer.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { inTenant } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { read, transact } from '#app/platform/db/transact.server.ts'
import { emit } from '#app/platform/events.server.ts'
import type { Cents } from '#app/platform/money.ts'
import { accept, refuse, type Result } from '#app/platform/result.ts'
import type { Stated } from './answer-store.server.ts'
import { findMunicipalityOfOwn, lockDeliveryFor, saveSettlement } from './answer-store.server.ts'

export type WaiveFeeInput = { deliveryId: string; reason: string | null }

export type WaiveFeeRefusal =
  | { kind: 'not-found' }
  /** Only the fee of a late cancellation or a missed session is the provider's to give up. */
  | { kind: 'not-a-fee' }
  | { kind: 'no-longer-owed'; state: Stated['state'] }
  | { kind: 'already-in-payout' }

/**
 * A provider does not ask the fee of a late cancellation or a missed session after all: all of it is the child's
 * again, and it no longer counts towards the fees of the period. Not once it is on its way in a payout.
 */
export async function waiveFee(
  ctx: Context,
  { deliveryId, reason }: WaiveFeeInput,
): Promise<Result<{ deliveryId: string; bookingId: string; returned: Cents }, WaiveFeeRefusal>> {
  const municipalityId = await read(ctx, (tx) => findMunicipalityOfOwn(ctx, tx, deliveryId))
  if (municipalityId === null) return refuse({ kind: 'not-found' })

  return transact<{ deliveryId: string; bookingId: string; returned: Cents }, WaiveFeeRefusal>(
    inTenant(ctx, municipalityId),
    async (tx) => {
      const stated = await lockDeliveryFor(ctx, tx, deliveryId)
      if (stated === null) return refuse({ kind: 'not-found' })
      if (stated.kind === 'delivered') return refuse({ kind: 'not-a-fee' })
      if (stated.state === 'waived' || stated.state === 'rejected') {
        return refuse({ kind: 'no-longer-owed', state: stated.state })
      }
      if (stated.isInPayout) return refuse({ kind: 'already-in-payout' })

      const at = ctx.clock.now()
      const { personId } = ctx.actor
      const { id, bookingId, budgetLineId, amount } = stated
      const words = reason === null || reason.trim() === '' ? null : reason.trim()
      const cause = { municipalityId, kind: 'delivery' as const, id, personId, at, key: `waive:${id}` }
      if (amount > 0) {
        await postOnLine(tx, {
          kind: 'reverse_delivery',
          budgetLineId,
          amount,
          cause: words === null ? cause : { ...cause, reason: words },
        })
      }
      await saveSettlement(tx, stated, { state: 'waived', amount, reason: words, personId, at })
      await recordAudit(ctx, tx, {
        action: 'delivery.waive',
        subject: { kind: 'delivery', id },
        municipalityId,
        ...(words === null ? {} : { reason: words }),
      })
      await emit(tx, { type: 'delivery.settled', municipalityId, subjectId: id, personId, at })
      return accept({ deliveryId: id, bookingId, returned: amount })
    },
    // A run that was prepared while this waited for the statement.
    { delivery_in_a_payout_stays: { kind: 'already-in-payout' } },
  )
}
