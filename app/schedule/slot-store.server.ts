import { z } from 'zod'
import { instantColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRows } from '#app/platform/db/query-rows.server.ts'
import { dateOf, toDate } from '#app/platform/time.ts'

/** Which start times are asked for. The period and the municipality follow from the budget line. */
export type SlotQuery = {
  readonly childId: string
  readonly budgetLineId: string
  readonly offeringIds: readonly string[]
  /** Null for any specialist of the offering. */
  readonly specialistId: string | null
  /** Null for the offering's own duration. */
  readonly durationMinutes: number | null
  readonly firstDay: Temporal.PlainDate
  /** The first day that is no longer asked for. */
  readonly endDay: Temporal.PlainDate
  readonly now: Temporal.Instant
  /** A booking that is about to move: its own time counts as free. */
  readonly exceptBookingId: string | null
}

export type FreeStart = { offeringId: string; specialistId: string; startsAt: Temporal.Instant }

const freeStartRow = z
  .object({ offering_id: z.string(), specialist_id: z.string(), starts_at: instantColumn })
  .transform((row): FreeStart => ({
    offeringId: row.offering_id,
    specialistId: row.specialist_id,
    startsAt: row.starts_at,
  }))

/** Every free start time, in order of time, then of specialist. One statement. */
export async function selectFreeStarts(tx: Tx, query: SlotQuery): Promise<FreeStart[]> {
  return queryRows(
    tx,
    freeStartRow,
    Prisma.sql`SELECT * FROM (${freeStartsSql(query)}) free ORDER BY starts_at, offering_id, specialist_id`,
  )
}

/**
 * The first free start of a day, for the first so many days that have one, of every offering asked for. `notBefore`
 * is a wall-clock time such as 17:00 that the start does not come before. One statement for all offerings.
 */
export async function selectNextFreeStarts(
  tx: Tx,
  query: SlotQuery & { readonly daysEach: number; readonly notBefore: Temporal.PlainTime | null },
): Promise<FreeStart[]> {
  return queryRows(
    tx,
    freeStartRow,
    Prisma.sql`
      SELECT offering_id, specialist_id, starts_at FROM (
        SELECT first_of_day.*, row_number() OVER (PARTITION BY offering_id ORDER BY starts_at) AS place FROM (
          SELECT DISTINCT ON (offering_id, (starts_at AT TIME ZONE 'Europe/Riga')::date) *
          FROM (${freeStartsSql(query)}) free
          WHERE (starts_at AT TIME ZONE 'Europe/Riga')::time >= ${query.notBefore?.toString() ?? '00:00'}::time
          ORDER BY offering_id, (starts_at AT TIME ZONE 'Europe/Riga')::date, starts_at, specialist_id
        ) first_of_day
      ) placed WHERE place <= ${query.daysEach}::int ORDER BY starts_at, offering_id`,
  )
}

const specialistName = z.object({ id: z.uuid(), name: z.string() })

/** Who gives an offering, by family name. */
export async function selectSpecialistNames(tx: Tx, offeringId: string): Promise<z.infer<typeof specialistName>[]> {
  return queryRows(
    tx,
    specialistName,
    Prisma.sql`SELECT sp.id, sp.given_name || ' ' || sp.family_name AS name
      FROM offering_specialist os JOIN specialist sp ON sp.id = os.specialist_id
      WHERE os.offering_id = ${offeringId}::uuid ORDER BY sp.family_name, sp.given_name, sp.id`,
  )
}

/**
 * Free start times as a query of (offering_id, specialist_id, starts_at). The pure model of the same thing is
 * `rules/weekly-availability.ts` and `rules/slots.ts`; a test compares the two.
 *
 * Availability is weekly rules in wall-clock time, not on public holidays, less what is off and plus what is extra on
 * a date; rules bound to another place than the offering's do not count. Days count only inside the period, within the
 * offering's furthest days, while the provider is accepted and the specialist has a valid education and clearance.
 * Starts are every quarter of an hour, no sooner than the minimum notice. The specialist is free for the session and
 * the offering's buffer after it; the child has nothing else in the same lane.
 */
export function freeStartsSql(query: SlotQuery): Prisma.Sql {
  const now = Prisma.sql`${toDate(query.now)}::timestamptz`
  const today = Prisma.sql`${dateOf(query.now).toString()}::date`
  const firstDay = Prisma.sql`${query.firstDay.toString()}::date`
  const endDay = Prisma.sql`${query.endDay.toString()}::date`
  const wantedSpecialist =
    query.specialistId === null ? Prisma.empty : Prisma.sql`AND os.specialist_id = ${query.specialistId}::uuid`
  // A margin of a day on each side catches bookings that reach over midnight.
  const from = Prisma.sql`((${firstDay} - 1)::timestamp AT TIME ZONE 'Europe/Riga')`
  const until = Prisma.sql`((${endDay} + 1)::timestamp AT TIME ZONE 'Europe/Riga')`

  return Prisma.sql`
    WITH asked AS MATERIALIZED (
      SELECT o.id AS offering_id, os.specialist_id, o.site_id, p.child_id, s.child_lane,
        coalesce(${query.durationMinutes}::int, o.duration_minutes) * interval '1 minute' AS duration,
        o.buffer_minutes * interval '1 minute' AS buffer,
        ${now} + o.minimum_notice_hours * interval '1 hour' AS earliest,
        qualified.days * datemultirange(daterange(span.first, greatest(span.first, span.last))) AS days
      FROM budget_line l
      JOIN budget_period p ON p.id = l.period_id
      JOIN offering o ON o.service_id = l.service_id AND o.id = ANY (${[...query.offeringIds]}::uuid[])
      JOIN service s ON s.id = o.service_id
      JOIN provider_acceptance a ON a.provider_id = o.provider_id AND a.municipality_id = l.municipality_id
      JOIN offering_specialist os ON os.offering_id = o.id ${wantedSpecialist}
      JOIN specialist sp ON sp.id = os.specialist_id
      CROSS JOIN LATERAL (
        SELECT range_agg(daterange(c.valid_from, c.valid_to)) FILTER (WHERE c.kind = 'education')
          * range_agg(daterange(c.valid_from, c.valid_to)) FILTER (WHERE c.kind = 'clearance') AS days
        FROM credential c WHERE c.specialist_id = os.specialist_id
      ) qualified
      CROSS JOIN LATERAL (
        SELECT greatest(${firstDay}, ${today}, p.starts_on, a.accepted_from) AS first,
          least(${endDay}, p.ends_before, ${today} + o.furthest_days + 1, a.accepted_until, o.offered_until,
            sp.active_until) AS last
      ) span
      WHERE l.id = ${query.budgetLineId}::uuid AND p.child_id = ${query.childId}::uuid AND qualified.days IS NOT NULL
    ),
    day AS MATERIALIZED (
      SELECT a.offering_id, a.specialist_id, a.site_id, lower(a.days) + step AS on_date
      FROM asked a CROSS JOIN LATERAL generate_series(0, upper(a.days) - lower(a.days) - 1) step
      WHERE NOT isempty(a.days) AND a.days @> (lower(a.days) + step)
    ),
    weekly AS (
      SELECT d.offering_id, d.specialist_id,
        range_agg(tstzrange(${reached('d.on_date + r.from_time')}, ${reached('d.on_date + r.to_time')})) AS hours
      FROM day d
      JOIN availability_rule r ON r.specialist_id = d.specialist_id AND r.weekday = extract(isodow FROM d.on_date)
        AND r.valid_from <= d.on_date AND (r.valid_to IS NULL OR d.on_date < r.valid_to)
        AND (r.site_id IS NULL OR r.site_id = d.site_id)
      WHERE NOT EXISTS (SELECT FROM public_holiday h WHERE h.on_date = d.on_date)
        AND NOT EXISTS (SELECT FROM availability_exception x WHERE x.specialist_id = d.specialist_id
          AND x.on_date = d.on_date AND x.kind = 'off' AND x.from_time IS NULL)
      GROUP BY d.offering_id, d.specialist_id
    ),
    exceptional AS (
      SELECT d.offering_id, d.specialist_id,
        range_agg(tstzrange(${reached('d.on_date + x.from_time')}, ${reached('d.on_date + x.to_time')}))
          FILTER (WHERE x.kind = 'off') AS off,
        range_agg(tstzrange(${reached('d.on_date + x.from_time')}, ${reached('d.on_date + x.to_time')}))
          FILTER (WHERE x.kind = 'extra') AS extra
      FROM day d
      JOIN availability_exception x ON x.specialist_id = d.specialist_id AND x.on_date = d.on_date
        AND x.from_time IS NOT NULL
      GROUP BY d.offering_id, d.specialist_id
    ),
    taken AS MATERIALIZED (
      SELECT b.specialist_id,
        b.busy - coalesce((SELECT tstzmultirange(tstzrange(moving.blocked_from, moving.blocked_until)) FROM booking moving
          WHERE moving.id = ${query.exceptBookingId}::uuid AND moving.specialist_id = b.specialist_id), '{}') AS busy
      FROM busy_times(ARRAY(SELECT DISTINCT specialist_id FROM asked), ${from}, ${until}) b
    ),
    child_taken AS MATERIALIZED (
      SELECT coalesce(range_agg(tstzrange(b.starts_at, b.ends_at)), '{}') AS busy
      FROM booking b JOIN (SELECT DISTINCT child_id, child_lane FROM asked) a USING (child_id, child_lane)
      WHERE b.state <> 'cancelled' AND b.ends_at > ${from} AND b.starts_at < ${until}
        AND b.id IS DISTINCT FROM ${query.exceptBookingId}::uuid
    )
    SELECT a.offering_id, a.specialist_id, start.at AS starts_at
    FROM asked a
    LEFT JOIN weekly w USING (offering_id, specialist_id)
    LEFT JOIN exceptional x USING (offering_id, specialist_id)
    LEFT JOIN taken t USING (specialist_id)
    CROSS JOIN child_taken c
    CROSS JOIN LATERAL unnest(
      coalesce(w.hours, '{}') - coalesce(x.off, '{}') + coalesce(x.extra, '{}')) AS span(bookable)
    CROSS JOIN LATERAL generate_series(
      to_timestamp(ceil(extract(epoch FROM greatest(lower(span.bookable), a.earliest)) / 900) * 900),
      upper(span.bookable) - a.duration, interval '15 minutes') AS start(at)
    WHERE NOT coalesce(t.busy, '{}') && tstzrange(start.at, start.at + a.duration + a.buffer)
      AND NOT c.busy && tstzrange(start.at, start.at + a.duration)`
}

/**
 * The instant at which Riga's clocks reach a date and time. On the autumn change day PostgreSQL reads 03:00-04:00 as
 * its second, winter-time hour. On the spring change day that hour does not exist and PostgreSQL reads past it:
 * such a time is reached at the jump itself, which is the full hour before what it read.
 */
function reached(
  localTime: 'd.on_date + r.from_time' | 'd.on_date + r.to_time' | 'd.on_date + x.from_time' | 'd.on_date + x.to_time',
) {
  const local = Prisma.raw(`(${localTime})`)
  const read = Prisma.sql`(${local} AT TIME ZONE 'Europe/Riga')`
  return Prisma.sql`CASE WHEN ${read} AT TIME ZONE 'Europe/Riga' = ${local} THEN ${read} ELSE date_trunc('hour', ${read}) END`
}
