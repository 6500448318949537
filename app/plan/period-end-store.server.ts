import { z } from 'zod'
import { centsColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'
import { toDate } from '#app/platform/time.ts'

const uuid = z.uuid()

/** The day of a period's plan, or of its end, decides which policy says what becomes of unused money. */
const policyOfPeriod = Prisma.sql`LEFT JOIN LATERAL (SELECT m.unused_money, m.lapse_after_days FROM municipality_policy m
  WHERE m.municipality_id = bp.municipality_id AND (m.id = (SELECT p.policy_id FROM plan p WHERE p.period_id = bp.id
    AND p.state = 'approved') OR m.valid_from <= bp.ends_before)
  ORDER BY m.id = (SELECT p.policy_id FROM plan p WHERE p.period_id = bp.id AND p.state = 'approved') DESC NULLS LAST,
    m.valid_from DESC LIMIT 1) policy ON true`

/**
 * Periods whose unused money is due to go back on a day: over, past the policy's days, with something free. Of one
 * period when its id is given.
 */
export async function listLapsingPeriods(
  tx: Tx,
  { municipalityId, on, periodId = null }: { municipalityId: string; on: Temporal.PlainDate; periodId?: string | null },
): Promise<string[]> {
  const rows = await queryRows(
    tx,
    z.object({ id: uuid }),
    Prisma.sql`
    SELECT bp.id FROM budget_period bp ${policyOfPeriod}
    WHERE bp.municipality_id = ${municipalityId}::uuid AND bp.annulled_at IS NULL AND policy.unused_money = 'lapses'
      AND (${periodId}::uuid IS NULL OR bp.id = ${periodId}::uuid)
      AND bp.ends_before + policy.lapse_after_days <= ${on.toString()}::date
      AND EXISTS (SELECT FROM account a WHERE a.period_id = bp.id AND a.kind IN ('available', 'unassigned')
        AND a.balance_cents > 0)
    ORDER BY bp.ends_before, bp.id`,
  )
  return rows.map((row) => row.id)
}

/** Lines of a period on which a session or an answer is still open: their money may come to be owed. */
export async function listOpenLines(tx: Tx, periodId: string): Promise<Set<string>> {
  const rows = await queryRows(
    tx,
    z.object({ id: uuid }),
    Prisma.sql`
    SELECT DISTINCT b.budget_line_id AS id FROM booking b
    LEFT JOIN delivery d ON d.booking_id = b.id AND d.state IN ('awaiting', 'objected')
    WHERE b.period_id = ${periodId}::uuid AND (b.state = 'booked' OR d.id IS NOT NULL)`,
  )
  return new Set(rows.map((row) => row.id))
}

/** Writes that families of periods that end within so many days are warned; answers the periods not warned before. */
export async function markWarned(tx: Tx, { municipalityId, daysBefore, on, at }: WarnedDays): Promise<string[]> {
  const rows = await queryRows(
    tx,
    z.object({ id: uuid }),
    Prisma.sql`
    INSERT INTO period_warning (municipality_id, period_id, ends_before, days_before, warned_at)
    SELECT bp.municipality_id, bp.id, bp.ends_before, ${daysBefore}::int, ${toDate(at)} FROM budget_period bp
    WHERE bp.municipality_id = ${municipalityId}::uuid AND bp.annulled_at IS NULL
      AND bp.ends_before > ${on.toString()}::date AND bp.ends_before <= ${on.add({ days: daysBefore }).toString()}::date
      AND EXISTS (SELECT FROM account a WHERE a.period_id = bp.id AND a.kind = 'available' AND a.balance_cents > 0)
    ON CONFLICT DO NOTHING RETURNING period_id AS id`,
  )
  return rows.map((row) => row.id)
}

type WarnedDays = { municipalityId: string; daysBefore: number; on: Temporal.PlainDate; at: Temporal.Instant }

const periodEndRow = z.object({
  unusedMoney: z.enum(['lapses', 'stays']).nullable(),
  /** The first day on which unused money goes back by itself. */
  lapsesOn: z.iso.date().nullable(),
  free: centsColumn,
  extensions: z.array(
    z.object({
      wasEndsBefore: z.iso.date(),
      endsBefore: z.iso.date(),
      reason: z.string(),
      by: z.string(),
      at: z.string(),
    }),
  ),
  returned: z.array(
    z.object({
      at: z.string(),
      amount: centsColumn,
      /** Null when the rule did it by itself. */
      by: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
})

/** What becomes or became of a period's unused money, and by what it was made longer. The caller has found the period in scope. */
export async function findPeriodEnd(tx: Tx, periodId: string): Promise<z.infer<typeof periodEndRow> | null> {
  return queryRow(
    tx,
    periodEndRow,
    Prisma.sql`
    SELECT policy.unused_money AS "unusedMoney", (bp.ends_before + policy.lapse_after_days)::text AS "lapsesOn",
      (SELECT coalesce(sum(a.balance_cents), 0)::bigint FROM account a WHERE a.period_id = bp.id
        AND a.kind IN ('available', 'unassigned')) AS free,
      (SELECT coalesce(json_agg(json_build_object('wasEndsBefore', e.was_ends_before, 'endsBefore', e.ends_before,
          'reason', e.reason, 'by', w.given_name || ' ' || w.family_name, 'at', e.decided_at) ORDER BY e.decided_at), '[]')
        FROM period_extension e JOIN person w ON w.id = e.decided_by WHERE e.period_id = bp.id) AS extensions,
      (SELECT coalesce(json_agg(json_build_object('at', t.at, 'amount', t.cents,
          'by', w.given_name || ' ' || w.family_name, 'reason', t.reason) ORDER BY t.id), '[]')
        FROM transfer t LEFT JOIN person w ON w.id = t.person_id
        WHERE t.kind = 'deallocate' AND t.cause = 'period' AND t.cause_id = bp.id) AS returned
    FROM budget_period bp ${policyOfPeriod} WHERE bp.id = ${periodId}::uuid`,
  )
}

/** How often money of a period went back to the fund already. */
export async function countReturns(tx: Tx, periodId: string): Promise<number> {
  return tx.transfer.count({ where: { cause: 'period', cause_id: periodId, kind: 'deallocate' } })
}

/** Moves the end of a period when it is still the one that was read, and writes why. Answers whether it was. */
export async function insertExtension(
  tx: Tx,
  extension: {
    municipalityId: string
    periodId: string
    wasEndsBefore: Temporal.PlainDate
    endsBefore: Temporal.PlainDate
    reason: string
    by: string
    at: Temporal.Instant
  },
): Promise<boolean> {
  const moved = await tx.$executeRaw`
    WITH longer AS (
      UPDATE budget_period SET ends_before = ${extension.endsBefore.toString()}::date
      WHERE id = ${extension.periodId}::uuid AND ends_before = ${extension.wasEndsBefore.toString()}::date
      RETURNING id
    )
    INSERT INTO period_extension (municipality_id, period_id, was_ends_before, ends_before, reason, decided_by, decided_at)
    SELECT ${extension.municipalityId}::uuid, id, ${extension.wasEndsBefore.toString()}::date,
      ${extension.endsBefore.toString()}::date, ${extension.reason}, ${extension.by}::uuid, ${toDate(extension.at)}
    FROM longer`
  return moved === 1
}
