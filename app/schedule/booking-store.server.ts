import { z } from 'zod'
import { openHoldParts } from '#app/budget/open-hold-statement.server.ts'
import { seesChild } from '#app/people/child-scope.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { centsColumn, dateColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow } from '#app/platform/db/query-rows.server.ts'
import { eventInsert } from '#app/platform/events.server.ts'
import type { Cents } from '#app/platform/money.ts'
import type { Hundredths } from '#app/platform/quantity.ts'
import { units } from '#app/platform/quantity.ts'
import { dateOf, toDate } from '#app/platform/time.ts'
import type { CancellationPolicy } from './rules/cancellation.ts'
import { freeStartsSql } from './slot-store.server.ts'

const uuids = z.array(z.uuid())
const modes = ['at_provider', 'at_home', 'institution', 'online'] as const
const lanes = ['attended', 'assistance', 'transport'] as const

const policyColumns = {
  freeHoursBefore: z.number(),
  latePercent: z.number(),
  maxChargedPerPeriod: z.number(),
}

const bookableRow = z.object({
  newBookingId: z.uuid(),
  sentBeforeAs: z.uuid().nullable(),
  municipalityId: z.uuid(),
  periodId: z.uuid(),
  periodEndsBefore: dateColumn,
  serviceId: z.uuid(),
  unit: z.enum(units),
  lane: z.enum(lanes),
  mode: z.enum(modes),
  providerId: z.uuid(),
  offeredMinutes: z.number(),
  minutes: z.number(),
  bufferMinutes: z.number(),
  tariff: centsColumn.nullable(),
  cap: centsColumn.nullable(),
  available: centsColumn.nullable(),
  isProviderAccepted: z.boolean(),
  isSpecialistBusy: z.boolean(),
  isChildBusy: z.boolean(),
  isFreeStart: z.boolean(),
  policy: z.object(policyColumns).nullable(),
})
export type Bookable = z.infer<typeof bookableRow>

export type WantedBooking = {
  childId: string
  budgetLineId: string
  offeringId: string
  specialistId: string
  startsAt: Temporal.Instant
  /** Null for the offering's own length. */
  durationMinutes: number | null
  requestKey: string
}

/**
 * Everything that decides a booking, in one statement; null when the child is not the actor's, or line, offering and
 * specialist do not belong together. `sentBeforeAs` is the booking that the same form made already.
 */
export async function loadBookable(ctx: Context, tx: Tx, wanted: WantedBooking): Promise<Bookable | null> {
  const { childId, budgetLineId, offeringId, specialistId, requestKey } = wanted
  if (!uuids.safeParse([childId, budgetLineId, offeringId, specialistId, requestKey]).success) return null
  const now = ctx.clock.now()
  const startsAt = Prisma.sql`${toDate(wanted.startsAt)}::timestamptz`
  const day = dateOf(wanted.startsAt)
  const today = Prisma.sql`${dateOf(now).toString()}::date`
  return queryRow(
    tx,
    bookableRow,
    Prisma.sql`
    SELECT uuidv7() AS "newBookingId",
      (SELECT b.id FROM booking b WHERE b.municipality_id = l.municipality_id AND b.booked_by = ${ctx.actor.personId}::uuid
        AND b.request_key = ${wanted.requestKey}::uuid AND b.child_id = p.child_id) AS "sentBeforeAs",
      l.municipality_id AS "municipalityId", p.id AS "periodId", p.ends_before AS "periodEndsBefore",
      s.id AS "serviceId", s.unit, s.child_lane AS lane, o.mode, o.provider_id AS "providerId",
      o.duration_minutes AS "offeredMinutes", size.minutes, o.buffer_minutes AS "bufferMinutes",
      (SELECT t.cents FROM tariff t WHERE t.offering_id = o.id AND daterange(t.valid_from, t.valid_to) @> ${today}) AS tariff,
      (SELECT c.cents FROM price_cap c WHERE c.municipality_id = l.municipality_id AND c.service_id = s.id
        AND c.mode = o.mode AND daterange(c.valid_from, c.valid_to) @> ${today}) AS cap,
      (SELECT balance_cents FROM account WHERE budget_line_id = l.id AND kind = 'available') AS available,
      EXISTS (SELECT FROM provider_acceptance a WHERE a.provider_id = o.provider_id
        AND a.municipality_id = l.municipality_id
        AND daterange(a.accepted_from, a.accepted_until) @> ${day.toString()}::date) AS "isProviderAccepted",
      EXISTS (SELECT FROM busy_times(ARRAY[os.specialist_id], ${startsAt},
        ${startsAt} + (size.minutes + o.buffer_minutes) * interval '1 minute')) AS "isSpecialistBusy",
      EXISTS (SELECT FROM booking b WHERE b.child_id = p.child_id AND b.child_lane = s.child_lane AND b.state <> 'cancelled'
        AND tstzrange(b.starts_at, b.ends_at)
          && tstzrange(${startsAt}, ${startsAt} + size.minutes * interval '1 minute')) AS "isChildBusy",
      EXISTS (SELECT FROM (${freeStartsSql({
        childId: wanted.childId,
        budgetLineId: wanted.budgetLineId,
        offeringIds: [wanted.offeringId],
        specialistId: wanted.specialistId,
        durationMinutes: wanted.durationMinutes,
        firstDay: day,
        endDay: day.add({ days: 2 }),
        now,
        exceptBookingId: null,
      })}) free WHERE free.starts_at = ${startsAt}) AS "isFreeStart",
      (SELECT jsonb_build_object('freeHoursBefore', m.free_cancellation_hours, 'latePercent', m.late_charge_percent,
          'maxChargedPerPeriod', m.late_charges_per_period)
        FROM municipality_policy m WHERE m.municipality_id = l.municipality_id AND m.valid_from <= ${today}
        ORDER BY m.valid_from DESC LIMIT 1) AS policy
    FROM budget_line l
    JOIN budget_period p ON p.id = l.period_id
    JOIN service s ON s.id = l.service_id
    JOIN offering o ON o.service_id = s.id AND o.id = ${wanted.offeringId}::uuid
    JOIN offering_specialist os ON os.offering_id = o.id AND os.specialist_id = ${wanted.specialistId}::uuid
    CROSS JOIN LATERAL (SELECT coalesce(${wanted.durationMinutes}::int, o.duration_minutes) AS minutes) size
    WHERE l.id = ${wanted.budgetLineId}::uuid AND p.child_id = ${wanted.childId}::uuid AND p.annulled_at IS NULL
      AND ${seesChild(ctx, Prisma.sql`p.child_id`)}`,
  )
}

/**
 * Books in one statement: the booking with its rule of cancelling, the money set aside, the history row and the event.
 * The constraints of the database have the last word about time and money.
 */
export async function insertBooking(
  ctx: Context,
  tx: Tx,
  wanted: WantedBooking,
  bookable: Bookable,
  agreed: { quantity: Hundredths; unitPrice: Cents; price: Cents; policy: CancellationPolicy },
): Promise<void> {
  const now = ctx.clock.now()
  const { personId } = ctx.actor
  const { newBookingId: id, municipalityId } = bookable
  const endsAt = wanted.startsAt.add({ minutes: bookable.minutes })
  const blockedUntil = endsAt.add({ minutes: bookable.bufferMinutes })
  const cause = { municipalityId, kind: 'booking' as const, id, personId, at: now, key: `reserve:${id}` }
  const inserted = await tx.$executeRaw`
    WITH booked AS (
      INSERT INTO booking (id, municipality_id, child_id, period_id, budget_line_id, service_id, offering_id, provider_id,
        specialist_id, child_lane, mode, starts_at, ends_at, blocked_from, blocked_until, quantity_hundredths,
        unit_price_cents, price_cents, free_cancellation_hours, late_charge_percent, late_charges_per_period, booked_by,
        booked_at, request_key)
      VALUES (${id}::uuid, ${municipalityId}::uuid, ${wanted.childId}::uuid, ${bookable.periodId}::uuid,
        ${wanted.budgetLineId}::uuid, ${bookable.serviceId}::uuid, ${wanted.offeringId}::uuid, ${bookable.providerId}::uuid,
        ${wanted.specialistId}::uuid, ${bookable.lane}::"ChildLane", ${bookable.mode}::"Mode", ${toDate(wanted.startsAt)},
        ${toDate(endsAt)}, ${toDate(wanted.startsAt)}, ${toDate(blockedUntil)}, ${agreed.quantity}::int,
        ${agreed.unitPrice}::int, ${agreed.price}::int, ${agreed.policy.freeHoursBefore}::int,
        ${agreed.policy.latePercent}::int, ${agreed.policy.maxChargedPerPeriod}::int, ${personId}::uuid, ${toDate(now)},
        ${wanted.requestKey}::uuid)
      RETURNING id
    ),
    ${openHoldParts({ budgetLineId: wanted.budgetLineId, bookingId: id, amount: agreed.price, cause, after: 'booked' })},
    heard AS (${eventInsert({ type: 'booking.booked', municipalityId, subjectId: id, personId, at: now })})
    INSERT INTO booking_change (municipality_id, booking_id, provider_id, kind, at, person_id, starts_at, price_cents)
    SELECT ${municipalityId}::uuid, ${id}::uuid, ${bookable.providerId}::uuid, 'booked', ${toDate(now)}::timestamptz,
      ${personId}::uuid, ${toDate(wanted.startsAt)}::timestamptz, ${agreed.price}::int
    FROM reserved`
  if (inserted !== 1) throw new Error('A booking found no accounts to set its money aside on')
}
