import type { Cause } from '#app/budget/post-transfer.server.ts'
import { postOnLine } from '#app/budget/post-transfer.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import type { Cents } from '#app/platform/money.ts'
import { cents, subtractCents } from '#app/platform/money.ts'
import { toDate } from '#app/platform/time.ts'

/*
 * The two phases of a booking's money. A hold is opened when a session is booked and ends exactly once: posted when
 * something is owed, voided when nothing is. Callers run these inside the transaction that changes the booking and map
 * the constraint `balance_is_never_negative` to "the budget does not reach".
 */

type Held = { budgetLineId: string; bookingId: string; amount: Cents; cause: Cause }

/** Sets money aside for a booking: available to reserved. */
export async function openHold(tx: Tx, { budgetLineId, bookingId, amount, cause }: Held): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO hold (municipality_id, budget_line_id, booking_id, cents, opened_at)
    VALUES (${cause.municipalityId}::uuid, ${budgetLineId}::uuid, ${bookingId}::uuid, ${amount}::int, ${toDate(cause.at)})`
  await postOnLine(tx, { kind: 'reserve', budgetLineId, amount, cause })
}

/**
 * Ends the open hold of a booking without anything owed: all of it becomes available again.
 * Answers what was released, or null when no open hold exists (somebody else ended it first).
 */
export async function voidHold(
  tx: Tx,
  { bookingId, cause }: { bookingId: string; cause: Cause },
): Promise<Cents | null> {
  const ended = await endHold(tx, { bookingId, state: 'voided', cause })
  if (ended === null) return null
  await postOnLine(tx, { kind: 'release', budgetLineId: ended.budgetLineId, amount: ended.amount, cause })
  return ended.amount
}

/**
 * Ends the open hold of a booking with something owed: `owed` becomes payable (delivered), the rest available again.
 * `owed` is above zero and at most the hold. Answers what was released, or null when no open hold exists.
 */
export async function postHold(
  tx: Tx,
  { bookingId, owed, cause }: { bookingId: string; owed: Cents; cause: Cause },
): Promise<Cents | null> {
  const ended = await endHold(tx, { bookingId, state: 'posted', cause })
  if (ended === null) return null
  const rest = subtractCents(ended.amount, owed)
  if (owed <= 0 || rest < 0) throw new Error('A hold is posted with an amount above zero and at most its own')
  // The rest goes first: every transaction takes the accounts of a line in the order available, reserved, delivered.
  // The other way round a booking on the same line and this would wait for each other.
  if (rest > 0) {
    await postOnLine(tx, {
      kind: 'release',
      budgetLineId: ended.budgetLineId,
      amount: rest,
      cause: { ...cause, key: `${cause.key}:rest` },
    })
  }
  await postOnLine(tx, { kind: 'deliver', budgetLineId: ended.budgetLineId, amount: owed, cause })
  return rest
}

async function endHold(
  tx: Tx,
  { bookingId, state, cause }: { bookingId: string; state: 'posted' | 'voided'; cause: Cause },
): Promise<{ budgetLineId: string; amount: Cents } | null> {
  const [hold] = await tx.hold.updateManyAndReturn({
    where: { booking_id: bookingId, municipality_id: cause.municipalityId, state: 'open' },
    data: { state, ended_at: toDate(cause.at) },
    select: { budget_line_id: true, cents: true },
  })
  return hold === undefined ? null : { budgetLineId: hold.budget_line_id, amount: cents(hold.cents) }
}
