import { z } from 'zod'
import { centsColumn, dateColumn, instantColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow } from '#app/platform/db/query-rows.server.ts'

const bookingRow = z
  .object({
    id: z.string(),
    child_id: z.string(),
    provider_id: z.string(),
    provider_name: z.string(),
    specialist_id: z.string(),
    specialist_name: z.string(),
    service_lv: z.string(),
    service_en: z.string(),
    revision: z.number(),
    starts_at: instantColumn,
    ends_at: instantColumn,
    price_cents: centsColumn,
    charged_cents: centsColumn,
    mode: z.enum(['at_provider', 'at_home', 'institution', 'online']),
    site: z.string().nullable(),
    cancelled_by: z.enum(['guardian', 'provider', 'municipality']).nullable(),
  })
  .transform((row) => ({
    id: row.id,
    childId: row.child_id,
    providerId: row.provider_id,
    providerName: row.provider_name,
    specialistId: row.specialist_id,
    specialistName: row.specialist_name,
    service: { lv: row.service_lv, en: row.service_en },
    revision: row.revision,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    price: row.price_cents,
    charged: row.charged_cents,
    mode: row.mode,
    site: row.site,
    cancelledBy: row.cancelled_by,
  }))

/** What a mail says of a session. */
export type BookingFacts = z.infer<typeof bookingRow>

export async function findBookingFacts(tx: Tx, bookingId: string): Promise<BookingFacts | null> {
  return queryRow(
    tx,
    bookingRow,
    Prisma.sql`SELECT b.id, b.child_id, b.provider_id, v.name AS provider_name, b.specialist_id,
        x.given_name || ' ' || x.family_name AS specialist_name, s.name_lv AS service_lv, s.name_en AS service_en,
        b.revision, b.starts_at, b.ends_at, b.price_cents, b.charged_cents, b.mode::text, t.address || ', ' || t.town AS site, b.cancelled_by::text
      FROM booking b
      JOIN service s ON s.id = b.service_id
      JOIN provider v ON v.id = b.provider_id
      JOIN specialist x ON x.id = b.specialist_id
      JOIN offering o ON o.id = b.offering_id
      LEFT JOIN site t ON t.id = o.site_id
      WHERE b.id = ${bookingId}::uuid`,
  )
}

const deliveryRow = z
  .object({
    id: z.string(),
    booking_id: z.string(),
    kind: z.enum(['delivered', 'not_attended', 'late_cancellation']),
    state: z.enum(['awaiting', 'accepted', 'objected', 'rejected', 'waived']),
    amount_cents: centsColumn,
    accept_by: instantColumn,
  })
  .transform((row) => ({
    id: row.id,
    bookingId: row.booking_id,
    kind: row.kind,
    state: row.state,
    amount: row.amount_cents,
    acceptBy: row.accept_by,
  }))

/** What a mail says of a statement of delivery. */
export type DeliveryFacts = z.infer<typeof deliveryRow>

export async function findDeliveryFacts(tx: Tx, deliveryId: string): Promise<DeliveryFacts | null> {
  return queryRow(
    tx,
    deliveryRow,
    Prisma.sql`SELECT id, booking_id, kind::text, state::text, amount_cents, accept_by FROM delivery WHERE id = ${deliveryId}::uuid`,
  )
}

const payoutRow = z
  .object({ id: z.string(), provider_id: z.string(), cents: centsColumn, paid_on: dateColumn.nullable() })
  .transform((row) => ({ id: row.id, providerId: row.provider_id, amount: row.cents, paidOn: row.paid_on }))

/** What a mail says of a payout. */
export type PayoutFacts = z.infer<typeof payoutRow>

export async function findPayoutFacts(tx: Tx, payoutId: string): Promise<PayoutFacts | null> {
  return queryRow(
    tx,
    payoutRow,
    Prisma.sql`SELECT id, provider_id, cents, paid_on FROM payout WHERE id = ${payoutId}::uuid`,
  )
}

const runRow = z
  .object({
    id: z.string(),
    year: z.number(),
    number: z.number(),
    total_cents: centsColumn,
    prepared_by: z.string(),
    return_reason: z.string().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    title: `${row.number}/${row.year}`,
    total: row.total_cents,
    preparedBy: row.prepared_by,
    returnReason: row.return_reason,
  }))

/** What a mail says of a payout run. */
export type RunFacts = z.infer<typeof runRow>

export async function findRunFacts(tx: Tx, runId: string): Promise<RunFacts | null> {
  return queryRow(
    tx,
    runRow,
    Prisma.sql`SELECT id, year, number, total_cents, prepared_by, return_reason FROM payout_run WHERE id = ${runId}::uuid`,
  )
}

/** The child whose plan it is, or null. */
export async function findChildOfPlan(tx: Tx, planId: string): Promise<string | null> {
  const row = await queryRow(
    tx,
    z.object({ child_id: z.string() }),
    Prisma.sql`SELECT child_id FROM plan WHERE id = ${planId}::uuid`,
  )
  return row?.child_id ?? null
}
