import { z } from 'zod'
import { centsColumn, countColumn, dateText, instantColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'
import { dateOf, startOfDay, toDate } from '#app/platform/time.ts'
import type { PayableDelivery, RunDates } from './rules/eligibility.ts'
import { credentialsForPayment } from './rules/eligibility.ts'

const answers = { awaiting: 'awaited', accepted: 'accepted', objected: 'objected' } as const

const candidateRow = z
  .object({
    deliveryId: z.uuid(),
    bookingId: z.uuid(),
    providerId: z.uuid(),
    providerName: z.string(),
    providerIban: z.string(),
    childName: z.string(),
    serviceLv: z.string(),
    serviceEn: z.string(),
    state: z.enum(['awaiting', 'accepted', 'objected']),
    reserved: centsColumn,
    amount: centsColumn,
    startsAt: instantColumn,
    livePayoutId: z.uuid().nullable(),
    credentials: z.array(z.object({ kind: z.string(), validFrom: dateText, validTo: dateText.nullable() })),
  })
  .transform(({ state, credentials, ...row }) => ({
    ...row,
    date: dateOf(row.startsAt),
    answer: answers[state],
    requiredCredentials: credentialsForPayment,
    heldCredentials: credentials,
  }))

/** A delivery that a run may look at, with what people need to recognise it. */
export type Candidate = z.infer<typeof candidateRow> & PayableDelivery

/**
 * Deliveries of the run's dates that are not sent or paid yet, those of `exceptRunId` not counted. With `lock` their
 * rows stay as they are until the transaction ends, taken in the order of their ids.
 */
export async function listCandidates(
  tx: Tx,
  {
    municipalityId,
    dates,
    exceptRunId = null,
    lock = false,
  }: { municipalityId: string; dates: RunDates; exceptRunId?: string | null; lock?: boolean },
): Promise<Candidate[]> {
  return queryRows(
    tx,
    candidateRow,
    Prisma.sql`
      SELECT d.id AS "deliveryId", b.id AS "bookingId", d.provider_id AS "providerId", p.name AS "providerName",
        p.iban AS "providerIban", c.given_name || ' ' || left(c.family_name, 1) || '.' AS "childName",
        s.name_lv AS "serviceLv", s.name_en AS "serviceEn", d.state::text AS state, d.reserved_cents AS reserved,
        d.amount_cents AS amount, b.starts_at AS "startsAt", live.payout_id AS "livePayoutId",
        (SELECT coalesce(json_agg(json_build_object('kind', k.kind, 'validFrom', k.valid_from, 'validTo', k.valid_to)), '[]')
          FROM credential k WHERE k.specialist_id = b.specialist_id) AS credentials
      FROM delivery d
        JOIN booking b ON b.municipality_id = d.municipality_id AND b.id = d.booking_id
        JOIN child c ON c.municipality_id = d.municipality_id AND c.id = d.child_id
        JOIN service s ON s.id = b.service_id
        JOIN provider p ON p.id = d.provider_id
        LEFT JOIN LATERAL (
          SELECT i.payout_id, o.state, o.run_id FROM payout_item i JOIN payout o ON o.id = i.payout_id
          WHERE i.delivery_id = d.id AND i.is_live
        ) live ON true
      WHERE d.municipality_id = ${municipalityId}::uuid AND d.state IN ('awaiting', 'accepted', 'objected')
        AND b.starts_at >= ${toDate(startOfDay(dates.firstDay))} AND b.starts_at < ${toDate(startOfDay(dates.endDay))}
        AND (live.state IS NULL OR (live.state = 'prepared' AND live.run_id IS DISTINCT FROM ${exceptRunId}::uuid))
      ORDER BY d.id
      ${lock ? Prisma.sql`FOR NO KEY UPDATE OF d` : Prisma.empty}`,
  )
}

const earlierRow = z.object({ count: countColumn, amount: centsColumn, since: instantColumn.nullable() })

/** Accepted deliveries of days before `firstDay` that no run has taken: late answers and payments that came back. */
export async function findEarlierUnpaid(
  tx: Tx,
  { municipalityId, firstDay }: { municipalityId: string; firstDay: Temporal.PlainDate },
): Promise<{ count: number; amount: number; since: Temporal.PlainDate } | null> {
  const found = await queryRow(
    tx,
    earlierRow,
    Prisma.sql`
      SELECT count(*) AS count, coalesce(sum(d.amount_cents), 0)::bigint AS amount, min(b.starts_at) AS since
      FROM delivery d JOIN booking b ON b.municipality_id = d.municipality_id AND b.id = d.booking_id
      WHERE d.municipality_id = ${municipalityId}::uuid AND d.state = 'accepted' AND d.amount_cents > 0
        AND b.starts_at < ${toDate(startOfDay(firstDay))}
        AND NOT EXISTS (SELECT FROM payout_item i WHERE i.delivery_id = d.id AND i.is_live)`,
  )
  if (found === null || found.since === null) return null
  return { count: found.count, amount: found.amount, since: dateOf(found.since) }
}

const monthRow = z.object({ month: z.string(), count: countColumn, amount: centsColumn })

/** Months (of Riga) with accepted deliveries that no run has taken, latest first. */
export async function listUnpaidMonths(tx: Tx, municipalityId: string): Promise<z.infer<typeof monthRow>[]> {
  return queryRows(
    tx,
    monthRow,
    Prisma.sql`
      SELECT to_char(b.starts_at AT TIME ZONE 'Europe/Riga', 'YYYY-MM') AS month, count(*) AS count,
        sum(d.amount_cents)::bigint AS amount
      FROM delivery d JOIN booking b ON b.municipality_id = d.municipality_id AND b.id = d.booking_id
      WHERE d.municipality_id = ${municipalityId}::uuid AND d.state = 'accepted' AND d.amount_cents > 0
        AND NOT EXISTS (SELECT FROM payout_item i WHERE i.delivery_id = d.id AND i.is_live)
      GROUP BY 1 ORDER BY 1 DESC`,
  )
}

const payoutDayRow = z.object({
  payoutDay: z.number(),
  holidays: z.array(z.string()),
  debtorName: z.string(),
  debtorIban: z.string(),
  debtorBic: z.string(),
})
export type PayingMunicipality = z.infer<typeof payoutDayRow>

/** The municipality as the one who pays: its payout day in force today, its account, and the holidays to come. */
export async function getPayingMunicipality(
  tx: Tx,
  { municipalityId, today }: { municipalityId: string; today: Temporal.PlainDate },
): Promise<PayingMunicipality> {
  const found = await queryRow(
    tx,
    payoutDayRow,
    Prisma.sql`
      SELECT m.legal_name AS "debtorName", m.iban AS "debtorIban", m.bic AS "debtorBic",
        (SELECT payout_day_of_month FROM municipality_policy WHERE municipality_id = m.id
          AND valid_from <= ${today.toString()}::date ORDER BY valid_from DESC LIMIT 1) AS "payoutDay",
        (SELECT coalesce(array_agg(on_date::text), '{}') FROM public_holiday
          WHERE on_date >= ${today.toString()}::date) AS holidays
      FROM municipality m WHERE m.id = ${municipalityId}::uuid`,
  )
  if (found === null) throw new Error('The actor belongs to a municipality that does not exist')
  return found
}
