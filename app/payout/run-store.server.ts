import { z } from 'zod'
import { centsColumn, instantColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'
import type { Cents } from '#app/platform/money.ts'
import { dateOf, toDate } from '#app/platform/time.ts'
import { runStates } from './rules/four-eyes.ts'

/**
 * One preparation, approval or answer of the bank at a time in a municipality, until the transaction ends: numbers have
 * no gaps and no doubles, and two runs that move money on the same lines do not wait for each other.
 */
export async function lockRunsOf(tx: Tx, municipalityId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`payout-run:${municipalityId}`}, 0))::text`
}

const numberRow = z.object({ number: z.number() })

/** The number that the next run of the year gets. Only under {@link lockRunsOf}. */
export async function nextRunNumber(tx: Tx, key: { municipalityId: string; year: number }): Promise<number> {
  const next = await queryRow(
    tx,
    numberRow,
    Prisma.sql`SELECT coalesce(max(number), 0) + 1 AS number FROM payout_run
      WHERE municipality_id = ${key.municipalityId}::uuid AND year = ${key.year}::int`,
  )
  return next?.number ?? 1
}

const idRow = z.object({ id: z.uuid() })

/** Ids in the order of time, made before the rows so that payment references can be made from them. */
export async function newIds(tx: Tx, count: number): Promise<string[]> {
  const rows = await queryRows(tx, idRow, Prisma.sql`SELECT uuidv7() AS id FROM generate_series(1, ${count}::int)`)
  return rows.map(({ id }) => id)
}

export type NewRun = {
  id: string
  municipalityId: string
  year: number
  number: number
  firstDay: Temporal.PlainDate
  endDay: Temporal.PlainDate
  executionDate: Temporal.PlainDate
  total: Cents
  messageId: string
  preparedBy: string
  preparedAt: Temporal.Instant
  payouts: readonly {
    id: string
    providerId: string
    amount: Cents
    creditorName: string
    creditorIban: string
    endToEndId: string
    items: readonly { deliveryId: string; amount: Cents }[]
  }[]
}

/** Writes a prepared run with its payouts and items: three statements, however many deliveries. */
export async function insertRun(tx: Tx, run: NewRun): Promise<void> {
  const municipality_id = run.municipalityId
  await tx.payoutRun.create({
    data: {
      id: run.id,
      municipality_id,
      year: run.year,
      number: run.number,
      covers_from: dateValue(run.firstDay),
      covers_before: dateValue(run.endDay),
      execution_date: dateValue(run.executionDate),
      state: 'prepared',
      total_cents: run.total,
      payout_count: run.payouts.length,
      message_id: run.messageId,
      prepared_by: run.preparedBy,
      prepared_at: toDate(run.preparedAt),
    },
    select: { id: true },
  })
  await tx.payout.createMany({
    data: run.payouts.map((payout) => ({
      id: payout.id,
      municipality_id,
      run_id: run.id,
      provider_id: payout.providerId,
      cents: payout.amount,
      creditor_name: payout.creditorName,
      creditor_iban: payout.creditorIban,
      end_to_end_id: payout.endToEndId,
      state: 'prepared' as const,
    })),
  })
  const items = run.payouts.flatMap((payout) =>
    payout.items.map(({ deliveryId, amount }) => ({
      deliveryId,
      amount,
      payoutId: payout.id,
      providerId: payout.providerId,
    })),
  )
  await tx.$executeRaw`
    INSERT INTO payout_item (municipality_id, payout_id, delivery_id, provider_id, cents)
    SELECT ${municipality_id}::uuid, i."payoutId", i."deliveryId", i."providerId", i.amount
    FROM jsonb_to_recordset(${JSON.stringify(items)}::jsonb)
      AS i("payoutId" uuid, "deliveryId" uuid, "providerId" uuid, amount int)
    ORDER BY i."deliveryId"`
}

const lockedRow = z.object({
  id: z.uuid(),
  state: z.enum(runStates),
  total: centsColumn,
  preparedBy: z.uuid(),
  approvedOn: instantColumn.nullable().transform((at) => (at === null ? null : dateOf(at))),
})
export type LockedRun = z.infer<typeof lockedRow>

/** The run of this municipality, kept from others until the transaction ends; null when there is none. */
export async function lockRun(tx: Tx, key: { municipalityId: string; runId: string }): Promise<LockedRun | null> {
  return queryRow(
    tx,
    lockedRow,
    Prisma.sql`
      SELECT id, state::text AS state, total_cents AS total, prepared_by AS "preparedBy", approved_at AS "approvedOn"
      FROM payout_run WHERE municipality_id = ${key.municipalityId}::uuid AND id = ${key.runId}::uuid
      FOR NO KEY UPDATE`,
  )
}

const itemRow = z.object({
  itemId: z.uuid(),
  payoutId: z.uuid(),
  budgetLineId: z.uuid(),
  amount: centsColumn,
  isStillOwed: z.boolean(),
})
export type RunItem = z.infer<typeof itemRow>

/** The items of a run with the line their money is on. Their deliveries are locked in the order of their ids. */
export async function lockItems(tx: Tx, key: { municipalityId: string; runId: string }): Promise<RunItem[]> {
  return queryRows(
    tx,
    itemRow,
    Prisma.sql`
      SELECT i.id AS "itemId", o.id AS "payoutId", b.budget_line_id AS "budgetLineId", i.cents AS amount,
        d.state = 'accepted' AND d.amount_cents = i.cents AS "isStillOwed"
      FROM payout o
        JOIN payout_item i ON i.payout_id = o.id AND i.is_live
        JOIN delivery d ON d.municipality_id = i.municipality_id AND d.id = i.delivery_id
        JOIN booking b ON b.municipality_id = d.municipality_id AND b.id = d.booking_id
      WHERE o.municipality_id = ${key.municipalityId}::uuid AND o.run_id = ${key.runId}::uuid
      ORDER BY d.id
      FOR NO KEY UPDATE OF d`,
  )
}

type Step = { runId: string; personId: string; at: Temporal.Instant }

export async function markApproved(tx: Tx, { runId, personId, at }: Step): Promise<void> {
  await tx.payoutRun.update({
    where: { id: runId },
    data: { state: 'approved', approved_by: personId, approved_at: toDate(at) },
    select: { id: true },
  })
  await tx.payout.updateMany({ where: { run_id: runId }, data: { state: 'in_transit' } })
}

/** The run is over without a payment: its payouts are dropped and its deliveries free for another run. */
export async function markReturned(tx: Tx, { runId, personId, at, reason }: Step & { reason: string }): Promise<void> {
  await tx.payoutRun.update({
    where: { id: runId },
    data: { state: 'returned', returned_by: personId, returned_at: toDate(at), return_reason: reason },
    select: { id: true },
  })
  await tx.payout.updateMany({ where: { run_id: runId }, data: { state: 'dropped' } })
  await tx.payoutItem.updateMany({ where: { payout: { is: { run_id: runId } } }, data: { is_live: false } })
}

/** What the bank said: payouts refused with their reasons, every other one paid on the bank's date. */
export async function markExecuted(
  tx: Tx,
  {
    runId,
    personId,
    at,
    bankDate,
    refused,
  }: Step & { bankDate: Temporal.PlainDate; refused: readonly { payoutId: string; reason: string }[] },
): Promise<void> {
  await tx.payoutRun.update({
    where: { id: runId },
    data: { state: 'executed', executed_by: personId, executed_at: toDate(at), bank_date: dateValue(bankDate) },
    select: { id: true },
  })
  const ids = refused.map(({ payoutId }) => payoutId)
  await tx.$executeRaw`
    UPDATE payout o SET state = 'failed', failure_reason = r.reason
    FROM jsonb_to_recordset(${JSON.stringify(refused)}::jsonb) AS r("payoutId" uuid, reason text)
    WHERE o.id = r."payoutId" AND o.run_id = ${runId}::uuid`
  await tx.payout.updateMany({
    where: { run_id: runId, id: { notIn: ids } },
    data: { state: 'paid', paid_on: dateValue(bankDate) },
  })
  await tx.payoutItem.updateMany({ where: { payout_id: { in: ids } }, data: { is_live: false } })
}

function dateValue(date: Temporal.PlainDate): Date {
  return new Date(date.toString())
}
