import type { Context } from '#app/people/context.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Cents } from '#app/platform/money.ts'
import { zeroCents } from '#app/platform/money.ts'
import { accept, refuse, type Result } from '#app/platform/result.ts'
import type { WantedBooking } from './booking-store.server.ts'
import { insertBooking, loadBookable } from './booking-store.server.ts'
import type { BookRefusal } from './rules/decide-booking.ts'
import { decideBooking } from './rules/decide-booking.ts'
import { sizeOfSession } from './rules/session-quantity.ts'

export type BookSessionInput = {
  childId: string
  budgetLineId: string
  offeringId: string
  specialistId: string
  startsAt: Temporal.Instant
  /** A longer stretch than offered, for services counted in hours; null for the offered one. */
  durationMinutes?: number | null
  /** For services counted in kilometres. */
  kilometres?: number | null
  /** The price on the page that the family confirmed. */
  seenPriceCents: Cents
  /** Made with the form; the same form sent twice books once. */
  requestKey: string
}

export type Booked = { bookingId: string }
export type { BookRefusal } from './rules/decide-booking.ts'

/** Constraints that decide a race. The facts are read once more, so that the family is told what is so now. */
const decidedByDatabase = {
  specialist_is_in_one_place: { kind: 'slot-taken' },
  child_is_in_one_place: { kind: 'child-busy' },
  balance_is_never_negative: { kind: 'budget-exceeded', missing: zeroCents },
  booking_municipality_id_booked_by_request_key_key: { kind: 'sent-twice' },
} satisfies Record<string, BookRefusal | { kind: 'sent-twice' }>

/**
 * A guardian books a session for a child out of one budget line. The price is reserved at once; the cancellation rule
 * in force goes with the booking. Two round trips between begin and commit: everything is read in one statement and
 * written in another, under READ COMMITTED; exclusion constraints and balances decide races.
 */
export async function bookSession(ctx: Context, input: BookSessionInput): Promise<Result<Booked, BookRefusal>> {
  const first = await tryToBook(ctx, input)
  if (first.ok || !first.refusal.isRaced) return first.ok ? first : refuse(first.refusal.told)
  const second = await tryToBook(ctx, input)
  return second.ok ? second : refuse(second.refusal.told)
}

type Attempt = { kind: 'refused'; told: BookRefusal; isRaced: boolean }

async function tryToBook(ctx: Context, input: BookSessionInput): Promise<Result<Booked, Attempt>> {
  const wanted: WantedBooking = { ...input, durationMinutes: input.durationMinutes ?? null }
  const refused = (told: BookRefusal) => refuse({ kind: 'refused', told, isRaced: false })
  if (ctx.actor.role !== 'guardian') return refused({ kind: 'not-found' })

  return transact<Booked, Attempt>(
    ctx,
    async (tx) => {
      const bookable = await loadBookable(ctx, tx, wanted)
      if (bookable === null) return refused({ kind: 'not-found' })
      if (bookable.sentBeforeAs !== null) return accept({ bookingId: bookable.sentBeforeAs })

      const size = sizeOfSession({
        unit: bookable.unit,
        offeredMinutes: bookable.offeredMinutes,
        chosenMinutes: wanted.durationMinutes,
        kilometres: input.kilometres ?? null,
      })
      if (size === null) return refused({ kind: 'not-a-free-slot' })
      const decided = decideBooking({
        ...bookable,
        now: ctx.clock.now(),
        startsAt: input.startsAt,
        quantity: size.quantity,
        seenPrice: input.seenPriceCents,
        available: bookable.available ?? zeroCents,
      })
      if (!decided.ok) return refused(decided.refusal)

      await insertBooking(ctx, tx, wanted, bookable, { quantity: size.quantity, ...decided.value })
      return accept({ bookingId: bookable.newBookingId })
    },
    Object.fromEntries(
      Object.entries(decidedByDatabase).map(([constraint, refusal]) => [
        constraint,
        {
          kind: 'refused',
          told: refusal.kind === 'sent-twice' ? { kind: 'slot-taken' } : refusal,
          isRaced: true,
        },
      ]),
    ),
  )
}
