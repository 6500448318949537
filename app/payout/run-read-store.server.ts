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
import { runStates } from './rules/four-eyes.ts'

type Key = { municipalityId: string; runId: string }

const step = z.object({ personId: z.uuid(), name: z.string(), at: z.string() }).nullable()

const runColumns = {
  id: z.uuid(),
  year: z.number(),
  number: z.number(),
  state: z.enum(runStates),
  firstDay: isoDateColumn,
  /** The last day that is paid for, unlike the stored end. */
  lastDay: isoDateColumn,
  executionDate: isoDateColumn,
  bankDate: isoDateColumn.nullable(),
  total: centsColumn,
  payoutCount: z.number(),
  failedCount: countColumn,
  failedAmount: centsColumn,
  returnReason: z.string().nullable(),
  prepared: step,
  approved: step,
  returned: step,
  executed: step,
}

const runRow = z.object({ ...runColumns, runs: countColumn })
const runHead = z.object(runColumns)
export type RunHead = z.infer<typeof runHead>

/** Who took a step and when, as one JSON value; null while nobody has. */
function stepOf(by: string): Prisma.Sql {
  const [person, at] = [Prisma.raw(`r.${by}_by`), Prisma.raw(`r.${by}_at`)]
  return Prisma.sql`(SELECT json_build_object('personId', p.id, 'name', p.given_name || ' ' || p.family_name,
    'at', to_char(${at} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) FROM person p WHERE p.id = ${person})`
}

const headColumns = Prisma.sql`
  r.id, r.year, r.number, r.state::text AS state, r.covers_from AS "firstDay", r.covers_before - 1 AS "lastDay",
  r.execution_date AS "executionDate", r.bank_date AS "bankDate", r.total_cents AS total,
  r.payout_count AS "payoutCount", r.return_reason AS "returnReason", failed.count AS "failedCount",
  failed.amount AS "failedAmount", ${stepOf('prepared')} AS prepared, ${stepOf('approved')} AS approved,
  ${stepOf('returned')} AS returned, ${stepOf('executed')} AS executed`
const failedPayouts = Prisma.sql`CROSS JOIN LATERAL (
  SELECT count(*) AS count, coalesce(sum(o.cents), 0)::bigint AS amount FROM payout o
  WHERE o.run_id = r.id AND o.state = 'failed') failed`

/** Runs of a municipality, latest first, and how many there are in all. */
export async function listRunHeads(
  tx: Tx,
  { municipalityId, page, pageSize }: { municipalityId: string; page: number; pageSize: number },
): Promise<{ runs: RunHead[]; count: number }> {
  const rows = await queryRows(
    tx,
    runRow,
    Prisma.sql`
      SELECT ${headColumns}, count(*) OVER () AS runs FROM payout_run r ${failedPayouts}
      WHERE r.municipality_id = ${municipalityId}::uuid
      ORDER BY r.year DESC, r.number DESC LIMIT ${pageSize}::int OFFSET ${(page - 1) * pageSize}::int`,
  )
  return { runs: rows, count: rows[0]?.runs ?? 0 }
}

export async function findRunHead(tx: Tx, { municipalityId, runId }: Key): Promise<RunHead | null> {
  return queryRow(
    tx,
    runHead,
    Prisma.sql`SELECT ${headColumns} FROM payout_run r ${failedPayouts}
      WHERE r.municipality_id = ${municipalityId}::uuid AND r.id = ${runId}::uuid`,
  )
}

export const payoutStates = ['prepared', 'in_transit', 'paid', 'failed', 'dropped'] as const

const payeeRow = z.object({
  payoutId: z.uuid(),
  providerId: z.uuid(),
  name: z.string(),
  iban: z.string(),
  endToEndId: z.string(),
  state: z.enum(payoutStates),
  failureReason: z.string().nullable(),
  paidOn: isoDateColumn.nullable(),
  amount: centsColumn,
  sessions: countColumn,
  reserved: centsColumn,
  /** What went back to the families' budgets, and what they agreed to pay above the reserved. */
  released: centsColumn,
  extra: centsColumn,
  /** Deliveries worth another sum than was reserved. */
  otherAmount: countColumn,
  /** Deliveries that began or ended a quarter of an hour or more from the booked time, or were not attended. */
  otherTime: countColumn,
})
export type Payee = z.infer<typeof payeeRow>

/** A difference in time is worth a look from a quarter of an hour on: the step in which hours are paid. */
const isOtherTime = Prisma.sql`(d.kind <> 'delivered' OR abs(extract(epoch FROM d.started_at - b.starts_at)) >= 900
  OR abs(extract(epoch FROM d.ended_at - b.ends_at)) >= 900)`

/** The payouts of a run with what differs from what was booked, by name. */
export async function listPayees(tx: Tx, { municipalityId, runId }: Key): Promise<Payee[]> {
  return queryRows(
    tx,
    payeeRow,
    Prisma.sql`
      SELECT o.id AS "payoutId", o.provider_id AS "providerId", o.creditor_name AS name, o.creditor_iban AS iban,
        o.end_to_end_id AS "endToEndId", o.state::text AS state, o.failure_reason AS "failureReason",
        o.paid_on AS "paidOn", o.cents AS amount, count(*) AS sessions, sum(d.reserved_cents)::bigint AS reserved,
        sum(greatest(d.reserved_cents - i.cents, 0))::bigint AS released,
        sum(greatest(i.cents - d.reserved_cents, 0))::bigint AS extra,
        count(*) FILTER (WHERE i.cents <> d.reserved_cents) AS "otherAmount",
        count(*) FILTER (WHERE ${isOtherTime}) AS "otherTime"
      FROM payout o
        JOIN payout_item i ON i.payout_id = o.id
        JOIN delivery d ON d.municipality_id = i.municipality_id AND d.id = i.delivery_id
        JOIN booking b ON b.municipality_id = d.municipality_id AND b.id = d.booking_id
      WHERE o.municipality_id = ${municipalityId}::uuid AND o.run_id = ${runId}::uuid
      GROUP BY o.id ORDER BY o.creditor_name, o.id`,
  )
}

const paidSessionRow = z.object({
  payoutId: z.uuid(),
  deliveryId: z.uuid(),
  bookingId: z.uuid(),
  kind: z.enum(['delivered', 'not_attended', 'late_cancellation']),
  startsAt: isoInstantColumn,
  endsAt: isoInstantColumn,
  startedAt: isoInstantColumn.nullable(),
  endedAt: isoInstantColumn.nullable(),
  childName: z.string(),
  serviceLv: z.string(),
  serviceEn: z.string(),
  specialist: z.string(),
  unit: z.enum(units),
  quantity: hundredthsColumn,
  bookedQuantity: hundredthsColumn,
  unitPrice: centsColumn,
  reserved: centsColumn,
  amount: centsColumn,
  acceptedHow: z.enum(['cosigned', 'silence', 'settled', 'cancelled_knowingly']).nullable(),
  answeredAt: isoInstantColumn.nullable(),
  isOtherTime: z.boolean(),
})
export type PaidSession = z.infer<typeof paidSessionRow>

/** The deliveries of one payout of a run, or of all its payouts, in the order in which they took place. */
export async function listPaidSessions(
  tx: Tx,
  { municipalityId, runId, payoutId }: Key & { payoutId: string | null },
): Promise<PaidSession[]> {
  return queryRows(
    tx,
    paidSessionRow,
    Prisma.sql`
      SELECT o.id AS "payoutId", d.id AS "deliveryId", b.id AS "bookingId", d.kind::text AS kind,
        b.starts_at AS "startsAt", b.ends_at AS "endsAt", d.started_at AS "startedAt", d.ended_at AS "endedAt",
        c.given_name || ' ' || left(c.family_name, 1) || '.' AS "childName", s.name_lv AS "serviceLv",
        s.name_en AS "serviceEn", sp.given_name || ' ' || sp.family_name AS specialist, s.unit::text AS unit,
        d.quantity_hundredths AS quantity, b.quantity_hundredths AS "bookedQuantity",
        b.unit_price_cents AS "unitPrice", d.reserved_cents AS reserved, i.cents AS amount,
        d.accepted_how::text AS "acceptedHow", coalesce(d.settled_at, d.answered_at) AS "answeredAt",
        ${isOtherTime} AS "isOtherTime"
      FROM payout o
        JOIN payout_item i ON i.payout_id = o.id
        JOIN delivery d ON d.municipality_id = i.municipality_id AND d.id = i.delivery_id
        JOIN booking b ON b.municipality_id = d.municipality_id AND b.id = d.booking_id
        JOIN child c ON c.municipality_id = d.municipality_id AND c.id = d.child_id
        JOIN service s ON s.id = b.service_id
        JOIN specialist sp ON sp.id = b.specialist_id
      WHERE o.municipality_id = ${municipalityId}::uuid AND o.run_id = ${runId}::uuid
        AND (${payoutId}::uuid IS NULL OR o.id = ${payoutId}::uuid)
      ORDER BY o.creditor_name, b.starts_at, d.id`,
  )
}
