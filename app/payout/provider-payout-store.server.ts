import { z } from 'zod'
import {
  centsColumn,
  countColumn,
  hundredthsColumn,
  isoDateColumn,
  isoInstantColumn,
} from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'
import { units } from '#app/platform/quantity.ts'

const payoutColumns = {
  payoutId: z.uuid(),
  municipalityLv: z.string(),
  municipalityEn: z.string(),
  /** As people of the municipality call the run: 3/2026. */
  runLabel: z.string(),
  firstDay: isoDateColumn,
  lastDay: isoDateColumn,
  executionDate: isoDateColumn,
  state: z.enum(['prepared', 'in_transit', 'paid', 'failed']),
  failureReason: z.string().nullable(),
  paidOn: isoDateColumn.nullable(),
  amount: centsColumn,
  sessions: countColumn,
}
const payoutRow = z.object(payoutColumns)
export type ProviderPayout = z.infer<typeof payoutRow>

const payoutSelect = Prisma.sql`
  o.id AS "payoutId", m.name_lv AS "municipalityLv", m.name_en AS "municipalityEn",
  r.number || '/' || r.year AS "runLabel", r.covers_from AS "firstDay", r.covers_before - 1 AS "lastDay",
  r.execution_date AS "executionDate", o.state::text AS state, o.failure_reason AS "failureReason",
  o.paid_on AS "paidOn", o.cents AS amount,
  (SELECT count(*) FROM payout_item i WHERE i.payout_id = o.id) AS sessions`
const payoutFrom = Prisma.sql`payout o JOIN payout_run r ON r.id = o.run_id JOIN municipality m ON m.id = o.municipality_id`

const listRow = z.object({ ...payoutColumns, payouts: countColumn })

/** Payouts to a provider in every municipality, latest first. Payouts of returned runs never were the provider's. */
export async function listPayoutsOf(
  tx: Tx,
  { providerId, page, pageSize }: { providerId: string; page: number; pageSize: number },
): Promise<{ payouts: ProviderPayout[]; count: number }> {
  const rows = await queryRows(
    tx,
    listRow,
    Prisma.sql`
      SELECT ${payoutSelect}, count(*) OVER () AS payouts FROM ${payoutFrom}
      WHERE o.provider_id = ${providerId}::uuid AND o.state <> 'dropped'
      ORDER BY r.execution_date DESC, o.id DESC LIMIT ${pageSize}::int OFFSET ${(page - 1) * pageSize}::int`,
  )
  return { payouts: rows, count: rows[0]?.payouts ?? 0 }
}

const upcomingRow = z.object({
  municipalityId: z.uuid(),
  municipalityLv: z.string(),
  municipalityEn: z.string(),
  month: z.string(),
  sessions: countColumn,
  amount: centsColumn,
  waiting: countColumn,
  waitingAmount: centsColumn,
  payoutDay: z.number(),
})
export type UpcomingMonth = z.infer<typeof upcomingRow>

/** What no run has taken yet, by municipality and month: accepted, and still waiting for an answer. */
export async function listUpcomingOf(
  tx: Tx,
  { providerId, today }: { providerId: string; today: Temporal.PlainDate },
): Promise<UpcomingMonth[]> {
  return queryRows(
    tx,
    upcomingRow,
    Prisma.sql`
      SELECT m.id AS "municipalityId", m.name_lv AS "municipalityLv", m.name_en AS "municipalityEn", due.month,
        due.sessions, due.amount, due.waiting, due."waitingAmount",
        (SELECT payout_day_of_month FROM municipality_policy p WHERE p.municipality_id = m.id
          AND p.valid_from <= ${today.toString()}::date ORDER BY p.valid_from DESC LIMIT 1) AS "payoutDay"
      FROM (
        SELECT d.municipality_id, to_char(b.starts_at AT TIME ZONE 'Europe/Riga', 'YYYY-MM') AS month,
          count(*) FILTER (WHERE d.state = 'accepted') AS sessions,
          coalesce(sum(d.amount_cents) FILTER (WHERE d.state = 'accepted'), 0)::bigint AS amount,
          count(*) FILTER (WHERE d.state <> 'accepted') AS waiting,
          coalesce(sum(d.amount_cents) FILTER (WHERE d.state <> 'accepted'), 0)::bigint AS "waitingAmount"
        FROM delivery d JOIN booking b ON b.id = d.booking_id
        WHERE d.provider_id = ${providerId}::uuid AND d.state IN ('awaiting', 'accepted', 'objected')
          AND d.amount_cents > 0
          AND NOT EXISTS (SELECT FROM payout_item i WHERE i.delivery_id = d.id AND i.is_live)
        GROUP BY d.municipality_id, month
      ) due JOIN municipality m ON m.id = due.municipality_id
      ORDER BY due.month DESC, m.name_lv`,
  )
}

const holidayRow = z.object({ day: z.string() })

export async function listHolidaysFrom(tx: Tx, today: Temporal.PlainDate): Promise<Set<string>> {
  const rows = await queryRows(
    tx,
    holidayRow,
    Prisma.sql`SELECT on_date::text AS day FROM public_holiday WHERE on_date >= ${today.toString()}::date`,
  )
  return new Set(rows.map(({ day }) => day))
}

const detailRow = z.object({
  ...payoutColumns,
  creditorName: z.string(),
  creditorIban: z.string(),
  endToEndId: z.string(),
})
export type ProviderPayoutDetail = z.infer<typeof detailRow>

export async function findPayoutOf(
  tx: Tx,
  { providerId, payoutId }: { providerId: string; payoutId: string },
): Promise<ProviderPayoutDetail | null> {
  return queryRow(
    tx,
    detailRow,
    Prisma.sql`
      SELECT ${payoutSelect}, o.creditor_name AS "creditorName", o.creditor_iban AS "creditorIban",
        o.end_to_end_id AS "endToEndId" FROM ${payoutFrom}
      WHERE o.provider_id = ${providerId}::uuid AND o.id = ${payoutId}::uuid AND o.state <> 'dropped'`,
  )
}

const sessionRow = z.object({
  deliveryId: z.uuid(),
  bookingId: z.uuid(),
  kind: z.enum(['delivered', 'not_attended', 'late_cancellation']),
  startsAt: isoInstantColumn,
  childName: z.string(),
  serviceLv: z.string(),
  serviceEn: z.string(),
  specialist: z.string(),
  unit: z.enum(units),
  quantity: hundredthsColumn,
  unitPrice: centsColumn,
  amount: centsColumn,
})
export type ProviderSession = z.infer<typeof sessionRow>

/** The sessions in a payout, with no more of a child than its given name. */
export async function listSessionsOf(
  tx: Tx,
  { providerId, payoutId }: { providerId: string; payoutId: string },
): Promise<ProviderSession[]> {
  return queryRows(
    tx,
    sessionRow,
    Prisma.sql`
      SELECT d.id AS "deliveryId", b.id AS "bookingId", d.kind::text AS kind, b.starts_at AS "startsAt",
        c.given_name AS "childName", s.name_lv AS "serviceLv", s.name_en AS "serviceEn",
        sp.given_name || ' ' || sp.family_name AS specialist, s.unit::text AS unit,
        d.quantity_hundredths AS quantity, b.unit_price_cents AS "unitPrice", i.cents AS amount
      FROM payout_item i
        JOIN delivery d ON d.id = i.delivery_id
        JOIN booking b ON b.id = d.booking_id
        JOIN child c ON c.id = d.child_id
        JOIN service s ON s.id = b.service_id
        JOIN specialist sp ON sp.id = b.specialist_id
      WHERE i.payout_id = ${payoutId}::uuid AND i.provider_id = ${providerId}::uuid
      ORDER BY b.starts_at, d.id`,
  )
}
