import { postHold, voidHold } from '#app/budget/hold-money.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { inTenant } from '#app/people/context.server.ts'
import { read, transact } from '#app/platform/db/transact.server.ts'
import { emit } from '#app/platform/events.server.ts'
import type { Cents } from '#app/platform/money.ts'
import { zeroCents } from '#app/platform/money.ts'
import { hundredths } from '#app/platform/quantity.ts'
import { accept, refuse, type Result } from '#app/platform/result.ts'
import type { Absence } from './rules/delivered-amount.ts'
import { worthOfAbsence } from './rules/delivered-amount.ts'
import { defaultSilencePolicy, silenceDates } from './rules/silent-acceptance.ts'
import type { OwnSession } from './statement-store.server.ts'
import {
  countCharged,
  endBooking,
  findOwnSession,
  getSilencePolicy,
  insertStatement,
} from './statement-store.server.ts'

export type StateNotAttendedInput = {
  bookingId: string
  cause: Absence
  /** Whether the provider asks for the fee that the policy allows. */
  asksFee: boolean
  note: string | null
}

export type StatedAbsence = {
  deliveryId: string
  childId: string
  /** The fee that waits for the guardian; 0 when nothing is asked. */
  amount: Cents
  /** The fee would have been allowed, but the child was charged as often as the policy lets. */
  isLimitReached: boolean
  acceptBy: Temporal.Instant
}

export type StateNotAttendedRefusal =
  | { kind: 'not-found' }
  | { kind: 'booking-changed'; state: OwnSession['state'] }
  | { kind: 'not-begun-yet'; startsAt: Temporal.Instant }

/**
 * A specialist, or a manager of the provider, states that the child did not come. The provider may ask the share of
 * the price that the booking's rule allows, at most so many times per child and period, and nothing for an ill child
 * with a note. A fee is posted from the hold and waits for the guardian; without a fee the whole hold is free again
 * and the record is closed at once (`waived`): there is nothing to answer. Source: product.md section 5.
 */
export async function stateNotAttended(
  ctx: Context,
  input: StateNotAttendedInput,
): Promise<Result<StatedAbsence, StateNotAttendedRefusal>> {
  const now = ctx.clock.now()
  const session = await read(ctx, (tx) => findOwnSession(tx, ctx.actor, input.bookingId))
  if (session === null) return refuse({ kind: 'not-found' })
  if (session.state !== 'booked') return refuse({ kind: 'booking-changed', state: session.state })
  if (Temporal.Instant.compare(now, session.startsAt) < 0) {
    return refuse({ kind: 'not-begun-yet', startsAt: session.startsAt })
  }

  return transact<StatedAbsence, StateNotAttendedRefusal>(
    inTenant(ctx, session.municipalityId),
    async (tx) => {
      const { personId } = ctx.actor
      const alreadyCharged = await countCharged(tx, session)
      const allowed = worthOfAbsence(
        { cause: input.cause, reserved: session.reserved, alreadyCharged },
        {
          freeHoursBefore: session.freeCancellationHours,
          latePercent: session.lateChargePercent,
          maxChargedPerPeriod: session.lateChargesPerPeriod,
        },
      ).amount
      const amount = input.asksFee ? allowed : zeroCents

      const isEnded = await endBooking(tx, session, { state: 'not_attended', charged: amount, personId, at: now })
      if (!isEnded) {
        const meanwhile = await findOwnSession(tx, ctx.actor, session.bookingId)
        return refuse({ kind: 'booking-changed', state: meanwhile?.state ?? 'cancelled' })
      }
      const silence = await getSilencePolicy(tx, session.municipalityId, now)
      const acceptBy = silenceDates(now, silence.holidays, { ...defaultSilencePolicy, ...silence }).acceptedFrom
      const note = input.note === null || input.note.trim() === '' ? null : input.note.trim()
      const deliveryId = await insertStatement(tx, session, {
        kind: 'not_attended',
        state: amount > 0 ? 'awaiting' : 'waived',
        startedAt: null,
        endedAt: null,
        placeType: null,
        note,
        quantity: hundredths(0),
        amount,
        extraAsked: zeroCents,
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
        key: `not-attended:${bookingId}`,
      }
      const ended =
        amount > 0 ? await postHold(tx, { bookingId, owed: amount, cause }) : await voidHold(tx, { bookingId, cause })
      if (ended === null) throw new Error('A live booking has no open hold')
      await emit(tx, { type: 'delivery.stated', municipalityId, subjectId: deliveryId, personId, at: now })
      const isLimitReached =
        input.asksFee && input.cause === 'no-show' && alreadyCharged >= session.lateChargesPerPeriod
      return accept({ deliveryId, childId, amount, isLimitReached, acceptBy })
    },
    { one_delivery_a_booking: { kind: 'booking-changed', state: 'not_attended' } },
  )
}
