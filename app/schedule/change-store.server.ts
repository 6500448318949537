import { z } from 'zod'
import { seesChild } from '#app/people/child-scope.server.ts'
import type { Actor } from '#app/people/actor.ts'
import type { Context } from '#app/people/context.server.ts'
import { centsColumn, dateColumn, instantColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow } from '#app/platform/db/query-rows.server.ts'
import { eventInsert } from '#app/platform/events.server.ts'
import type { Cents } from '#app/platform/money.ts'
import { dateOf, toDate } from '#app/platform/time.ts'
import type { Cancelling } from './rules/booking-cost.ts'
import { freeStartsSql } from './slot-store.server.ts'

const liveRow = z.object({
  bookingId: z.uuid(),
  municipalityId: z.uuid(),
  childId: z.uuid(),
  periodId: z.uuid(),
  providerId: z.uuid(),
  offeringId: z.uuid(),
  budgetLineId: z.uuid(),
  specialistId: z.uuid(),
  startsAt: instantColumn,
  endsAt: instantColumn,
  blockedUntil: instantColumn,
  price: centsColumn,
  state: z.enum(['booked', 'cancelled', 'delivered', 'not_attended']),
  revision: z.number(),
  freeHoursBefore: z.number(),
  latePercent: z.number(),
  maxChargedPerPeriod: z.number(),
  alreadyCharged: z.number(),
})

/** A booking as somebody who may change it sees it, with the rule of cancelling it was made under. */
export type OwnBooking = z.infer<typeof liveRow>

/** The booking behind an id that a browser claims; null when it is unknown or not the actor's to change. */
export async function findOwnBooking(ctx: Context, tx: Tx, bookingId: string): Promise<OwnBooking | null> {
  if (!z.uuid().safeParse(bookingId).success) return null
  return queryRow(
    tx,
    liveRow,
    Prisma.sql`
    SELECT b.id AS "bookingId", b.municipality_id AS "municipalityId", b.child_id AS "childId", b.period_id AS "periodId",
      b.provider_id AS "providerId", b.offering_id AS "offeringId", b.budget_line_id AS "budgetLineId",
      b.specialist_id AS "specialistId", b.starts_at AS "startsAt", b.ends_at AS "endsAt",
      b.blocked_until AS "blockedUntil", b.price_cents AS price, b.state, b.revision,
      b.free_cancellation_hours AS "freeHoursBefore", b.late_charge_percent AS "latePercent",
      b.late_charges_per_period AS "maxChargedPerPeriod",
      (SELECT count(*)::int FROM booking charged WHERE charged.municipality_id = b.municipality_id
        AND charged.child_id = b.child_id AND charged.period_id = b.period_id AND charged.charged_cents > 0)
        AS "alreadyCharged"
    FROM booking b WHERE b.id = ${bookingId}::uuid AND ${mayChange(ctx)}`,
  )
}

function mayChange(ctx: Context): Prisma.Sql {
  const { actor } = ctx
  if (actor.providerId !== null) return ofProvider(actor, actor.providerId)
  return seesChild(ctx, Prisma.sql`b.child_id`)
}

function ofProvider(actor: Actor, providerId: string): Prisma.Sql {
  const own = Prisma.sql`b.provider_id = ${providerId}::uuid`
  if (actor.role === 'provider_manager') return own
  if (actor.role !== 'specialist' || actor.specialistId === null) return Prisma.sql`false`
  return Prisma.sql`${own} AND b.specialist_id = ${actor.specialistId}::uuid`
}

/** Makes late charges of one child queue up, so that two at once cannot both be the last allowed one. */
export async function lockLateCharges(tx: Tx, { municipalityId, periodId }: OwnBooking): Promise<void> {
  await tx.$queryRaw`SELECT FROM budget_period WHERE id = ${periodId}::uuid
    AND municipality_id = ${municipalityId}::uuid FOR NO KEY UPDATE`
}

export type CancellingAtCost = Cancelling & { charge: Cents }

/** Cancels the booking if it is still the one that was read. Answers whether it was. */
export async function markCancelled(
  ctx: Context,
  tx: Tx,
  booking: OwnBooking,
  { by, reason, note, charge }: CancellingAtCost,
): Promise<boolean> {
  const { bookingId, municipalityId, revision } = booking
  const { personId } = ctx.actor
  const now = ctx.clock.now()
  const at = Prisma.sql`${toDate(now)}::timestamptz`
  const written = await tx.$executeRaw`
    WITH cancelled AS (
      UPDATE booking SET state = 'cancelled', revision = revision + 1, cancelled_at = ${at},
        cancelled_by = ${by}::"CancelledBy", cancelled_by_person = ${personId}::uuid,
        cancel_reason = ${reason}::"CancelReason", cancel_note = ${note}, charged_cents = ${charge}::int
      WHERE id = ${bookingId}::uuid AND municipality_id = ${municipalityId}::uuid AND state = 'booked'
        AND revision = ${revision}::int
      RETURNING id, municipality_id, provider_id, starts_at, price_cents
    )
    INSERT INTO booking_change (municipality_id, booking_id, provider_id, kind, at, person_id, starts_at, price_cents)
    SELECT municipality_id, id, provider_id, 'cancelled', ${at}, ${personId}::uuid, starts_at, price_cents FROM cancelled`
  return written === 1
}

/** The record that the guardian knew and took the cost of a late cancellation: owed, with nothing left to answer. */
export async function insertLateCancellation(ctx: Context, tx: Tx, booking: OwnBooking, charge: Cents): Promise<void> {
  const { personId } = ctx.actor
  const at = Prisma.sql`${toDate(ctx.clock.now())}::timestamptz`
  await tx.$executeRaw`
    INSERT INTO delivery (municipality_id, booking_id, child_id, provider_id, kind, state, quantity_hundredths,
      reserved_cents, amount_cents, stated_by, stated_at, accept_by, answered_by, answered_at, accepted_how)
    VALUES (${booking.municipalityId}::uuid, ${booking.bookingId}::uuid, ${booking.childId}::uuid,
      ${booking.providerId}::uuid, 'late_cancellation', 'accepted', 0, ${booking.price}::int, ${charge}::int,
      ${personId}::uuid, ${at}, ${at}, ${personId}::uuid, ${at}, 'cancelled_knowingly')`
}

const movableRow = z.object({
  periodEndsBefore: dateColumn,
  bufferMinutes: z.number(),
  isProviderAccepted: z.boolean(),
  isSpecialistBusy: z.boolean(),
  isChildBusy: z.boolean(),
  isFreeStart: z.boolean(),
})

export type WantedMove = { specialistId: string; startsAt: Temporal.Instant }

/** Whether a booking can move to another time or specialist of its offering; null when that is not one of them. */
export async function loadMovable(ctx: Context, tx: Tx, booking: OwnBooking, wanted: WantedMove) {
  if (!z.uuid().safeParse(wanted.specialistId).success) return null
  const startsAt = Prisma.sql`${toDate(wanted.startsAt)}::timestamptz`
  const day = dateOf(wanted.startsAt)
  const minutes = minutesOf(booking)
  return queryRow(
    tx,
    movableRow,
    Prisma.sql`
    SELECT p.ends_before AS "periodEndsBefore", o.buffer_minutes AS "bufferMinutes",
      EXISTS (SELECT FROM provider_acceptance a WHERE a.provider_id = o.provider_id
        AND a.municipality_id = b.municipality_id
        AND daterange(a.accepted_from, a.accepted_until) @> ${day.toString()}::date) AS "isProviderAccepted",
      EXISTS (SELECT FROM busy_times(ARRAY[os.specialist_id], ${startsAt},
          ${startsAt} + (${minutes}::int + o.buffer_minutes) * interval '1 minute') taken
        WHERE NOT isempty((CASE WHEN os.specialist_id = b.specialist_id
            THEN taken.busy - tstzmultirange(tstzrange(b.blocked_from, b.blocked_until)) ELSE taken.busy END)
          * tstzmultirange(tstzrange(${startsAt}, ${startsAt} + (${minutes}::int + o.buffer_minutes) * interval '1 minute'))))
        AS "isSpecialistBusy",
      EXISTS (SELECT FROM booking other WHERE other.child_id = b.child_id AND other.child_lane = b.child_lane
        AND other.state <> 'cancelled' AND other.id <> b.id
        AND tstzrange(other.starts_at, other.ends_at)
          && tstzrange(${startsAt}, ${startsAt} + ${minutes}::int * interval '1 minute')) AS "isChildBusy",
      EXISTS (SELECT FROM (${freeStartsSql({
        childId: booking.childId,
        budgetLineId: booking.budgetLineId,
        offeringIds: [booking.offeringId],
        specialistId: wanted.specialistId,
        durationMinutes: minutes,
        firstDay: day,
        endDay: day.add({ days: 2 }),
        now: ctx.clock.now(),
        exceptBookingId: booking.bookingId,
      })}) free WHERE free.starts_at = ${startsAt}) AS "isFreeStart"
    FROM booking b
    JOIN budget_period p ON p.id = b.period_id
    JOIN offering o ON o.id = b.offering_id
    JOIN offering_specialist os ON os.offering_id = o.id AND os.specialist_id = ${wanted.specialistId}::uuid
    WHERE b.id = ${booking.bookingId}::uuid`,
  )
}

function minutesOf({ startsAt, endsAt }: OwnBooking): number {
  return startsAt.until(endsAt).total('minutes')
}

/** Moves the booking if it is still the one that was read, with its history row and event. Answers whether it was. */
export async function moveTimes(
  ctx: Context,
  tx: Tx,
  booking: OwnBooking,
  { specialistId, startsAt, bufferMinutes }: WantedMove & { bufferMinutes: number },
): Promise<boolean> {
  const { bookingId, municipalityId, revision } = booking
  const { personId } = ctx.actor
  const now = ctx.clock.now()
  const endsAt = startsAt.add({ minutes: minutesOf(booking) })
  const written = await tx.$executeRaw`
    WITH moved AS (
      UPDATE booking SET specialist_id = ${specialistId}::uuid, starts_at = ${toDate(startsAt)}, ends_at = ${toDate(endsAt)},
        blocked_from = ${toDate(startsAt)}, blocked_until = ${toDate(endsAt.add({ minutes: bufferMinutes }))},
        revision = revision + 1
      WHERE id = ${bookingId}::uuid AND municipality_id = ${municipalityId}::uuid AND state = 'booked'
        AND revision = ${revision}::int
      RETURNING id, municipality_id, provider_id, starts_at, price_cents
    ),
    heard AS (
      ${eventInsert({ type: 'booking.moved', municipalityId, subjectId: bookingId, personId, at: now })}
    )
    INSERT INTO booking_change (municipality_id, booking_id, provider_id, kind, at, person_id, was_starts_at,
      was_price_cents, starts_at, price_cents)
    SELECT municipality_id, id, provider_id, 'moved', ${toDate(now)}::timestamptz, ${personId}::uuid,
      ${toDate(booking.startsAt)}::timestamptz, ${booking.price}::int, starts_at, price_cents
    FROM moved`
  return written === 1
}
