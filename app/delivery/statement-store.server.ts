import { z } from 'zod'
import type { Actor } from '#app/people/actor.ts'
import { centsColumn, hundredthsColumn, instantColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow } from '#app/platform/db/query-rows.server.ts'
import type { Cents } from '#app/platform/money.ts'
import type { Hundredths } from '#app/platform/quantity.ts'
import { units } from '#app/platform/quantity.ts'
import { dateOf, toDate } from '#app/platform/time.ts'
import type { PlaceType } from './rules/six-elements.ts'

const sessionRow = z.object({
  bookingId: z.uuid(),
  municipalityId: z.uuid(),
  childId: z.uuid(),
  periodId: z.uuid(),
  budgetLineId: z.uuid(),
  serviceId: z.uuid(),
  providerId: z.uuid(),
  specialistId: z.uuid(),
  unit: z.enum(units),
  mode: z.enum(['at_provider', 'at_home', 'institution', 'online']),
  startsAt: instantColumn,
  endsAt: instantColumn,
  quantity: hundredthsColumn,
  unitPrice: centsColumn,
  reserved: centsColumn,
  freeCancellationHours: z.number(),
  lateChargePercent: z.number(),
  lateChargesPerPeriod: z.number(),
  state: z.enum(['booked', 'cancelled', 'delivered', 'not_attended']),
  revision: z.number(),
})

/** A booked session as the one who gives it may state what became of it. */
export type OwnSession = z.infer<typeof sessionRow>

const uuid = z.uuid()

/** Which bookings belong to somebody of a provider: a specialist's own, a manager's all. */
export function ownBookings(actor: Actor, alias: Prisma.Sql): Prisma.Sql {
  if (actor.providerId === null) return Prisma.sql`false`
  const ofProvider = Prisma.sql`${alias}.provider_id = ${actor.providerId}::uuid`
  if (actor.role === 'provider_manager') return ofProvider
  if (actor.role !== 'specialist' || actor.specialistId === null) return Prisma.sql`false`
  return Prisma.sql`${ofProvider} AND ${alias}.specialist_id = ${actor.specialistId}::uuid`
}

/** The session behind an id that a browser claims; null when unknown or somebody else's. */
export async function findOwnSession(tx: Tx, actor: Actor, bookingId: string): Promise<OwnSession | null> {
  if (!uuid.safeParse(bookingId).success) return null
  return queryRow(
    tx,
    sessionRow,
    Prisma.sql`
      SELECT b.id AS "bookingId", b.municipality_id AS "municipalityId", b.child_id AS "childId",
        b.period_id AS "periodId", b.budget_line_id AS "budgetLineId", b.service_id AS "serviceId",
        b.provider_id AS "providerId", b.specialist_id AS "specialistId", s.unit, b.mode, b.starts_at AS "startsAt",
        b.ends_at AS "endsAt", b.quantity_hundredths AS quantity, b.unit_price_cents AS "unitPrice",
        b.price_cents AS reserved, b.free_cancellation_hours AS "freeCancellationHours",
        b.late_charge_percent AS "lateChargePercent", b.late_charges_per_period AS "lateChargesPerPeriod",
        b.state, b.revision
      FROM booking b JOIN service s ON s.id = b.service_id
      WHERE b.id = ${bookingId}::uuid AND ${ownBookings(actor, Prisma.sql`b`)}`,
  )
}

/**
 * Ends a live booking as given or as not attended, if it is still the one that was read. Of a confirmation and a
 * cancellation at the same moment exactly one gets here with a row to change. Answers whether it did.
 */
export async function endBooking(
  tx: Tx,
  session: OwnSession,
  end: { state: 'delivered' | 'not_attended'; charged: Cents; personId: string; at: Temporal.Instant },
): Promise<boolean> {
  const { bookingId, municipalityId, revision } = session
  const changed = await tx.$executeRaw`
    UPDATE booking SET state = ${end.state}::"BookingState", revision = revision + 1, charged_cents = ${end.charged}::int
    WHERE id = ${bookingId}::uuid AND municipality_id = ${municipalityId}::uuid AND state = 'booked'
      AND revision = ${revision}::int`
  if (changed !== 1) return false
  await tx.$executeRaw`
    INSERT INTO booking_change (municipality_id, booking_id, provider_id, kind, at, person_id, starts_at, price_cents)
    VALUES (${municipalityId}::uuid, ${bookingId}::uuid, ${session.providerId}::uuid,
      ${end.state}::"BookingChangeKind", ${toDate(end.at)}, ${end.personId}::uuid, ${toDate(session.startsAt)},
      ${session.reserved}::int)`
  return true
}

type Statement = {
  kind: 'delivered' | 'not_attended'
  /** `waived` when nothing is asked: there is nothing to answer. */
  state: 'awaiting' | 'waived'
  startedAt: Temporal.Instant | null
  endedAt: Temporal.Instant | null
  placeType: PlaceType | null
  note: string | null
  quantity: Hundredths
  amount: Cents
  extraAsked: Cents
  statedBy: string
  statedAt: Temporal.Instant
  acceptBy: Temporal.Instant
}

/** Writes down what was stated. Answers the delivery's id. */
export async function insertStatement(tx: Tx, session: OwnSession, statement: Statement): Promise<string> {
  const { id } = await tx.delivery.create({
    data: {
      municipality_id: session.municipalityId,
      booking_id: session.bookingId,
      child_id: session.childId,
      provider_id: session.providerId,
      kind: statement.kind,
      state: statement.state,
      started_at: statement.startedAt === null ? null : toDate(statement.startedAt),
      ended_at: statement.endedAt === null ? null : toDate(statement.endedAt),
      place_type: statement.placeType,
      note: statement.note,
      quantity_hundredths: statement.quantity,
      reserved_cents: session.reserved,
      amount_cents: statement.amount,
      extra_asked_cents: statement.extraAsked,
      stated_by: statement.statedBy,
      stated_at: toDate(statement.statedAt),
      accept_by: toDate(statement.acceptBy),
    },
    select: { id: true },
  })
  return id
}

const silenceRow = z.object({ days: z.number(), holidays: z.array(z.string()) })

/** How long a guardian may stay silent by the policy in force, and the public holidays of the weeks after a day. */
export async function getSilencePolicy(
  tx: Tx,
  municipalityId: string,
  at: Temporal.Instant,
): Promise<{ acceptAfterWorkingDays: number; holidays: ReadonlySet<string> }> {
  const day = dateOf(at).toString()
  const row = await queryRow(
    tx,
    silenceRow,
    Prisma.sql`
      SELECT p.silent_acceptance_days AS days,
        ARRAY(SELECT h.on_date::text FROM public_holiday h
          WHERE h.on_date BETWEEN ${day}::date AND ${day}::date + 15 + 3 * p.silent_acceptance_days) AS holidays
      FROM municipality_policy p
      WHERE p.municipality_id = ${municipalityId}::uuid AND p.valid_from <= ${day}::date
      ORDER BY p.valid_from DESC LIMIT 1`,
  )
  if (row === null) throw new Error('A municipality has no policy in force')
  return { acceptAfterWorkingDays: row.days, holidays: new Set(row.holidays) }
}

/**
 * How often a child was charged in a period for late cancellations and missed sessions. Holds the period until the
 * transaction ends, so that two charges at the same moment are counted one after the other.
 */
export async function countCharged(tx: Tx, session: OwnSession): Promise<number> {
  await tx.$queryRaw`SELECT FROM budget_period WHERE id = ${session.periodId}::uuid
    AND municipality_id = ${session.municipalityId}::uuid FOR NO KEY UPDATE`
  const row = await queryRow(
    tx,
    z.object({ charged: z.number() }),
    Prisma.sql`SELECT count(*)::int AS charged FROM booking
      WHERE municipality_id = ${session.municipalityId}::uuid AND child_id = ${session.childId}::uuid
        AND period_id = ${session.periodId}::uuid AND charged_cents > 0`,
  )
  return row?.charged ?? 0
}
