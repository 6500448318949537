import { z } from 'zod'
import { centsColumn, dateColumn, instantColumn, instantText } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'
import { units } from '#app/platform/quantity.ts'
import { dateOf, toDate } from '#app/platform/time.ts'

const bothLanguages = z.object({ lv: z.string(), en: z.string() })

const lineRow = z.object({
  lineId: z.uuid(),
  periodId: z.uuid(),
  startsOn: dateColumn,
  endsBefore: dateColumn,
  serviceId: z.uuid(),
  service: bothLanguages,
  description: bothLanguages,
  unit: z.enum(units),
  lane: z.enum(['attended', 'assistance', 'transport']),
  beneficiary: z.enum(['child', 'parents', 'both']),
  available: centsColumn,
  /** Free to book on all lines of the period. */
  periodAvailable: centsColumn,
  /** What the approved plan reckons one unit at; null for a line that no approved plan names. */
  plannedUnitPrice: centsColumn.nullable(),
  upcoming: z.number(),
})
/** The money of one service in one period, as much of it as booking needs. */
export type BookableLine = z.infer<typeof lineRow>

const lineColumns = Prisma.sql`
  l.id AS "lineId", p.id AS "periodId", p.starts_on AS "startsOn", p.ends_before AS "endsBefore", s.id AS "serviceId",
  jsonb_build_object('lv', s.name_lv, 'en', s.name_en) AS service,
  jsonb_build_object('lv', s.description_lv, 'en', s.description_en) AS description, s.unit,
  s.child_lane AS lane, s.beneficiary,
  coalesce((SELECT balance_cents FROM account WHERE budget_line_id = l.id AND kind = 'available'), 0)::bigint AS available,
  coalesce((SELECT sum(balance_cents) FROM account WHERE period_id = p.id AND kind = 'available'), 0)::bigint
    AS "periodAvailable",
  planned.unit_price_cents AS "plannedUnitPrice",`

const planned = Prisma.sql`
  LEFT JOIN LATERAL (
    SELECT pl.unit_price_cents, pl.position FROM plan_line pl JOIN plan ON plan.id = pl.plan_id
    WHERE pl.budget_line_id = l.id AND plan.state = 'approved' LIMIT 1
  ) planned ON true`

/** Lines of periods that have not ended, in the order of the plan. The child has been shown to be the actor's. */
export async function selectLines(
  tx: Tx,
  { childId, today, now }: { childId: string; today: Temporal.PlainDate; now: Temporal.Instant },
): Promise<BookableLine[]> {
  return queryRows(
    tx,
    lineRow,
    Prisma.sql`
    SELECT ${lineColumns}
      (SELECT count(*)::int FROM booking b WHERE b.budget_line_id = l.id AND b.state = 'booked'
        AND b.starts_at > ${toDate(now)}::timestamptz) AS upcoming
    FROM budget_period p
    JOIN budget_line l ON l.period_id = p.id
    JOIN service s ON s.id = l.service_id
    ${planned}
    WHERE p.child_id = ${childId}::uuid AND p.annulled_at IS NULL AND p.ends_before > ${today.toString()}::date
    ORDER BY p.starts_on, planned.position NULLS LAST, s.catalogue_order`,
  )
}

const lineWithPast = lineRow.extend({
  /** The municipality's rule of cancelling today. */
  policy: z
    .object({ freeHoursBefore: z.number(), latePercent: z.number(), maxChargedPerPeriod: z.number() })
    .nullable(),
  /** Providers that gave this child sessions of the service, and when the first was. */
  known: z.array(z.object({ providerId: z.uuid(), since: instantText })),
})

/** One line of a child, with who worked with the child before. */
export async function findLine(
  tx: Tx,
  { childId, lineId, now }: { childId: string; lineId: string; now: Temporal.Instant },
): Promise<z.infer<typeof lineWithPast> | null> {
  if (!z.uuid().safeParse(lineId).success) return null
  return queryRow(
    tx,
    lineWithPast,
    Prisma.sql`
    SELECT ${lineColumns}
      (SELECT count(*)::int FROM booking b WHERE b.budget_line_id = l.id AND b.state = 'booked'
        AND b.starts_at > ${toDate(now)}::timestamptz) AS upcoming,
      (SELECT jsonb_build_object('freeHoursBefore', m.free_cancellation_hours, 'latePercent', m.late_charge_percent,
          'maxChargedPerPeriod', m.late_charges_per_period)
        FROM municipality_policy m WHERE m.municipality_id = l.municipality_id
          AND m.valid_from <= ${dateOf(now).toString()}::date
        ORDER BY m.valid_from DESC LIMIT 1) AS policy,
      coalesce((SELECT jsonb_agg(jsonb_build_object('providerId', past.provider_id, 'since', past.since)) FROM (
        SELECT b.provider_id, min(b.starts_at) AS since FROM booking b
        WHERE b.child_id = p.child_id AND b.service_id = s.id AND b.state = 'delivered' GROUP BY b.provider_id
      ) past), '[]') AS known
    FROM budget_line l
    JOIN budget_period p ON p.id = l.period_id
    JOIN service s ON s.id = l.service_id
    ${planned}
    WHERE l.id = ${lineId}::uuid AND p.child_id = ${childId}::uuid AND p.annulled_at IS NULL`,
  )
}

const dayBookingRow = z.object({
  bookingId: z.uuid(),
  offeringId: z.uuid(),
  lane: z.enum(['attended', 'assistance', 'transport']),
  service: bothLanguages,
  startsAt: instantColumn,
  endsAt: instantColumn,
})
export type DayBooking = z.infer<typeof dayBookingRow>

/** What a child has booked between two instants, in order. */
export async function selectChildsBookings(
  tx: Tx,
  { childId, from, until }: { childId: string; from: Temporal.Instant; until: Temporal.Instant },
): Promise<DayBooking[]> {
  return queryRows(
    tx,
    dayBookingRow,
    Prisma.sql`
    SELECT b.id AS "bookingId", b.offering_id AS "offeringId", b.child_lane AS lane,
      jsonb_build_object('lv', s.name_lv, 'en', s.name_en) AS service, b.starts_at AS "startsAt", b.ends_at AS "endsAt"
    FROM booking b JOIN service s ON s.id = b.service_id
    WHERE b.child_id = ${childId}::uuid AND b.state <> 'cancelled'
      AND b.starts_at < ${toDate(until)}::timestamptz AND b.ends_at > ${toDate(from)}::timestamptz
    ORDER BY b.starts_at`,
  )
}
