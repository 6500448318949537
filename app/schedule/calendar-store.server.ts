import { z } from 'zod'
import type { Actor } from '#app/people/actor.ts'
import { centsColumn, hundredthsColumn, instantColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'
import { units } from '#app/platform/quantity.ts'
import { dateOf, startOfDay, toDate } from '#app/platform/time.ts'
import { ownSpecialists } from './availability-store.server.ts'

const sessionRow = z.object({
  bookingId: z.uuid(),
  specialistId: z.uuid(),
  startsAt: instantColumn,
  endsAt: instantColumn,
  blockedFrom: instantColumn,
  blockedUntil: instantColumn,
  childGivenName: z.string(),
  serviceLv: z.string(),
  serviceEn: z.string(),
  unit: z.enum(units),
  quantity: hundredthsColumn,
  price: centsColumn,
  mode: z.enum(['at_provider', 'at_home', 'institution', 'online']),
  siteLv: z.string().nullable(),
  siteEn: z.string().nullable(),
  /** For a visit at home; null for all other places. */
  homeTown: z.string().nullable(),
  /** What keeps the child safe, and what the session needs; only of sessions that are to come or to confirm. */
  safetyNote: z.string().nullable(),
  sessionNeeds: z.string().nullable(),
  state: z.enum(['booked', 'cancelled', 'delivered', 'not_attended']),
  stateAt: instantColumn.nullable(),
})
export type CalendarRow = z.infer<typeof sessionRow>

/** The most sessions that are read at once; a week of a large provider stays far below. */
const mostRows = 2000

/**
 * The sessions of specialists that touch the days asked for, today's, and all that wait to be confirmed, whichever
 * municipality they belong to, in order of time. Of the child only what a session needs: given name, needs, safety
 * note, and the town of a visit at home.
 */
export async function listCalendarSessions(
  tx: Tx,
  actor: Actor,
  query: {
    specialistId: string | null
    firstDay: Temporal.PlainDate
    endDay: Temporal.PlainDate
    now: Temporal.Instant
  },
): Promise<CalendarRow[]> {
  const { now } = query
  const today = dateOf(now)
  const range = Prisma.sql`b.starts_at >= ${toDate(startOfDay(query.firstDay))} AND b.starts_at < ${toDate(startOfDay(query.endDay))}`
  const isToday = Prisma.sql`b.starts_at >= ${toDate(startOfDay(today))} AND b.starts_at < ${toDate(startOfDay(today.add({ days: 1 })))}`
  const toConfirm = Prisma.sql`b.state = 'booked' AND b.ends_at <= ${toDate(now)}`
  const chosen = query.specialistId === null ? Prisma.empty : Prisma.sql`AND s.id = ${query.specialistId}::uuid`
  return queryRows(
    tx,
    sessionRow,
    Prisma.sql`
      SELECT b.id AS "bookingId", b.specialist_id AS "specialistId", b.starts_at AS "startsAt", b.ends_at AS "endsAt",
        b.blocked_from AS "blockedFrom", b.blocked_until AS "blockedUntil", c.given_name AS "childGivenName",
        v.name_lv AS "serviceLv", v.name_en AS "serviceEn", v.unit, b.quantity_hundredths AS quantity,
        b.price_cents AS price, b.mode, site.name_lv AS "siteLv", site.name_en AS "siteEn",
        CASE WHEN b.mode = 'at_home' THEN c.home_town END AS "homeTown",
        CASE WHEN b.state = 'booked' THEN c.safety_note END AS "safetyNote",
        CASE WHEN b.state = 'booked' THEN c.session_needs END AS "sessionNeeds",
        b.state, (SELECT max(h.at) FROM booking_change h WHERE h.booking_id = b.id
          AND h.kind IN ('cancelled', 'delivered', 'not_attended')) AS "stateAt"
      FROM specialist s
      JOIN booking b ON b.specialist_id = s.id
      JOIN child c ON c.id = b.child_id
      JOIN service v ON v.id = b.service_id
      JOIN offering o ON o.id = b.offering_id
      LEFT JOIN site ON site.id = o.site_id
      WHERE ${ownSpecialists(actor, Prisma.sql`s`)} ${chosen}
        AND ((${range}) OR (${isToday}) OR (${toConfirm}))
      ORDER BY b.starts_at, b.id LIMIT ${mostRows}::int`,
  )
}

const briefRow = z.object({
  bookingId: z.uuid(),
  revision: z.number(),
  childGivenName: z.string(),
  startsAt: instantColumn,
  endsAt: instantColumn,
  price: centsColumn,
  state: z.enum(['booked', 'cancelled', 'delivered', 'not_attended']),
})

/** One session of the actor, whatever became of it; null when unknown or somebody else's. */
export async function findOwnCalendarSession(
  tx: Tx,
  actor: Actor,
  bookingId: string,
): Promise<z.infer<typeof briefRow> | null> {
  if (!z.uuid().safeParse(bookingId).success) return null
  return queryRow(
    tx,
    briefRow,
    Prisma.sql`
      SELECT b.id AS "bookingId", b.revision, c.given_name AS "childGivenName", b.starts_at AS "startsAt",
        b.ends_at AS "endsAt", b.price_cents AS price, b.state
      FROM booking b JOIN specialist s ON s.id = b.specialist_id JOIN child c ON c.id = b.child_id
      WHERE b.id = ${bookingId}::uuid AND ${ownSpecialists(actor, Prisma.sql`s`)}`,
  )
}
