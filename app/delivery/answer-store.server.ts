import { z } from 'zod'
import { seesChild } from '#app/people/child-scope.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { centsColumn, countColumn, instantColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'
import type { Cents } from '#app/platform/money.ts'
import { toDate } from '#app/platform/time.ts'
import type { ObjectionKind } from './rules/objection.ts'
import { ownBookings } from './statement-store.server.ts'

const statedRow = z.object({
  id: z.uuid(),
  municipalityId: z.uuid(),
  bookingId: z.uuid(),
  budgetLineId: z.uuid(),
  childId: z.uuid(),
  providerId: z.uuid(),
  kind: z.enum(['delivered', 'not_attended', 'late_cancellation']),
  state: z.enum(['awaiting', 'accepted', 'objected', 'rejected', 'waived']),
  reserved: centsColumn,
  amount: centsColumn,
  extraAsked: centsColumn,
  acceptBy: instantColumn,
  isInPayout: z.boolean(),
})

/** A statement as far as answering, settling and waiving it needs. */
export type Stated = z.infer<typeof statedRow>

const uuid = z.uuid()

/**
 * The delivery behind an id that a browser claims, locked until the transaction ends: its answer and its payout do
 * not cross. Null when unknown or not for this actor: a guardian's and the municipality's by the child, a provider's
 * by the session.
 */
export async function lockDeliveryFor(ctx: Context, tx: Tx, deliveryId: string): Promise<Stated | null> {
  if (!uuid.safeParse(deliveryId).success) return null
  const isTheirs =
    ctx.actor.providerId === null ? seesChild(ctx, Prisma.sql`d.child_id`) : ownBookings(ctx.actor, Prisma.sql`b`)
  return queryRow(
    tx,
    statedRow,
    Prisma.sql`
      SELECT d.id, d.municipality_id AS "municipalityId", d.booking_id AS "bookingId",
        b.budget_line_id AS "budgetLineId", d.child_id AS "childId", d.provider_id AS "providerId", d.kind, d.state,
        d.reserved_cents AS reserved, d.amount_cents AS amount, d.extra_asked_cents AS "extraAsked",
        d.accept_by AS "acceptBy",
        EXISTS (SELECT FROM payout_item i WHERE i.delivery_id = d.id AND i.is_live) AS "isInPayout"
      FROM delivery d JOIN booking b ON b.id = d.booking_id
      WHERE d.id = ${deliveryId}::uuid AND ${isTheirs}
      FOR UPDATE OF d`,
  )
}

/** The municipality of a provider's own delivery, or null: where the money is has to be known before it moves. */
export async function findMunicipalityOfOwn(ctx: Context, tx: Tx, deliveryId: string): Promise<string | null> {
  if (!uuid.safeParse(deliveryId).success) return null
  const row = await queryRow(
    tx,
    z.object({ municipalityId: z.uuid() }),
    Prisma.sql`SELECT d.municipality_id AS "municipalityId"
      FROM delivery d JOIN booking b ON b.id = d.booking_id
      WHERE d.id = ${deliveryId}::uuid AND ${ownBookings(ctx.actor, Prisma.sql`b`)}`,
  )
  return row?.municipalityId ?? null
}

export async function saveCosignature(
  tx: Tx,
  { id, amount, personId, at }: { id: string; amount: Cents; personId: string; at: Temporal.Instant },
): Promise<void> {
  await tx.$executeRaw`UPDATE delivery SET state = 'accepted', accepted_how = 'cosigned', amount_cents = ${amount}::int,
    answered_by = ${personId}::uuid, answered_at = ${toDate(at)} WHERE id = ${id}::uuid`
}

export async function saveObjection(
  tx: Tx,
  objection: { id: string; kind: ObjectionKind; words: string | null; personId: string; at: Temporal.Instant },
): Promise<void> {
  await tx.$executeRaw`UPDATE delivery SET state = 'objected', objection = ${objection.kind}::"ObjectionKind",
    objection_note = ${objection.words}, answered_by = ${objection.personId}::uuid, answered_at = ${toDate(objection.at)}
    WHERE id = ${objection.id}::uuid`
}

/**
 * Ends a statement by decision: accepted at an amount, rejected, or waived by the provider. The fee that the booking
 * shows follows, since fees are counted by it.
 */
export async function saveSettlement(
  tx: Tx,
  stated: Stated,
  end: {
    state: 'accepted' | 'rejected' | 'waived'
    amount: Cents
    reason: string | null
    personId: string
    at: Temporal.Instant
  },
): Promise<void> {
  await tx.$executeRaw`UPDATE delivery SET state = ${end.state}::"DeliveryState",
    accepted_how = CASE WHEN ${end.state} = 'accepted' THEN 'settled'::"AcceptedHow" END,
    amount_cents = ${end.amount}::int, settled_by = ${end.personId}::uuid, settled_at = ${toDate(end.at)},
    settlement_reason = ${end.reason} WHERE id = ${stated.id}::uuid`
  if (stated.kind === 'delivered') return
  const charged = end.state === 'accepted' ? end.amount : 0
  await tx.$executeRaw`UPDATE booking SET charged_cents = ${charged}::int
    WHERE id = ${stated.bookingId}::uuid AND municipality_id = ${stated.municipalityId}::uuid`
}

/** Accepts up to `limit` statements whose time to answer is over; answers their ids. Safe beside a late objection. */
export async function acceptOverdue(
  tx: Tx,
  municipalityId: string,
  at: Temporal.Instant,
  limit: number,
): Promise<string[]> {
  const rows = await queryRows(
    tx,
    z.object({ id: z.uuid() }),
    Prisma.sql`
      UPDATE delivery SET state = 'accepted', accepted_how = 'silence', answered_at = ${toDate(at)}
      WHERE id IN (SELECT id FROM delivery
          WHERE municipality_id = ${municipalityId}::uuid AND state = 'awaiting' AND accept_by <= ${toDate(at)}
          ORDER BY id LIMIT ${limit}::int FOR UPDATE SKIP LOCKED)
      RETURNING id`,
  )
  return rows.map((row) => row.id)
}

/** Money that a budget line has free. */
export async function getAvailable(tx: Tx, budgetLineId: string): Promise<Cents> {
  const row = await queryRow(
    tx,
    z.object({ cents: centsColumn }),
    Prisma.sql`SELECT balance_cents AS cents FROM account
      WHERE budget_line_id = ${budgetLineId}::uuid AND kind = 'available'`,
  )
  if (row === null) throw new Error('A budget line has no account')
  return row.cents
}

/** Marks a statement as looked through by the municipality, once. */
export async function saveReview(
  tx: Tx,
  { id, personId, at }: { id: string; personId: string; at: Temporal.Instant },
): Promise<boolean> {
  const changed = await tx.$executeRaw`UPDATE delivery SET reviewed_by = ${personId}::uuid, reviewed_at = ${toDate(at)}
    WHERE id = ${id}::uuid AND reviewed_at IS NULL`
  return countColumn.parse(changed) === 1
}
