import { z } from 'zod'
import type { Context } from '#app/people/context.server.ts'
import { seesChild } from '#app/people/child-scope.server.ts'
import { centsColumn, hundredthsColumn, isoInstantColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'
import { units } from '#app/platform/quantity.ts'
import { runStates } from '#app/payout/rules/four-eyes.ts'
import { accountKinds, transferKinds } from './rules/add-up-trace.ts'

/** Who looks: a person under one hat, or (null) the administrator's command line, which sees all of the tenant. */
export type Looking = Pick<Context, 'clock'> & { actor: Context['actor'] | null; municipalityId: string }

function mayLook({ actor, clock }: Looking, childId: Prisma.Sql): Prisma.Sql {
  return actor === null ? Prisma.sql`true` : seesChild({ actor, clock }, childId)
}

/** What concerns no child: only those who see all children of the municipality. */
function mayLookAtAll({ actor }: Looking): boolean {
  return actor === null || ['finance_officer', 'payout_approver', 'municipality_administrator'].includes(actor.role)
}

const focusRow = z.object({
  kind: z.enum(['line', 'booking', 'delivery', 'payout', 'run', 'cause']),
  id: z.uuid(),
  serviceLv: z.string().nullable(),
  serviceEn: z.string().nullable(),
  childId: z.uuid().nullable(),
  childName: z.string().nullable(),
  startsAt: isoInstantColumn.nullable(),
  payee: z.string().nullable(),
  runId: z.uuid().nullable(),
  runLabel: z.string().nullable(),
})
export type Focus = z.infer<typeof focusRow>

const childName = Prisma.sql`c.given_name || ' ' || c.family_name`

/** What an id stands for in this municipality, or null: unknown, somebody else's and not visible read the same. */
export async function findFocus(tx: Tx, looking: Looking, id: string): Promise<Focus | null> {
  const own = Prisma.sql`= ${looking.municipalityId}::uuid`
  const session = Prisma.sql`JOIN service s ON s.id = b.service_id JOIN child c ON c.id = b.child_id`
  return queryRow(
    tx,
    focusRow,
    Prisma.sql`
      SELECT 'line' AS kind, l.id, s.name_lv AS "serviceLv", s.name_en AS "serviceEn", c.id AS "childId",
        ${childName} AS "childName", NULL::timestamptz AS "startsAt", NULL AS payee, NULL::uuid AS "runId",
        NULL AS "runLabel"
      FROM budget_line l JOIN budget_period p ON p.id = l.period_id JOIN service s ON s.id = l.service_id
        JOIN child c ON c.id = p.child_id
      WHERE l.id = ${id}::uuid AND l.municipality_id ${own} AND ${mayLook(looking, Prisma.sql`p.child_id`)}
      UNION ALL
      SELECT 'booking', b.id, s.name_lv, s.name_en, c.id, ${childName}, b.starts_at, NULL, NULL, NULL
      FROM booking b ${session}
      WHERE b.id = ${id}::uuid AND b.municipality_id ${own} AND ${mayLook(looking, Prisma.sql`b.child_id`)}
      UNION ALL
      SELECT 'delivery', d.id, s.name_lv, s.name_en, c.id, ${childName}, b.starts_at, NULL, NULL, NULL
      FROM delivery d JOIN booking b ON b.id = d.booking_id ${session}
      WHERE d.id = ${id}::uuid AND d.municipality_id ${own} AND ${mayLook(looking, Prisma.sql`b.child_id`)}
      UNION ALL
      SELECT 'payout', o.id, NULL, NULL, NULL, NULL, NULL, o.creditor_name, r.id, r.number || '/' || r.year
      FROM payout o JOIN payout_run r ON r.id = o.run_id
      WHERE o.id = ${id}::uuid AND o.municipality_id ${own} AND ${mayLookAtAll(looking)}
      UNION ALL
      SELECT 'run', r.id, NULL, NULL, NULL, NULL, NULL, NULL, r.id, r.number || '/' || r.year FROM payout_run r
      WHERE r.id = ${id}::uuid AND r.municipality_id ${own} AND ${mayLookAtAll(looking)}
      UNION ALL
      SELECT 'cause', t.cause_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM transfer t
      WHERE t.cause_id = ${id}::uuid AND t.municipality_id ${own} AND ${mayLookAtAll(looking)}
      LIMIT 1`,
  )
}

const causeRow = z.object({ id: z.uuid() })

/** The cause of the ledger entry with this number. */
export async function findCauseOfEntry(tx: Tx, looking: Looking, number: string): Promise<string | null> {
  const found = await queryRow(
    tx,
    causeRow,
    Prisma.sql`SELECT cause_id AS id FROM transfer
      WHERE id = ${number}::bigint AND municipality_id = ${looking.municipalityId}::uuid`,
  )
  return found?.id ?? null
}

const itemShape = z.object({
  itemId: z.uuid(),
  amount: centsColumn,
  isLive: z.boolean(),
  payoutId: z.uuid(),
  payee: z.string(),
  payoutState: z.enum(['prepared', 'in_transit', 'paid', 'failed', 'dropped']),
  paidOn: z.string().nullable(),
  failureReason: z.string().nullable(),
  runId: z.uuid(),
  runLabel: z.string(),
  runState: z.enum(runStates),
})
const deliveryShape = z.object({
  id: z.uuid(),
  kind: z.enum(['delivered', 'not_attended', 'late_cancellation']),
  state: z.enum(['awaiting', 'accepted', 'objected', 'rejected', 'waived']),
  acceptedHow: z.enum(['cosigned', 'silence', 'settled', 'cancelled_knowingly']).nullable(),
  statedAt: z.string(),
  answeredAt: z.string().nullable(),
  quantity: z.number(),
  amount: centsColumn,
  items: z.array(itemShape),
})
const sessionRow = z.object({
  bookingId: z.uuid(),
  budgetLineId: z.uuid(),
  serviceLv: z.string(),
  serviceEn: z.string(),
  childName: z.string(),
  provider: z.string(),
  unit: z.enum(units),
  startsAt: isoInstantColumn,
  quantity: hundredthsColumn,
  price: centsColumn,
  state: z.enum(['booked', 'cancelled', 'delivered', 'not_attended']),
  changes: z.array(
    z.object({
      kind: z.enum(['booked', 'moved', 'cancelled', 'delivered', 'not_attended']),
      at: z.string(),
      startsAt: z.string(),
      price: centsColumn,
    }),
  ),
  holds: z.array(
    z.object({ state: z.enum(['open', 'posted', 'voided']), amount: centsColumn, endedAt: z.string().nullable() }),
  ),
  deliveries: z.array(deliveryShape),
})
export type TraceSession = z.infer<typeof sessionRow>

/** The bookings behind a focus with all that became of them, in order of time. A cause of another kind has none. */
export async function listTraceSessions(tx: Tx, looking: Looking, focus: Focus): Promise<TraceSession[]> {
  if (focus.kind === 'cause') return []
  return queryRows(
    tx,
    sessionRow,
    Prisma.sql`
      SELECT b.id AS "bookingId", b.budget_line_id AS "budgetLineId", s.name_lv AS "serviceLv",
        s.name_en AS "serviceEn", ${childName} AS "childName", pr.name AS provider, s.unit::text AS unit,
        b.starts_at AS "startsAt", b.quantity_hundredths AS quantity, b.price_cents AS price, b.state::text AS state,
        (SELECT coalesce(json_agg(json_build_object('kind', g.kind, 'at', ${iso('g.at')}, 'startsAt', ${iso('g.starts_at')},
          'price', g.price_cents) ORDER BY g.id), '[]') FROM booking_change g WHERE g.booking_id = b.id) AS changes,
        (SELECT coalesce(json_agg(json_build_object('state', h.state, 'amount', h.cents, 'endedAt', ${iso('h.ended_at')})
          ORDER BY h.opened_at, h.id), '[]') FROM hold h WHERE h.booking_id = b.id) AS holds,
        (SELECT coalesce(json_agg(json_build_object('id', d.id, 'kind', d.kind, 'state', d.state,
          'acceptedHow', d.accepted_how, 'statedAt', ${iso('d.stated_at')},
          'answeredAt', ${iso('coalesce(d.settled_at, d.answered_at)')}, 'quantity', d.quantity_hundredths,
          'amount', d.amount_cents, 'items', ${itemsOfDelivery}) ORDER BY d.stated_at, d.id), '[]')
          FROM delivery d WHERE d.booking_id = b.id) AS deliveries
      FROM booking b JOIN service s ON s.id = b.service_id JOIN child c ON c.id = b.child_id
        JOIN provider pr ON pr.id = b.provider_id
      WHERE b.municipality_id = ${looking.municipalityId}::uuid AND ${bookingsOf(focus)}
        AND ${mayLook(looking, Prisma.sql`b.child_id`)}
      ORDER BY b.starts_at, b.id`,
  )
}

const itemsOfDelivery = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('itemId', i.id, 'amount', i.cents,
  'isLive', i.is_live, 'payoutId', o.id, 'payee', o.creditor_name, 'payoutState', o.state, 'paidOn', o.paid_on,
  'failureReason', o.failure_reason, 'runId', r.id, 'runLabel', r.number || '/' || r.year, 'runState', r.state)
  ORDER BY i.id), '[]') FROM payout_item i JOIN payout o ON o.id = i.payout_id JOIN payout_run r ON r.id = o.run_id
  WHERE i.delivery_id = d.id)`

function iso(column: string): Prisma.Sql {
  return Prisma.sql`to_char(${Prisma.raw(column)} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}

function bookingsOf({ kind, id }: Focus): Prisma.Sql {
  switch (kind) {
    case 'line':
      return Prisma.sql`b.budget_line_id = ${id}::uuid`
    case 'booking':
      return Prisma.sql`b.id = ${id}::uuid`
    case 'delivery':
      return Prisma.sql`b.id = (SELECT booking_id FROM delivery WHERE id = ${id}::uuid)`
    case 'payout':
      return Prisma.sql`b.id IN (SELECT d.booking_id FROM payout_item i JOIN delivery d ON d.id = i.delivery_id
        WHERE i.payout_id = ${id}::uuid)`
    case 'run':
      return Prisma.sql`b.id IN (SELECT d.booking_id FROM payout o JOIN payout_item i ON i.payout_id = o.id
        JOIN delivery d ON d.id = i.delivery_id WHERE o.run_id = ${id}::uuid)`
    case 'cause':
      return Prisma.sql`false`
  }
}

const transferRow = z.object({
  number: z.coerce.string(),
  kind: z.enum(transferKinds),
  from: z.enum(accountKinds),
  to: z.enum(accountKinds),
  amount: centsColumn,
  at: isoInstantColumn,
  person: z.string().nullable(),
  reason: z.string().nullable(),
  serviceLv: z.string().nullable(),
  serviceEn: z.string().nullable(),
})
export type TraceTransfer = z.infer<typeof transferRow>

/**
 * Every ledger entry behind a focus, in the order of their numbers: all of a line's, or those that its bookings,
 * deliveries and items of payouts caused. Items are found by the idempotency keys of their transfers.
 */
export async function listTraceTransfers(
  tx: Tx,
  looking: Looking,
  focus: Focus,
  sessions: readonly TraceSession[],
): Promise<TraceTransfer[]> {
  return queryRows(
    tx,
    transferRow,
    Prisma.sql`
      SELECT t.id::text AS number, t.kind::text AS kind, debit.kind::text AS "from", credit.kind::text AS "to",
        t.cents AS amount, t.at, p.given_name || ' ' || p.family_name AS person, t.reason,
        s.name_lv AS "serviceLv", s.name_en AS "serviceEn"
      FROM transfer t
        JOIN account debit ON debit.id = t.debit_account_id
        JOIN account credit ON credit.id = t.credit_account_id
        LEFT JOIN budget_line l ON l.id = coalesce(credit.budget_line_id, debit.budget_line_id)
        LEFT JOIN service s ON s.id = l.service_id
        LEFT JOIN person p ON p.id = t.person_id
      WHERE t.municipality_id = ${looking.municipalityId}::uuid AND ${transfersOf(focus, sessions)}
      ORDER BY t.id`,
  )
}

function transfersOf(focus: Focus, sessions: readonly TraceSession[]): Prisma.Sql {
  if (focus.kind === 'cause') return Prisma.sql`t.cause_id = ${focus.id}::uuid`
  if (focus.kind === 'line') {
    const accounts = Prisma.sql`(SELECT id FROM account WHERE budget_line_id = ${focus.id}::uuid)`
    return Prisma.sql`t.id IN (SELECT id FROM transfer WHERE debit_account_id IN ${accounts}
      UNION SELECT id FROM transfer WHERE credit_account_id IN ${accounts})`
  }
  const deliveries = sessions.flatMap((session) => session.deliveries)
  const causes = [...sessions.map(({ bookingId }) => bookingId), ...deliveries.map(({ id }) => id)]
  const keys = deliveries
    .flatMap(({ items }) => items)
    .flatMap(({ itemId }) => ['send', 'settle', 'bounce'].map((step) => `${step}:${itemId}`))
  return Prisma.sql`t.id IN (SELECT id FROM transfer WHERE cause_id = ANY (${causes}::uuid[])
    UNION SELECT id FROM transfer WHERE idempotency_key = ANY (${keys}::text[]))`
}

const lineRow = z.object({
  budgetLineId: z.uuid(),
  serviceLv: z.string(),
  serviceEn: z.string(),
  childName: z.string(),
  unit: z.enum(units),
  fundedUnits: z.number().nullable(),
  fundedAmount: centsColumn.nullable(),
  planVersion: z.number().nullable(),
})
export type TraceLine = z.infer<typeof lineRow>

/** The line behind a focus on one line, with what the approved version of the plan gave it. */
export async function findTraceLine(tx: Tx, looking: Looking, budgetLineId: string): Promise<TraceLine | null> {
  return queryRow(
    tx,
    lineRow,
    Prisma.sql`
      SELECT l.id AS "budgetLineId", s.name_lv AS "serviceLv", s.name_en AS "serviceEn", ${childName} AS "childName",
        s.unit::text AS unit, pl.funded_units AS "fundedUnits", pl.funded_cents AS "fundedAmount",
        pl.version AS "planVersion"
      FROM budget_line l JOIN budget_period p ON p.id = l.period_id JOIN service s ON s.id = l.service_id
        JOIN child c ON c.id = p.child_id
        LEFT JOIN LATERAL (
          SELECT x.funded_units, x.funded_cents, v.version FROM plan_line x JOIN plan v ON v.id = x.plan_id
          WHERE x.budget_line_id = l.id AND v.state = 'approved'
        ) pl ON true
      WHERE l.id = ${budgetLineId}::uuid AND l.municipality_id = ${looking.municipalityId}::uuid
        AND ${mayLook(looking, Prisma.sql`p.child_id`)}`,
  )
}

const balanceRow = z.object({ kind: z.enum(accountKinds), amount: centsColumn })

/** What the accounts of a line hold, to compare with what its entries come to. */
export async function listLineBalances(tx: Tx, budgetLineId: string): Promise<z.infer<typeof balanceRow>[]> {
  return queryRows(
    tx,
    balanceRow,
    Prisma.sql`SELECT kind::text AS kind, balance_cents AS amount FROM account
      WHERE budget_line_id = ${budgetLineId}::uuid`,
  )
}
