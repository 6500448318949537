import type { Cause } from '#app/budget/post-transfer.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import type { Cents } from '#app/platform/money.ts'
import { toDate } from '#app/platform/time.ts'

/**
 * `openHold` as two parts of a larger statement, so that a booking and its money are one round trip. Both wait for
 * the row of `after` (the part that inserts the booking), hence nothing is reserved unless it was inserted, and locks
 * are taken in one order: the booking's times, then the line's accounts.
 *
 *     WITH booked AS (INSERT INTO booking ... RETURNING id), ${openHoldParts({ ..., after: 'booked' })} SELECT ...
 */
export function openHoldParts({
  budgetLineId,
  bookingId,
  amount,
  cause,
  after,
}: {
  budgetLineId: string
  bookingId: string
  amount: Cents
  cause: Cause
  after: 'booked'
}): Prisma.Sql {
  const source = Prisma.raw(after)
  const at = toDate(cause.at)
  return Prisma.sql`
    held AS (
      INSERT INTO hold (municipality_id, budget_line_id, booking_id, cents, opened_at)
      SELECT ${cause.municipalityId}::uuid, ${budgetLineId}::uuid, ${bookingId}::uuid, ${amount}::int, ${at}::timestamptz
      FROM ${source}
      RETURNING id
    ),
    reserved AS (
      INSERT INTO transfer (municipality_id, debit_account_id, credit_account_id, cents, kind, cause, cause_id, person_id,
        at, reason, idempotency_key)
      SELECT ${cause.municipalityId}::uuid, debit.id, credit.id, ${amount}::int, 'reserve', ${cause.kind}::"CauseKind",
        ${cause.id}::uuid, ${cause.personId}::uuid, ${at}::timestamptz, ${cause.reason ?? null}, ${cause.key}
      FROM held, account debit JOIN account credit USING (budget_line_id)
      WHERE debit.budget_line_id = ${budgetLineId}::uuid AND debit.municipality_id = ${cause.municipalityId}::uuid
        AND debit.kind = 'available' AND credit.kind = 'reserved'
      RETURNING id
    )`
}
