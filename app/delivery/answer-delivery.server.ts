import { postOnLine } from '#app/budget/post-transfer.server.ts'
import type { Context } from '#app/people/context.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { emit } from '#app/platform/events.server.ts'
import type { Cents } from '#app/platform/money.ts'
import { addCents, zeroCents } from '#app/platform/money.ts'
import { accept, refuse, type Result } from '#app/platform/result.ts'
import type { Stated } from './answer-store.server.ts'
import { getAvailable, lockDeliveryFor, saveCosignature, saveObjection } from './answer-store.server.ts'
import type { ObjectionKind } from './rules/objection.ts'
import { completeObjection } from './rules/objection.ts'

export type AnswerDeliveryInput = { deliveryId: string } & (
  | {
      answer: 'cosign'
      /** Agrees to pay what was asked above the reserved price, out of the line's free money. */
      takesExtra: boolean
    }
  | { answer: 'object'; objection: ObjectionKind; words: string | null }
)

export type AnsweredDelivery = { deliveryId: string; childId: string; state: 'accepted' | 'objected'; amount: Cents }

export type AnswerDeliveryRefusal =
  | { kind: 'not-found' }
  /** It has an answer already: this guardian's, another's, or silence. */
  | { kind: 'already-answered'; state: Stated['state'] }
  /** Silence until then counted as acceptance. */
  | { kind: 'time-is-over'; acceptedFrom: Temporal.Instant }
  | { kind: 'words-needed' }
  | { kind: 'extra-not-available'; extra: Cents; available: Cents }

/**
 * A guardian answers what a specialist stated: co-signs it, with or without what was asked above the reserved price,
 * or objects, which stops the payment until the municipality decides. Objecting is possible until silence counts as
 * acceptance. Source: product.md sections 5 and 8.
 */
export async function answerDelivery(
  ctx: Context,
  input: AnswerDeliveryInput,
): Promise<Result<AnsweredDelivery, AnswerDeliveryRefusal>> {
  if (ctx.actor.role !== 'guardian') return refuse({ kind: 'not-found' })
  const raced = { kind: 'extra-not-available' as const, extra: zeroCents, available: zeroCents }
  const answer = () =>
    transact<AnsweredDelivery, AnswerDeliveryRefusal>(
      ctx,
      async (tx) => {
        const stated = await lockDeliveryFor(ctx, tx, input.deliveryId)
        if (stated === null) return refuse({ kind: 'not-found' })
        if (stated.state !== 'awaiting') return refuse({ kind: 'already-answered', state: stated.state })
        return input.answer === 'cosign' ? cosign(ctx, tx, stated, input.takesExtra) : object(ctx, tx, stated, input)
      },
      { balance_is_never_negative: raced },
    )
  const first = await answer()
  // A booking took the money between the look at it and the transfer: read once more, to tell what is there now.
  return !first.ok && first.refusal === raced ? answer() : first
}

async function cosign(
  ctx: Context,
  tx: Tx,
  stated: Stated,
  takesExtra: boolean,
): Promise<Result<AnsweredDelivery, AnswerDeliveryRefusal>> {
  const at = ctx.clock.now()
  const { personId } = ctx.actor
  const { id, municipalityId, budgetLineId, childId } = stated
  const extra = takesExtra ? stated.extraAsked : zeroCents
  if (extra > 0) {
    const available = await getAvailable(tx, budgetLineId)
    if (available < extra) return refuse({ kind: 'extra-not-available', extra, available })
    const cause = { municipalityId, kind: 'delivery' as const, id, personId, at, key: `extra:${id}` }
    await postOnLine(tx, { kind: 'deliver_extra', budgetLineId, amount: extra, cause })
  }
  const amount = addCents(stated.amount, extra)
  await saveCosignature(tx, { id, amount, personId, at })
  await emit(tx, { type: 'delivery.answered', municipalityId, subjectId: id, personId, at })
  return accept({ deliveryId: id, childId, state: 'accepted', amount })
}

async function object(
  ctx: Context,
  tx: Tx,
  stated: Stated,
  input: { objection: ObjectionKind; words: string | null },
): Promise<Result<AnsweredDelivery, AnswerDeliveryRefusal>> {
  const at = ctx.clock.now()
  const { personId } = ctx.actor
  const { id, municipalityId, childId, amount, acceptBy } = stated
  if (Temporal.Instant.compare(at, acceptBy) >= 0) return refuse({ kind: 'time-is-over', acceptedFrom: acceptBy })
  const objection = completeObjection({ kind: input.objection, words: input.words })
  if (!objection.ok) return objection
  await saveObjection(tx, { id, ...objection.value, personId, at })
  await emit(tx, { type: 'delivery.objected', municipalityId, subjectId: id, personId, at })
  return accept({ deliveryId: id, childId, state: 'objected', amount })
}
