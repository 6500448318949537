import { z } from 'zod'
import { seesChild } from '#app/people/child-scope.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { centsColumn, countColumn, hundredthsColumn, instantColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'
import { units } from '#app/platform/quantity.ts'
import { startOfDay, toDate } from '#app/platform/time.ts'
import { objectionKinds } from './rules/objection.ts'
import type { ReviewFilter } from './rules/review-filter.ts'
import { reviewFilters } from './rules/review-filter.ts'
import { placeTypes } from './rules/six-elements.ts'

export const deliveryKinds = ['delivered', 'not_attended', 'late_cancellation'] as const
export const deliveryStates = ['awaiting', 'accepted', 'objected', 'rejected', 'waived'] as const

const statedRow = z.object({
  deliveryId: z.uuid(),
  bookingId: z.uuid(),
  childId: z.uuid(),
  childGivenName: z.string(),
  childFamilyName: z.string(),
  serviceLv: z.string(),
  serviceEn: z.string(),
  unit: z.enum(units),
  providerName: z.string(),
  specialistName: z.string(),
  professionLv: z.string(),
  professionEn: z.string(),
  kind: z.enum(deliveryKinds),
  state: z.enum(deliveryStates),
  mode: z.enum(['at_provider', 'at_home', 'institution', 'online']),
  startsAt: instantColumn,
  endsAt: instantColumn,
  startedAt: instantColumn.nullable(),
  endedAt: instantColumn.nullable(),
  placeType: z.enum(placeTypes).nullable(),
  note: z.string().nullable(),
  bookedQuantity: hundredthsColumn,
  quantity: hundredthsColumn,
  unitPrice: centsColumn,
  reserved: centsColumn,
  amount: centsColumn,
  extraAsked: centsColumn,
  statedAt: instantColumn,
  acceptBy: instantColumn,
  answeredAt: instantColumn.nullable(),
  acceptedHow: z.enum(['cosigned', 'silence', 'settled', 'cancelled_knowingly']).nullable(),
  objection: z.enum(objectionKinds).nullable(),
  objectionNote: z.string().nullable(),
  settledAt: instantColumn.nullable(),
  settlementReason: z.string().nullable(),
  reviewedAt: instantColumn.nullable(),
  /** What went back to the budget by a decision; the statement itself asked this much more. */
  returned: centsColumn,
  /** What the budget line has free, for what was asked above the reserved price. */
  available: centsColumn,
})
export type StatedRow = z.infer<typeof statedRow>

const columns = Prisma.sql`
  d.id AS "deliveryId", d.booking_id AS "bookingId", d.child_id AS "childId", c.given_name AS "childGivenName",
  c.family_name AS "childFamilyName", v.name_lv AS "serviceLv", v.name_en AS "serviceEn", v.unit,
  p.name AS "providerName", s.given_name || ' ' || s.family_name AS "specialistName",
  s.profession_lv AS "professionLv", s.profession_en AS "professionEn", d.kind, d.state, b.mode,
  b.starts_at AS "startsAt", b.ends_at AS "endsAt", d.started_at AS "startedAt", d.ended_at AS "endedAt",
  d.place_type AS "placeType", d.note, b.quantity_hundredths AS "bookedQuantity", d.quantity_hundredths AS quantity,
  b.unit_price_cents AS "unitPrice", d.reserved_cents AS reserved, d.amount_cents AS amount,
  d.extra_asked_cents AS "extraAsked", d.stated_at AS "statedAt", d.accept_by AS "acceptBy",
  d.answered_at AS "answeredAt", d.accepted_how AS "acceptedHow", d.objection, d.objection_note AS "objectionNote",
  d.settled_at AS "settledAt", d.settlement_reason AS "settlementReason", d.reviewed_at AS "reviewedAt",
  (SELECT coalesce(sum(t.cents), 0)::int FROM transfer t
    WHERE t.cause_id = d.id AND t.kind = 'reverse_delivery') AS returned,
  (SELECT a.balance_cents FROM account a
    WHERE a.budget_line_id = b.budget_line_id AND a.kind = 'available') AS available`

const tables = Prisma.sql`
  delivery d
  JOIN booking b ON b.id = d.booking_id
  JOIN child c ON c.id = d.child_id
  JOIN service v ON v.id = b.service_id
  JOIN provider p ON p.id = d.provider_id
  JOIN specialist s ON s.id = b.specialist_id`

const uuid = z.uuid()

/** One statement with its booking as the family or the municipality sees it; null when unknown or not theirs. */
export async function findStated(ctx: Context, tx: Tx, deliveryId: string): Promise<StatedRow | null> {
  if (!uuid.safeParse(deliveryId).success) return null
  return queryRow(
    tx,
    statedRow,
    Prisma.sql`SELECT ${columns} FROM ${tables}
      WHERE d.id = ${deliveryId}::uuid AND ${seesChild(ctx, Prisma.sql`d.child_id`)}`,
  )
}

export type ReviewQuery = {
  show: ReviewFilter
  providerId: string | null
  /** Sessions that were booked for days of this month. */
  month: Temporal.PlainYearMonth | null
  page: number
  pageSize: number
}

/** Differs from its booking in a way that a page marks: the same as `differencesBetween`, in SQL for the filter. */
const differs = Prisma.sql`(
  (d.kind = 'not_attended' AND d.amount_cents > 0)
  OR (d.kind = 'delivered' AND (d.started_at <> b.starts_at OR d.ended_at <> b.ends_at
    OR d.quantity_hundredths <> b.quantity_hundredths OR d.amount_cents <> d.reserved_cents OR d.extra_asked_cents > 0
    OR d.place_type::text <> CASE b.mode WHEN 'at_provider' THEN 'provider' WHEN 'at_home' THEN 'home' ELSE b.mode::text END)))`

const conditionOf = {
  todo: Prisma.sql`(d.state = 'objected' OR (d.state IN ('awaiting', 'accepted') AND d.settled_at IS NULL
    AND d.reviewed_at IS NULL AND ${differs}))`,
  objected: Prisma.sql`d.state = 'objected'`,
  differs,
  awaiting: Prisma.sql`d.state = 'awaiting'`,
  all: Prisma.sql`true`,
} as const satisfies Record<ReviewFilter, Prisma.Sql>

function whereOf(ctx: Context, { providerId, month }: Pick<ReviewQuery, 'providerId' | 'month'>): Prisma.Sql {
  const ofProvider = providerId === null ? Prisma.empty : Prisma.sql`AND d.provider_id = ${providerId}::uuid`
  const ofMonth =
    month === null
      ? Prisma.empty
      : Prisma.sql`AND b.starts_at >= ${toDate(startOfDay(month.toPlainDate({ day: 1 })))}
          AND b.starts_at < ${toDate(startOfDay(month.add({ months: 1 }).toPlainDate({ day: 1 })))}`
  return Prisma.sql`d.municipality_id = ${ctx.actor.municipalityId}::uuid
    AND ${seesChild(ctx, Prisma.sql`d.child_id`)} ${ofProvider} ${ofMonth}`
}

/** A page of statements: objections first, then the latest. */
export async function listStated(ctx: Context, tx: Tx, query: ReviewQuery): Promise<StatedRow[]> {
  return queryRows(
    tx,
    statedRow,
    Prisma.sql`SELECT ${columns} FROM ${tables}
      WHERE ${whereOf(ctx, query)} AND ${conditionOf[query.show]}
      ORDER BY (d.state = 'objected') DESC, b.starts_at DESC, d.id
      LIMIT ${query.pageSize}::int OFFSET ${(query.page - 1) * query.pageSize}::int`,
  )
}

const countsRow = z.object({
  todo: countColumn,
  objected: countColumn,
  differs: countColumn,
  awaiting: countColumn,
  all: countColumn,
})
export type ReviewCounts = z.infer<typeof countsRow>

/** How many statements each filter would show. */
export async function countStated(
  ctx: Context,
  tx: Tx,
  query: Pick<ReviewQuery, 'providerId' | 'month'>,
): Promise<ReviewCounts> {
  const counts = reviewFilters.map(
    (filter) => Prisma.sql`count(*) FILTER (WHERE ${conditionOf[filter]}) AS ${Prisma.raw(`"${filter}"`)}`,
  )
  const row = await queryRow(
    tx,
    countsRow,
    Prisma.sql`SELECT ${Prisma.join(counts)} FROM delivery d JOIN booking b ON b.id = d.booking_id
      WHERE ${whereOf(ctx, query)}`,
  )
  return row ?? { todo: 0, objected: 0, differs: 0, awaiting: 0, all: 0 }
}

const providerRow = z.object({ id: z.uuid(), name: z.string() })

/** The providers a municipality has accepted, for the filter. */
export async function listProviders(ctx: Context, tx: Tx): Promise<z.infer<typeof providerRow>[]> {
  return queryRows(
    tx,
    providerRow,
    Prisma.sql`SELECT p.id, p.name FROM provider p JOIN provider_acceptance a ON a.provider_id = p.id
      WHERE a.municipality_id = ${ctx.actor.municipalityId}::uuid ORDER BY p.name, p.id`,
  )
}
