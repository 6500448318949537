import { z } from 'zod'
import { seesChild } from '#app/people/child-scope.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { centsColumn, countColumn, hundredthsColumn, instantColumn, instantText } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'
import { units } from '#app/platform/quantity.ts'
import { toDate } from '#app/platform/time.ts'

const bothLanguages = z.object({ lv: z.string(), en: z.string() })
const eitherLanguage = z.object({ lv: z.string().nullable(), en: z.string().nullable() })

const viewRow = z.object({
  bookingId: z.uuid(),
  childId: z.uuid(),
  childName: z.string(),
  lineId: z.uuid(),
  offeringId: z.uuid(),
  specialistId: z.uuid(),
  service: bothLanguages,
  unit: z.enum(units),
  providerName: z.string(),
  providerPhone: z.string(),
  specialistName: z.string(),
  profession: bothLanguages,
  mode: z.enum(['at_provider', 'at_home', 'institution', 'online']),
  site: z.object({ name: bothLanguages, address: z.string(), town: z.string(), access: eitherLanguage }).nullable(),
  note: eitherLanguage,
  startsAt: instantColumn,
  endsAt: instantColumn,
  quantity: hundredthsColumn,
  price: centsColumn,
  charged: centsColumn,
  state: z.enum(['booked', 'cancelled', 'delivered', 'not_attended']),
  revision: z.number(),
  bookedAt: instantColumn,
  cancelledAt: instantColumn.nullable(),
  cancelledBy: z.enum(['guardian', 'provider', 'municipality']).nullable(),
  freeHoursBefore: z.number(),
  latePercent: z.number(),
  maxChargedPerPeriod: z.number(),
  alreadyCharged: z.number(),
  /** Free to book on the line now. */
  lineAvailable: centsColumn,
  /** What was stated about it and still counts. */
  delivery: z.object({ id: z.uuid(), state: z.enum(['awaiting', 'accepted', 'objected']) }).nullable(),
  /** Where a confirmation went by mail: whether the person who booked has an address. */
  hasMail: z.boolean(),
  lastMovedFrom: instantText.nullable(),
})
export type BookingView = z.infer<typeof viewRow>

const columns = Prisma.sql`
  b.id AS "bookingId", b.child_id AS "childId", c.given_name AS "childName", b.budget_line_id AS "lineId",
  b.offering_id AS "offeringId", b.specialist_id AS "specialistId",
  jsonb_build_object('lv', s.name_lv, 'en', s.name_en) AS service, s.unit, p.name AS "providerName",
  p.phone AS "providerPhone", sp.given_name || ' ' || sp.family_name AS "specialistName",
  jsonb_build_object('lv', sp.profession_lv, 'en', sp.profession_en) AS profession, b.mode,
  CASE WHEN site.id IS NOT NULL THEN jsonb_build_object('name', jsonb_build_object('lv', site.name_lv, 'en', site.name_en),
    'address', site.address, 'town', site.town,
    'access', jsonb_build_object('lv', site.access_lv, 'en', site.access_en)) END AS site,
  jsonb_build_object('lv', o.note_lv, 'en', o.note_en) AS note, b.starts_at AS "startsAt", b.ends_at AS "endsAt",
  b.quantity_hundredths AS quantity, b.price_cents AS price, b.charged_cents AS charged, b.state, b.revision,
  b.booked_at AS "bookedAt", b.cancelled_at AS "cancelledAt", b.cancelled_by AS "cancelledBy",
  b.free_cancellation_hours AS "freeHoursBefore", b.late_charge_percent AS "latePercent",
  b.late_charges_per_period AS "maxChargedPerPeriod",
  (SELECT count(*)::int FROM booking other WHERE other.child_id = b.child_id AND other.period_id = b.period_id
    AND other.charged_cents > 0) AS "alreadyCharged",
  coalesce((SELECT balance_cents FROM account WHERE budget_line_id = b.budget_line_id AND kind = 'available'), 0)::bigint
    AS "lineAvailable",
  (SELECT jsonb_build_object('id', d.id, 'state', d.state) FROM delivery d
    WHERE d.booking_id = b.id AND d.state NOT IN ('rejected', 'waived') LIMIT 1) AS delivery,
  coalesce((SELECT person.email IS NOT NULL FROM person WHERE person.id = b.booked_by), false) AS "hasMail",
  (SELECT to_json(change.was_starts_at) #>> '{}' FROM booking_change change
    WHERE change.booking_id = b.id AND change.kind = 'moved' ORDER BY change.id DESC LIMIT 1) AS "lastMovedFrom"`

const joins = Prisma.sql`
  JOIN child c ON c.id = b.child_id
  JOIN service s ON s.id = b.service_id
  JOIN provider p ON p.id = b.provider_id
  JOIN specialist sp ON sp.id = b.specialist_id
  JOIN offering o ON o.id = b.offering_id
  LEFT JOIN site ON site.id = o.site_id`

/** A booking of a child as its family sees it; null when unknown or not the actor's. */
export async function findBookingView(
  ctx: Context,
  tx: Tx,
  { childId, bookingId }: { childId: string; bookingId: string },
): Promise<BookingView | null> {
  if (!z.array(z.uuid()).safeParse([childId, bookingId]).success) return null
  return queryRow(
    tx,
    viewRow,
    Prisma.sql`SELECT ${columns} FROM booking b ${joins}
      WHERE b.id = ${bookingId}::uuid AND b.child_id = ${childId}::uuid AND ${seesChild(ctx, Prisma.sql`b.child_id`)}`,
  )
}

export type BookingsPage = {
  childId: string
  /** Upcoming are live ones that have not ended, soonest first; past are all others, latest first. */
  show: 'upcoming' | 'past'
  lineId: string | null
  now: Temporal.Instant
  page: number
  pageSize: number
}

/** One page of a child's bookings. The child has been shown to be the actor's. */
export async function selectBookings(tx: Tx, { childId, show, lineId, now, page, pageSize }: BookingsPage) {
  const at = Prisma.sql`${toDate(now)}::timestamptz`
  const isUpcoming = Prisma.sql`(b.state = 'booked' AND b.ends_at > ${at})`
  const wanted = show === 'upcoming' ? isUpcoming : Prisma.sql`NOT ${isUpcoming}`
  const order = show === 'upcoming' ? Prisma.sql`b.starts_at, b.id` : Prisma.sql`b.starts_at DESC, b.id`
  const ofLine = lineId === null ? Prisma.empty : Prisma.sql`AND b.budget_line_id = ${lineId}::uuid`
  return queryRows(
    tx,
    viewRow.extend({ total: countColumn }),
    Prisma.sql`SELECT ${columns}, count(*) OVER () AS total FROM booking b ${joins}
      WHERE b.child_id = ${childId}::uuid AND ${wanted} ${ofLine}
      ORDER BY ${order} LIMIT ${pageSize}::int OFFSET ${(page - 1) * pageSize}::int`,
  )
}
