import { z } from 'zod'
import type { Actor } from '#app/people/actor.ts'
import { dateText, instantColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'
import { startOfDay, toDate } from '#app/platform/time.ts'
import type { AvailabilityException, WeeklyRule } from './rules/weekly-availability.ts'
import type { WeeklyHours } from './rules/weekly-hours.ts'

const uuid = z.uuid()
const timeText = z.string().transform((value) => Temporal.PlainTime.from(value))

/** Whose hours and calendar somebody of a provider may see and change: a specialist's own, a manager's all. */
export function ownSpecialists(actor: Actor, alias: Prisma.Sql): Prisma.Sql {
  if (actor.providerId === null) return Prisma.sql`false`
  const ofProvider = Prisma.sql`${alias}.provider_id = ${actor.providerId}::uuid`
  if (actor.role === 'provider_manager') return ofProvider
  if (actor.role !== 'specialist' || actor.specialistId === null) return Prisma.sql`false`
  return Prisma.sql`${ofProvider} AND ${alias}.id = ${actor.specialistId}::uuid`
}

const specialistRow = z.object({
  id: z.uuid(),
  providerId: z.uuid(),
  givenName: z.string(),
  familyName: z.string(),
  professionLv: z.string(),
  professionEn: z.string(),
})
export type OwnSpecialist = z.infer<typeof specialistRow>

/** Every specialist of the actor who still works, by name. */
export async function listOwnSpecialists(tx: Tx, actor: Actor, today: Temporal.PlainDate): Promise<OwnSpecialist[]> {
  return queryRows(
    tx,
    specialistRow,
    Prisma.sql`${specialistSql(actor)}
    AND (s.active_until IS NULL OR s.active_until > ${today.toString()}::date)
    ORDER BY s.given_name, s.family_name, s.id`,
  )
}

/** The specialist behind an id that a browser claims, or null. With `lock`, changes of hours wait for each other. */
export async function findOwnSpecialist(
  tx: Tx,
  actor: Actor,
  specialistId: string,
  { lock }: { lock: boolean },
): Promise<OwnSpecialist | null> {
  if (!uuid.safeParse(specialistId).success) return null
  return queryRow(
    tx,
    specialistRow,
    Prisma.sql`${specialistSql(actor)} AND s.id = ${specialistId}::uuid
      ${lock ? Prisma.sql`FOR NO KEY UPDATE` : Prisma.empty}`,
  )
}

function specialistSql(actor: Actor): Prisma.Sql {
  return Prisma.sql`SELECT s.id, s.provider_id AS "providerId", s.given_name AS "givenName",
      s.family_name AS "familyName", s.profession_lv AS "professionLv", s.profession_en AS "professionEn"
    FROM specialist s WHERE ${ownSpecialists(actor, Prisma.sql`s`)}`
}

const siteRow = z.object({ id: z.uuid(), nameLv: z.string(), nameEn: z.string() })
export type Site = z.infer<typeof siteRow>

export async function listSites(tx: Tx, providerId: string): Promise<Site[]> {
  return queryRows(
    tx,
    siteRow,
    Prisma.sql`SELECT id, name_lv AS "nameLv", name_en AS "nameEn" FROM site
      WHERE provider_id = ${providerId}::uuid ORDER BY name_lv, id`,
  )
}

/**
 * Puts a week in the place of what held between two dates; what held before and after stays. `before` null is until
 * further notice.
 */
export async function replaceWeek(
  tx: Tx,
  specialistId: string,
  week: { hours: readonly WeeklyHours[]; from: Temporal.PlainDate; before: Temporal.PlainDate | null },
): Promise<void> {
  const span = Prisma.sql`daterange(${week.from.toString()}::date, ${week.before?.toString() ?? null}::date)`
  await tx.$executeRaw`
    WITH replaced AS (
      DELETE FROM availability_rule
      WHERE specialist_id = ${specialistId}::uuid AND daterange(valid_from, valid_to) && ${span}
      RETURNING *
    )
    INSERT INTO availability_rule (specialist_id, weekday, from_time, to_time, valid_from, valid_to, site_id)
    SELECT specialist_id, weekday, from_time, to_time, lower(kept), upper(kept), site_id
    FROM replaced CROSS JOIN LATERAL unnest(datemultirange(daterange(valid_from, valid_to)) - datemultirange(${span})) kept`
  if (week.hours.length === 0) return
  const rows = week.hours.map(
    (hours) => Prisma.sql`(${specialistId}::uuid, ${hours.weekday}::int, ${hours.from.toString()}::time,
      ${hours.to.toString()}::time, lower(${span}), upper(${span}), ${hours.siteId}::uuid)`,
  )
  await tx.$executeRaw`
    INSERT INTO availability_rule (specialist_id, weekday, from_time, to_time, valid_from, valid_to, site_id)
    VALUES ${Prisma.join(rows)}`
}

const hoursRow = z.object({
  weekly: z.array(
    z.object({
      weekday: z.number(),
      from: timeText,
      to: timeText,
      validFrom: dateText,
      validTo: dateText.nullable(),
      siteId: z.uuid().nullable(),
      specialistId: z.uuid(),
    }),
  ),
  exceptions: z.array(
    z.object({
      id: z.uuid(),
      date: dateText,
      kind: z.enum(['off', 'extra']),
      from: timeText.nullable(),
      to: timeText.nullable(),
      note: z.string().nullable(),
      specialistId: z.uuid(),
    }),
  ),
  holidays: z.array(z.object({ date: dateText, nameLv: z.string(), nameEn: z.string() })),
})
export type StoredHours = z.infer<typeof hoursRow>
export type StoredException = StoredHours['exceptions'][number]

/** Rules, exceptions and public holidays of specialists that touch the days asked for. One statement. */
export async function loadHours(
  tx: Tx,
  specialistIds: readonly string[],
  { firstDay, endDay }: { firstDay: Temporal.PlainDate; endDay: Temporal.PlainDate },
): Promise<StoredHours> {
  const ids = Prisma.sql`${[...specialistIds]}::uuid[]`
  const days = Prisma.sql`daterange(${firstDay.toString()}::date, ${endDay.toString()}::date)`
  const row = await queryRow(
    tx,
    hoursRow,
    Prisma.sql`
      SELECT
        coalesce((SELECT jsonb_agg(jsonb_build_object('weekday', r.weekday, 'from', r.from_time, 'to', r.to_time,
            'validFrom', r.valid_from, 'validTo', r.valid_to, 'siteId', r.site_id, 'specialistId', r.specialist_id)
            ORDER BY r.valid_from, r.weekday, r.from_time, r.id)
          FROM availability_rule r
          WHERE r.specialist_id = ANY (${ids}) AND daterange(r.valid_from, r.valid_to) && ${days}), '[]') AS weekly,
        coalesce((SELECT jsonb_agg(jsonb_build_object('id', x.id, 'date', x.on_date, 'kind', x.kind,
            'from', x.from_time, 'to', x.to_time, 'note', x.note, 'specialistId', x.specialist_id)
            ORDER BY x.on_date, x.from_time NULLS FIRST, x.id)
          FROM availability_exception x
          WHERE x.specialist_id = ANY (${ids}) AND x.on_date <@ ${days}), '[]') AS exceptions,
        coalesce((SELECT jsonb_agg(jsonb_build_object('date', h.on_date, 'nameLv', h.name_lv, 'nameEn', h.name_en)
            ORDER BY h.on_date)
          FROM public_holiday h WHERE h.on_date <@ ${days}), '[]') AS holidays`,
  )
  if (row === null) throw new Error('A statement without a table answered no row')
  return row
}

/** The weekly rules of one specialist as the pure rules read them. */
export function weeklyOf(hours: StoredHours, specialistId: string): WeeklyRule[] {
  return hours.weekly.filter((rule) => rule.specialistId === specialistId)
}

/** What differs on single days, as the pure rules read it. */
export function exceptionsOf(hours: StoredHours, specialistId: string): AvailabilityException[] {
  return hours.exceptions
    .filter((exception) => exception.specialistId === specialistId)
    .flatMap(({ kind, date, from, to }): AvailabilityException[] => {
      if (from === null || to === null) return [{ kind: 'off-all-day', date }]
      return [kind === 'off' ? { kind, date, from, to } : { kind, date, from, to, siteId: null }]
    })
}

export type NewException = {
  kind: 'off' | 'extra'
  dates: readonly Temporal.PlainDate[]
  /** Null is the whole day. */
  hours: { from: Temporal.PlainTime; to: Temporal.PlainTime } | null
  note: string | null
}

/** One row a day; a day that already says the same is left alone. */
export async function insertExceptions(tx: Tx, specialistId: string, added: NewException): Promise<void> {
  const dates = added.dates.map((date) => date.toString())
  await tx.$executeRaw`
    INSERT INTO availability_exception (specialist_id, on_date, kind, from_time, to_time, note)
    SELECT ${specialistId}::uuid, day, ${added.kind}::"ExceptionKind", ${added.hours?.from.toString() ?? null}::time,
      ${added.hours?.to.toString() ?? null}::time, ${added.note}
    FROM unnest(${dates}::date[]) day
    WHERE NOT EXISTS (SELECT FROM availability_exception x WHERE x.specialist_id = ${specialistId}::uuid
      AND x.on_date = day AND x.kind = ${added.kind}::"ExceptionKind"
      AND x.from_time IS NOT DISTINCT FROM ${added.hours?.from.toString() ?? null}::time
      AND x.to_time IS NOT DISTINCT FROM ${added.hours?.to.toString() ?? null}::time)`
}

/** Removes exceptions of one specialist; answers how many there were. */
export async function deleteExceptions(tx: Tx, specialistId: string, ids: readonly string[]): Promise<number> {
  return tx.$executeRaw`DELETE FROM availability_exception
    WHERE specialist_id = ${specialistId}::uuid AND id = ANY (${[...ids]}::uuid[])`
}

const upcomingRow = z.object({
  bookingId: z.uuid(),
  start: instantColumn,
  end: instantColumn,
  siteId: z.uuid().nullable(),
  childGivenName: z.string(),
})
export type UpcomingBooking = z.infer<typeof upcomingRow>

/** Live sessions of a specialist from a moment on, up to a day, whichever municipality's they are. */
export async function listUpcomingBookings(
  tx: Tx,
  specialistId: string,
  { from, endDay }: { from: Temporal.Instant; endDay: Temporal.PlainDate | null },
): Promise<UpcomingBooking[]> {
  const until = endDay === null ? null : toDate(startOfDay(endDay))
  return queryRows(
    tx,
    upcomingRow,
    Prisma.sql`
      SELECT b.id AS "bookingId", b.starts_at AS start, b.ends_at AS end, o.site_id AS "siteId",
        c.given_name AS "childGivenName"
      FROM booking b JOIN offering o ON o.id = b.offering_id JOIN child c ON c.id = b.child_id
      WHERE b.specialist_id = ${specialistId}::uuid AND b.state = 'booked' AND b.starts_at >= ${toDate(from)}
        AND (${until}::timestamptz IS NULL OR b.starts_at < ${until}::timestamptz)
      ORDER BY b.starts_at, b.id`,
  )
}
