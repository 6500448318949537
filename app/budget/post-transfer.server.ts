import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import type { AccountKind, CauseKind, TransferKind } from '#app/platform/db/generated/enums.ts'
import type { Cents } from '#app/platform/money.ts'
import { toDate } from '#app/platform/time.ts'

/** What made money move, who and when. `key` makes the posting happen once, however often it is tried. */
export type Cause = {
  municipalityId: string
  kind: CauseKind
  id: string
  /** Null when a rule acted by itself. */
  personId: string | null
  at: Temporal.Instant
  key: string
  reason?: string
}

type LineTransferKind = Extract<
  TransferKind,
  'reserve' | 'release' | 'deliver' | 'deliver_extra' | 'reverse_delivery' | 'send' | 'settle' | 'bounce'
>

const ways = {
  reserve: ['available', 'reserved'],
  release: ['reserved', 'available'],
  deliver: ['reserved', 'delivered'],
  deliver_extra: ['available', 'delivered'],
  reverse_delivery: ['delivered', 'available'],
  send: ['delivered', 'in_transit'],
  settle: ['in_transit', 'paid'],
  bounce: ['in_transit', 'delivered'],
} as const satisfies Record<LineTransferKind, readonly [AccountKind, AccountKind]>

/**
 * Moves money between two accounts of one budget line. One statement; the trigger `post_transfer` moves the balances
 * and refuses what would go below zero (constraint `balance_is_never_negative`).
 */
export async function postOnLine(
  tx: Tx,
  { kind, budgetLineId, amount, cause }: { kind: LineTransferKind; budgetLineId: string; amount: Cents; cause: Cause },
): Promise<void> {
  const [from, to] = ways[kind]
  const posted = await tx.$executeRaw`
    INSERT INTO transfer (municipality_id, debit_account_id, credit_account_id, cents, kind, cause, cause_id, person_id,
      at, reason, idempotency_key)
    SELECT ${cause.municipalityId}::uuid, debit.id, credit.id, ${amount}::int, ${kind}::"TransferKind",
      ${cause.kind}::"CauseKind", ${cause.id}::uuid, ${cause.personId}::uuid, ${toDate(cause.at)}, ${cause.reason ?? null},
      ${cause.key}
    FROM account debit JOIN account credit USING (budget_line_id)
    WHERE debit.budget_line_id = ${budgetLineId}::uuid AND debit.municipality_id = ${cause.municipalityId}::uuid
      AND debit.kind = ${from}::"AccountKind" AND credit.kind = ${to}::"AccountKind"`
  if (posted !== 1) throw new Error(`No accounts to post a transfer of kind ${kind} on`)
}

/** One movement of many: the cause and its key differ from row to row. */
export type LineMovement = { budgetLineId: string; amount: Cents; causeId: string; key: string; reason?: string }

/**
 * Moves money on many lines with one statement, each movement a transfer of its own. Rows go in the order of the
 * debited accounts, so that two such statements wait for each other in one direction. Same guards as {@link postOnLine}.
 */
export async function postManyOnLines(
  tx: Tx,
  {
    kind,
    movements,
    cause,
  }: { kind: LineTransferKind; movements: readonly LineMovement[]; cause: Omit<Cause, 'id' | 'key' | 'reason'> },
): Promise<void> {
  if (movements.length === 0) return
  const [from, to] = ways[kind]
  const posted = await tx.$executeRaw`
    INSERT INTO transfer (municipality_id, debit_account_id, credit_account_id, cents, kind, cause, cause_id, person_id,
      at, reason, idempotency_key)
    SELECT ${cause.municipalityId}::uuid, debit.id, credit.id, moved.amount, ${kind}::"TransferKind",
      ${cause.kind}::"CauseKind", moved."causeId", ${cause.personId}::uuid, ${toDate(cause.at)}, moved.reason, moved.key
    FROM jsonb_to_recordset(${JSON.stringify(movements)}::jsonb)
        AS moved("budgetLineId" uuid, amount int, "causeId" uuid, key text, reason text)
      JOIN account debit ON debit.budget_line_id = moved."budgetLineId" AND debit.kind = ${from}::"AccountKind"
        AND debit.municipality_id = ${cause.municipalityId}::uuid
      JOIN account credit ON credit.budget_line_id = moved."budgetLineId" AND credit.kind = ${to}::"AccountKind"
    ORDER BY debit.id, moved.key`
  if (posted !== movements.length) throw new Error(`No accounts to post all transfers of kind ${kind} on`)
}

type AccountAddress =
  | { kind: 'grant' | 'fund' }
  | { kind: 'unassigned'; periodId: string }
  | { kind: 'available'; budgetLineId: string }

/** Moves money between the fund, a period and its lines. Same guards as {@link postOnLine}. */
export async function postBetween(
  tx: Tx,
  {
    kind,
    from,
    to,
    amount,
    cause,
  }: {
    kind: Exclude<TransferKind, LineTransferKind>
    from: AccountAddress
    to: AccountAddress
    amount: Cents
    cause: Cause
  },
): Promise<void> {
  const posted = await tx.$executeRaw`
    INSERT INTO transfer (municipality_id, debit_account_id, credit_account_id, cents, kind, cause, cause_id, person_id,
      at, reason, idempotency_key)
    SELECT ${cause.municipalityId}::uuid, debit.id, credit.id, ${amount}::int, ${kind}::"TransferKind",
      ${cause.kind}::"CauseKind", ${cause.id}::uuid, ${cause.personId}::uuid, ${toDate(cause.at)}, ${cause.reason ?? null},
      ${cause.key}
    FROM account debit CROSS JOIN account credit
    WHERE debit.municipality_id = ${cause.municipalityId}::uuid AND ${at('debit', from)}
      AND credit.municipality_id = ${cause.municipalityId}::uuid AND ${at('credit', to)}`
  if (posted !== 1) throw new Error(`No accounts to post a transfer of kind ${kind} on`)
}

function at(alias: 'debit' | 'credit', address: AccountAddress): Prisma.Sql {
  const table = Prisma.raw(alias)
  if (address.kind === 'available') {
    return Prisma.sql`${table}.budget_line_id = ${address.budgetLineId}::uuid AND ${table}.kind = 'available'`
  }
  if (address.kind === 'unassigned') {
    return Prisma.sql`${table}.period_id = ${address.periodId}::uuid AND ${table}.kind = 'unassigned'`
  }
  return Prisma.sql`${table}.kind = ${address.kind}::"AccountKind"`
}
