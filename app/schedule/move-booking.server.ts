import type { Context } from '#app/people/context.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Cents } from '#app/platform/money.ts'
import { accept, refuse, type Result } from '#app/platform/result.ts'
import type { OwnBooking } from './change-store.server.ts'
import { findOwnBooking, loadMovable, moveTimes } from './change-store.server.ts'
import { costOf } from './rules/booking-cost.ts'
import type { TimeRefusal } from './rules/decide-booking.ts'
import { refusalOfTime } from './rules/decide-booking.ts'

export type MoveBookingInput = {
  bookingId: string
  /** The same specialist or another one of the offering. */
  specialistId: string
  startsAt: Temporal.Instant
  /** The revision of the booking that the person saw. */
  revision: number
}

export type Moved = { bookingId: string; childId: string; revision: number; startsAt: Temporal.Instant }

export type MoveRefusal =
  | { kind: 'not-found' }
  | TimeRefusal
  | { kind: 'not-live'; state: OwnBooking['state'] }
  | { kind: 'changed-meanwhile'; revision: number }
  /** Moving is free as long as cancelling is. Later a cancellation, with this charge, and a new booking are the way. */
  | { kind: 'too-late-to-move'; freeUntil: Temporal.Instant; charge: Cents }

/**
 * A guardian moves a booking to another free time or specialist of the same offering. Length and price stay as they
 * were agreed, so the money stays set aside as it is. Moving late would be a way around the rule of cancelling late,
 * hence it is free and possible exactly as long as cancelling is free. A time that is taken meanwhile changes nothing.
 */
export async function moveBooking(ctx: Context, input: MoveBookingInput): Promise<Result<Moved, MoveRefusal>> {
  if (ctx.actor.role !== 'guardian') return refuse({ kind: 'not-found' })
  const now = ctx.clock.now()
  return transact<Moved, MoveRefusal>(
    ctx,
    async (tx) => {
      const booking = await findOwnBooking(ctx, tx, input.bookingId)
      if (booking === null) return refuse({ kind: 'not-found' })
      if (booking.state !== 'booked') return refuse({ kind: 'not-live', state: booking.state })
      if (booking.revision !== input.revision) return refuse({ kind: 'changed-meanwhile', revision: booking.revision })
      const { kind, freeUntil, charge } = costOf(booking, { by: 'guardian', reason: 'plans_changed', note: null, now })
      if (kind === 'late') return refuse({ kind: 'too-late-to-move', freeUntil, charge })

      const movable = await loadMovable(ctx, tx, booking, input)
      if (movable === null) return refuse({ kind: 'not-found' })
      const refused = refusalOfTime({ ...movable, now, startsAt: input.startsAt })
      if (refused !== null) return refuse(refused)

      const isMoved = await moveTimes(ctx, tx, booking, { ...input, bufferMinutes: movable.bufferMinutes })
      if (!isMoved) return refuse({ kind: 'changed-meanwhile', revision: booking.revision + 1 })
      const { bookingId, childId, revision } = booking
      return accept({ bookingId, childId, revision: revision + 1, startsAt: input.startsAt })
    },
    { specialist_is_in_one_place: { kind: 'slot-taken' }, child_is_in_one_place: { kind: 'child-busy' } },
  )
}
