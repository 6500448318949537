import { z } from 'zod'
import type { Cause } from '#app/budget/post-transfer.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRows } from '#app/platform/db/query-rows.server.ts'
import { toDate } from '#app/platform/time.ts'

type Annulment = { periodIds: readonly string[]; cause: Omit<Cause, 'kind' | 'id' | 'key'> & { reason: string } }

/**
 * Gives the money of periods back to the fund and annuls them, for when the import that brought them is undone: line by
 * line to the period, period by period to the fund, each by a new entry with the reason. Three statements, however many
 * periods. Money that is reserved or owed cannot go back; such a period is refused by `annulled_holds_nothing`.
 */
export async function annulPeriods(tx: Tx, { periodIds, cause }: Annulment): Promise<void> {
  const ids = [...periodIds]
  const at = toDate(cause.at)
  await tx.$executeRaw`
    INSERT INTO transfer (municipality_id, debit_account_id, credit_account_id, cents, kind, cause, cause_id, person_id,
      at, reason, idempotency_key)
    SELECT line.municipality_id, line.id, period.id, line.balance_cents::int, 'unassign', 'period', line.period_id,
      ${cause.personId}::uuid, ${at}, ${cause.reason}, 'period:' || line.period_id || ':annul:' || line.budget_line_id
    FROM account line JOIN account period ON period.period_id = line.period_id AND period.kind = 'unassigned'
    WHERE line.municipality_id = ${cause.municipalityId}::uuid AND line.period_id = ANY (${ids}::uuid[])
      AND line.kind = 'available' AND line.balance_cents > 0
    ORDER BY line.id`
  await tx.$executeRaw`
    INSERT INTO transfer (municipality_id, debit_account_id, credit_account_id, cents, kind, cause, cause_id, person_id,
      at, reason, idempotency_key)
    SELECT period.municipality_id, period.id, fund.id, period.balance_cents::int, 'deallocate', 'period', period.period_id,
      ${cause.personId}::uuid, ${at}, ${cause.reason}, 'period:' || period.period_id || ':annul'
    FROM account period JOIN account fund ON fund.municipality_id = period.municipality_id AND fund.kind = 'fund'
    WHERE period.municipality_id = ${cause.municipalityId}::uuid AND period.period_id = ANY (${ids}::uuid[])
      AND period.kind = 'unassigned' AND period.balance_cents > 0
    ORDER BY period.id`
  await tx.$executeRaw`UPDATE budget_period SET annulled_at = ${at}
    WHERE municipality_id = ${cause.municipalityId}::uuid AND id = ANY (${ids}::uuid[]) AND annulled_at IS NULL`
}

/** Those of the periods in which money is reserved, owed or paid: nobody may take it away any more. */
export async function listPeriodsInUse(
  tx: Tx,
  { municipalityId, periodIds }: { municipalityId: string; periodIds: readonly string[] },
): Promise<string[]> {
  const rows = await queryRows(
    tx,
    z.object({ period_id: z.string() }),
    Prisma.sql`SELECT DISTINCT period_id FROM account WHERE municipality_id = ${municipalityId}::uuid
      AND period_id = ANY (${[...periodIds]}::uuid[]) AND kind NOT IN ('unassigned', 'available') AND balance_cents > 0`,
  )
  return rows.map((row) => row.period_id)
}
