import { postHold } from '#app/budget/hold-money.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { inTenant } from '#app/people/context.server.ts'
import { read, transact } from '#app/platform/db/transact.server.ts'
import { emit } from '#app/platform/events.server.ts'
import type { Cents } from '#app/platform/money.ts'
import { zeroCents } from '#app/platform/money.ts'
import type { Hundredths } from '#app/platform/quantity.ts'
import { accept, refuse, type Result } from '#app/platform/result.ts'
import { dateOf } from '#app/platform/time.ts'
import { bookedPlace } from './rules/booked-place.ts'
import { worthOfDelivery } from './rules/delivered-amount.ts'
import { defaultSilencePolicy, silenceDates } from './rules/silent-acceptance.ts'
import type { PlaceType, RecordRefusal } from './rules/six-elements.ts'
import { completeRecord } from './rules/six-elements.ts'
import type { OwnSession } from './statement-store.server.ts'
import { endBooking, findOwnSession, getSilencePolicy, insertStatement } from './statement-store.server.ts'

export type StateDeliveryInput = { bookingId: string } & (
  | { how: 'as-planned' }
  | {
      how: 'as-stated'
      startedAt: Temporal.Instant
      endedAt: Temporal.Instant
      placeType: PlaceType
      note: string | null
      /** Only trips and kilometres are counted by people; for the rest it is not read. Null is as booked. */
      quantity: Hundredths | null
    }
)

export type StatedDelivery = {
  deliveryId: string
  childId: string
  /** What is owed once accepted; the rest of the reserved price is free again. */
  amount: Cents
  /** Above the reserved price: taken only when the guardian agrees and the money is there. */
  extraAsked: Cents
  /** Silence until here counts as acceptance. */
  acceptBy: Temporal.Instant
}

export type StateDeliveryRefusal =
  | { kind: 'not-found' }
  /** Somebody confirmed, cancelled or moved it meanwhile. */
  | { kind: 'booking-changed'; state: OwnSession['state'] }
  | Exclude<RecordRefusal, { kind: 'elements-missing' }>
  /** It began on another day than booked: the booking has to be moved first. */
  | { kind: 'another-day'; bookedOn: Temporal.PlainDate }
  | { kind: 'nothing-delivered' }

/**
 * A specialist, or a manager of the provider, states that a session took place. What it is worth is posted from the
 * booking's hold and waits for the guardian; the rest of the hold is free again. Confirming and cancelling at the
 * same moment end in exactly one. Source: product.md section 5.
 */
export async function stateDelivery(
  ctx: Context,
  input: StateDeliveryInput,
): Promise<Result<StatedDelivery, StateDeliveryRefusal>> {
  const now = ctx.clock.now()
  const session = await read(ctx, (tx) => findOwnSession(tx, ctx.actor, input.bookingId))
  if (session === null) return refuse({ kind: 'not-found' })
  if (session.state !== 'booked') return refuse({ kind: 'booking-changed', state: session.state })

  const decided = decide(session, input, now)
  if (!decided.ok) return decided
  const { record, worth, note } = decided.value

  return transact<StatedDelivery, StateDeliveryRefusal>(
    inTenant(ctx, session.municipalityId),
    async (tx) => {
      const { personId } = ctx.actor
      const isEnded = await endBooking(tx, session, { state: 'delivered', charged: zeroCents, personId, at: now })
      if (!isEnded) {
        const meanwhile = await findOwnSession(tx, ctx.actor, session.bookingId)
        return refuse({ kind: 'booking-changed', state: meanwhile?.state ?? 'cancelled' })
      }
      const silence = await getSilencePolicy(tx, session.municipalityId, now)
      const acceptBy = silenceDates(now, silence.holidays, { ...defaultSilencePolicy, ...silence }).acceptedFrom
      const deliveryId = await insertStatement(tx, session, {
        kind: 'delivered',
        state: 'awaiting',
        startedAt: record.startedAt,
        endedAt: record.endedAt,
        placeType: record.placeType,
        note,
        quantity: worth.quantity,
        amount: worth.amount,
        extraAsked: worth.extraAsked,
        statedBy: personId,
        statedAt: now,
        acceptBy,
      })
      const { municipalityId, bookingId, childId } = session
      const cause = {
        municipalityId,
        kind: 'delivery' as const,
        id: deliveryId,
        personId,
        at: now,
        key: `deliver:${bookingId}`,
      }
      const released = await postHold(tx, { bookingId, owed: worth.amount, cause })
      if (released === null) throw new Error('A live booking has no open hold')
      await emit(tx, { type: 'delivery.stated', municipalityId, subjectId: deliveryId, personId, at: now })
      return accept({ deliveryId, childId, amount: worth.amount, extraAsked: worth.extraAsked, acceptBy })
    },
    { one_delivery_a_booking: { kind: 'booking-changed', state: 'delivered' } },
  )
}

function decide(session: OwnSession, input: StateDeliveryInput, now: Temporal.Instant) {
  const placeType = bookedPlace(session.mode)
  const stated =
    input.how === 'as-planned'
      ? { startedAt: session.startsAt, endedAt: session.endsAt, placeType, note: null, quantity: null }
      : input
  const { serviceId, childId, specialistId } = session
  const record = completeRecord({ serviceId, childId, specialistId, ...stated }, now)
  if (!record.ok) {
    if (record.refusal.kind === 'elements-missing') throw new Error('A statement always has all its elements')
    return { ok: false as const, refusal: record.refusal }
  }
  const bookedOn = dateOf(session.startsAt)
  if (!record.value.date.equals(bookedOn)) return refuse({ kind: 'another-day', bookedOn })

  const isCounted = session.unit === 'trip' || session.unit === 'kilometre'
  const quantity = isCounted && stated.quantity !== null ? stated.quantity : session.quantity
  const { unit, unitPrice, reserved, startsAt, endsAt } = session
  const worth = worthOfDelivery(
    { unit, quantity: session.quantity, unitPrice, reserved, startsAt, endsAt, placeType },
    { startedAt: stated.startedAt, endedAt: stated.endedAt, placeType: stated.placeType, quantity },
    { guardianConsents: false, available: zeroCents },
  )
  if (worth.amount <= 0) return refuse({ kind: 'nothing-delivered' })
  const note = stated.note === null || stated.note.trim() === '' ? null : stated.note.trim()
  return accept({ record: record.value, worth, note })
}
