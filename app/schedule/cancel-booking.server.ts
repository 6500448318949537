import { postHold, voidHold } from '#app/budget/hold-money.server.ts'
import type { Role } from '#app/people/actor.ts'
import type { Context } from '#app/people/context.server.ts'
import { inTenant } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { read, transact } from '#app/platform/db/transact.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { emit } from '#app/platform/events.server.ts'
import type { Cents } from '#app/platform/money.ts'
import { accept, refuse, type Result } from '#app/platform/result.ts'
import type { OwnBooking } from './change-store.server.ts'
import { findOwnBooking, insertLateCancellation, lockLateCharges, markCancelled } from './change-store.server.ts'
import type { Cancelling, CancelReason } from './rules/booking-cost.ts'
import { costOf, writtenNote } from './rules/booking-cost.ts'

export type CancelBookingInput = {
  bookingId: string
  /** In whose name: a guardian's, the provider's, or the municipality's. Must fit the actor's role. */
  by: Cancelling['by']
  reason: CancelReason
  /** For a child who is ill: what note there is. Blank is no note. */
  note: string | null
  /** The revision of the booking that the person saw. */
  revision: number
  /** What the page said it would cost. When it would cost more by now, nothing is cancelled. */
  seenChargeCents?: Cents
}

export type Cancelled = { bookingId: string; childId: string; charge: Cents; released: Cents }

export type CancelRefusal =
  | { kind: 'not-found' }
  | { kind: 'not-live'; state: OwnBooking['state'] }
  | { kind: 'changed-meanwhile'; revision: number }
  /** The session is over: the one who gave it states what took place, and the guardian answers that. */
  | { kind: 'already-over'; endedAt: Temporal.Instant }
  | { kind: 'cost-changed'; was: Cents; is: Cents }

const rolesOf: Record<Cancelling['by'], readonly Role[]> = {
  guardian: ['guardian'],
  provider: ['specialist', 'provider_manager'],
  municipality: ['social_worker', 'municipality_administrator'],
}

/**
 * Cancels a booking. In time, with a child ill and a note, or by the provider or the municipality it is free and the
 * whole hold becomes available again. A guardian's late cancellation costs the share of the price that the booking's
 * own rule allows, as often per child and period as it allows: the share is owed at once, since the guardian saw the
 * cost and went on, and the rest is available again. A guardian cannot cancel what is over: it would take the money
 * from under a session that was given and is not confirmed yet. Source: product.md section 5.
 */
export async function cancelBooking(
  ctx: Context,
  input: CancelBookingInput,
): Promise<Result<Cancelled, CancelRefusal>> {
  if (!rolesOf[input.by].includes(ctx.actor.role)) return refuse({ kind: 'not-found' })
  const seen = await read(ctx, (tx) => findOwnBooking(ctx, tx, input.bookingId))
  if (seen === null) return refuse({ kind: 'not-found' })

  return transact<Cancelled, CancelRefusal>(inTenant(ctx, seen.municipalityId), async (tx) => {
    if (input.by === 'guardian') await lockLateCharges(tx, seen)
    const booking = await findOwnBooking(ctx, tx, input.bookingId)
    if (booking === null) return refuse({ kind: 'not-found' })
    if (booking.state !== 'booked') return refuse({ kind: 'not-live', state: booking.state })
    if (booking.revision !== input.revision) return refuse({ kind: 'changed-meanwhile', revision: booking.revision })

    const now = ctx.clock.now()
    if (input.by === 'guardian' && Temporal.Instant.compare(booking.endsAt, now) <= 0) {
      return refuse({ kind: 'already-over', endedAt: booking.endsAt })
    }
    const { charge, release } = costOf(booking, { ...input, now })
    if (input.seenChargeCents !== undefined && charge > input.seenChargeCents) {
      return refuse({ kind: 'cost-changed', was: input.seenChargeCents, is: charge })
    }
    const note = writtenNote(input.note)
    const isCancelled = await markCancelled(ctx, tx, booking, { by: input.by, reason: input.reason, note, charge })
    if (!isCancelled) return refuse({ kind: 'changed-meanwhile', revision: booking.revision + 1 })
    await settleHold(ctx, tx, booking, charge)
    const { bookingId, municipalityId, childId } = booking
    const { personId } = ctx.actor
    await emit(tx, { type: 'booking.cancelled', municipalityId, subjectId: bookingId, personId, at: now })
    if (charge > 0 || input.by !== 'guardian') {
      const subject = { kind: 'booking', id: bookingId }
      await recordAudit(ctx, tx, { action: 'booking.cancel', subject, municipalityId })
    }
    return accept({ bookingId, childId, charge, released: release })
  })
}

async function settleHold(ctx: Context, tx: Tx, booking: OwnBooking, charge: Cents): Promise<void> {
  const { bookingId, municipalityId } = booking
  const cause = {
    municipalityId,
    kind: 'booking' as const,
    id: bookingId,
    personId: ctx.actor.personId,
    at: ctx.clock.now(),
    key: `cancel:${bookingId}`,
  }
  const ended =
    charge > 0 ? await postHold(tx, { bookingId, owed: charge, cause }) : await voidHold(tx, { bookingId, cause })
  if (ended === null) throw new Error('A live booking has no open hold')
  if (charge > 0) await insertLateCancellation(ctx, tx, booking, charge)
}
