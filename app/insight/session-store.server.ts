import { z } from 'zod'
import { modes } from '#app/assessment/rules/assessed-result.ts'
import type { SessionView, Task } from '#app/insight/rules/home-view.ts'
import { estimateTravel } from '#app/marketplace/rules/travel.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'
import { cents } from '#app/platform/money.ts'
import { toDate } from '#app/platform/time.ts'

const bothLanguages = z.object({ lv: z.string(), en: z.string() })
const centsNumber = z.int().transform(cents)
/** PostgreSQL writes instants into JSON with an offset; the browser gets one form. */
const isoText = z.string().transform((text) => new Date(text).toISOString())

const sessionJson = z
  .object({
    bookingId: z.uuid(),
    service: bothLanguages,
    specialist: z.string(),
    provider: z.string(),
    startsAt: isoText,
    endsAt: isoText,
    freeUntil: isoText,
    state: z.enum(['booked', 'cancelled', 'delivered', 'not_attended']),
    isAttended: z.boolean(),
    price: centsNumber,
    deliveryId: z.uuid().nullable(),
    answer: z.enum(['awaiting', 'accepted', 'objected', 'rejected', 'waived']).nullable(),
    mode: z.enum(modes),
    place: bothLanguages.nullable(),
    home: z.object({ latitude: z.number(), longitude: z.number() }),
    site: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
  })
  .transform(({ home, site, ...session }): SessionView => ({
    ...session,
    minutesByCar: site === null ? null : estimateTravel(home, site).minutesByCar,
  }))

/** A session as JSON, over the tables that {@link sessionTables} joins. */
const sessionObject = Prisma.sql`json_build_object('bookingId', b.id,
  'service', json_build_object('lv', s.name_lv, 'en', s.name_en),
  'specialist', sp.given_name || ' ' || sp.family_name, 'provider', pr.name,
  'startsAt', b.starts_at, 'endsAt', b.ends_at, 'state', b.state,
  'freeUntil', b.starts_at - b.free_cancellation_hours * interval '1 hour',
  'isAttended', s.child_lane = 'attended', 'price', coalesce(d.amount_cents, b.price_cents),
  'deliveryId', d.id, 'answer', d.state, 'mode', b.mode,
  'place', CASE WHEN si.id IS NULL THEN NULL ELSE json_build_object('lv', si.name_lv, 'en', si.name_en) END,
  'home', json_build_object('latitude', c.home_latitude, 'longitude', c.home_longitude),
  'site', CASE WHEN si.id IS NULL THEN NULL
    ELSE json_build_object('latitude', si.latitude, 'longitude', si.longitude) END)`

/** The delivery is the one that still stands, else the last one that was taken back. */
const sessionTables = Prisma.sql`booking b
  JOIN child c ON c.id = b.child_id
  JOIN service s ON s.id = b.service_id
  JOIN specialist sp ON sp.id = b.specialist_id
  JOIN provider pr ON pr.id = b.provider_id
  JOIN offering o ON o.id = b.offering_id
  LEFT JOIN site si ON si.id = o.site_id AND b.mode = 'at_provider'
  LEFT JOIN LATERAL (SELECT * FROM delivery d WHERE d.booking_id = b.id
    ORDER BY d.state IN ('rejected', 'waived'), d.stated_at DESC LIMIT 1) d ON true`

const homeRow = z.object({
  next: sessionJson.nullable(),
  week: z.array(sessionJson),
  answers: z.array(
    z.object({
      kind: z.literal('answer'),
      deliveryId: z.uuid(),
      what: z.enum(['delivered', 'not_attended', 'late_cancellation']),
      service: bothLanguages,
      startsAt: isoText,
      amount: centsNumber,
      extra: centsNumber,
    }),
  ),
  settled: z.array(
    z.object({
      kind: z.literal('settled'),
      deliveryId: z.uuid(),
      service: bothLanguages,
      startsAt: isoText,
      amount: centsNumber,
    }),
  ),
  cancelled: z.array(
    z.object({
      kind: z.literal('cancelled-on-you'),
      bookingId: z.uuid(),
      budgetLineId: z.uuid(),
      service: bothLanguages,
      startsAt: isoText,
    }),
  ),
})

export type HomeSessions = {
  next: SessionView | null
  week: SessionView[]
  tasks: Task[]
}

/**
 * Everything of a child's sessions that a home page shows, in one statement: the next one, this week's, what waits for
 * an answer, objections settled in the last two weeks, and sessions ahead that the provider called off.
 */
export async function loadHomeSessions(
  tx: Tx,
  {
    childId,
    now,
    weekFrom,
    weekUntil,
  }: { childId: string; now: Temporal.Instant; weekFrom: Temporal.Instant; weekUntil: Temporal.Instant },
): Promise<HomeSessions> {
  const ofChild = Prisma.sql`b.child_id = ${childId}::uuid`
  const name = Prisma.sql`'service', json_build_object('lv', s.name_lv, 'en', s.name_en), 'startsAt', b.starts_at`
  const deliveries = Prisma.sql`delivery d JOIN booking b ON b.id = d.booking_id JOIN service s ON s.id = b.service_id`
  const row = await queryRow(
    tx,
    homeRow,
    Prisma.sql`
    SELECT
      (SELECT ${sessionObject} FROM ${sessionTables}
        WHERE ${ofChild} AND b.state = 'booked' AND b.ends_at > ${toDate(now)}
        ORDER BY b.starts_at LIMIT 1) AS next,
      (SELECT coalesce(json_agg(${sessionObject} ORDER BY b.starts_at), '[]') FROM ${sessionTables}
        WHERE ${ofChild} AND b.state <> 'cancelled'
          AND b.starts_at >= ${toDate(weekFrom)} AND b.starts_at < ${toDate(weekUntil)}) AS week,
      (SELECT coalesce(json_agg(json_build_object('kind', 'answer', 'deliveryId', d.id, 'what', d.kind, ${name},
          'amount', d.amount_cents, 'extra', d.extra_asked_cents) ORDER BY d.accept_by), '[]')
        FROM ${deliveries} WHERE ${ofChild} AND d.state = 'awaiting') AS answers,
      (SELECT coalesce(json_agg(json_build_object('kind', 'settled', 'deliveryId', d.id, ${name},
          'amount', d.amount_cents) ORDER BY d.settled_at DESC), '[]')
        FROM ${deliveries} WHERE ${ofChild} AND d.objection IS NOT NULL AND d.settled_at IS NOT NULL
          AND d.settled_at > ${toDate(now.subtract({ hours: 14 * 24 }))}) AS settled,
      (SELECT coalesce(json_agg(json_build_object('kind', 'cancelled-on-you', 'bookingId', b.id,
          'budgetLineId', b.budget_line_id, ${name}) ORDER BY b.starts_at), '[]')
        FROM booking b JOIN service s ON s.id = b.service_id
        WHERE ${ofChild} AND b.state = 'cancelled' AND b.cancelled_by <> 'guardian'
          AND b.starts_at > ${toDate(now)}) AS cancelled`,
  )
  if (row === null) throw new Error('A statement without a table answers one row')
  return { next: row.next, week: row.week, tasks: [...row.answers, ...row.cancelled, ...row.settled] }
}

/** The sessions of a child ahead (soonest first) and behind (latest first), so many of each, in one statement. */
export async function listSessions(
  tx: Tx,
  { childId, now, limit }: { childId: string; now: Temporal.Instant; limit: number },
): Promise<{ ahead: SessionView[]; behind: SessionView[]; hasMoreSessions: boolean }> {
  const rows = await queryRows(
    tx,
    z.object({ isAhead: z.boolean(), session: sessionJson }),
    Prisma.sql`
    (SELECT true AS "isAhead", ${sessionObject} AS session FROM ${sessionTables}
      WHERE b.child_id = ${childId}::uuid AND b.state = 'booked' AND b.ends_at > ${toDate(now)}
      ORDER BY b.starts_at LIMIT ${limit + 1})
    UNION ALL
    (SELECT false, ${sessionObject} FROM ${sessionTables}
      WHERE b.child_id = ${childId}::uuid AND (b.state <> 'booked' OR b.ends_at <= ${toDate(now)})
      ORDER BY b.starts_at DESC LIMIT ${limit + 1})`,
  )
  const ahead = rows.filter((row) => row.isAhead).map((row) => row.session)
  const behind = rows.filter((row) => !row.isAhead).map((row) => row.session)
  return {
    ahead: ahead.slice(0, limit),
    behind: behind.slice(0, limit),
    hasMoreSessions: ahead.length > limit || behind.length > limit,
  }
}
