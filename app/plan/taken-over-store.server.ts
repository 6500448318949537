import { z } from 'zod'
import { centsColumn, dateColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRows } from '#app/platform/db/query-rows.server.ts'
import { toDate } from '#app/platform/time.ts'

const periodRow = z.object({
  periodId: z.uuid(),
  startsOn: dateColumn,
  endsBefore: dateColumn,
  /** Null while the period has no plan in force. */
  budget: centsColumn.nullable(),
  lines: z.array(z.object({ serviceId: z.uuid(), units: z.int(), minimumUnits: z.int(), mode: z.string().nullable() })),
})
export type PeriodInDays = z.infer<typeof periodRow>

/** The periods of a child that meet these days, with what their plan in force was made of. */
export async function listPeriodsInDays(
  tx: Tx,
  days: { municipalityId: string; childId: string; startsOn: Temporal.PlainDate; endsBefore: Temporal.PlainDate },
): Promise<PeriodInDays[]> {
  return queryRows(
    tx,
    periodRow,
    Prisma.sql`SELECT b.id AS "periodId", b.starts_on AS "startsOn", b.ends_before AS "endsBefore",
        p.budget_cents AS budget, coalesce((SELECT json_agg(json_build_object('serviceId', l.service_id,
          'units', l.asked_units, 'minimumUnits', l.minimum_units, 'mode', l.mode))
          FROM plan_line l WHERE l.plan_id = p.id AND l.outcome <> 'other_payer'), '[]') AS lines
      FROM budget_period b LEFT JOIN plan p ON p.period_id = b.id AND p.state = 'approved'
      WHERE b.municipality_id = ${days.municipalityId}::uuid AND b.child_id = ${days.childId}::uuid
        AND b.annulled_at IS NULL
        AND daterange(b.starts_on, b.ends_before) && daterange(${days.startsOn.toString()}::date, ${days.endsBefore.toString()}::date)
      ORDER BY b.starts_on`,
  )
}

/** Withdraws taken-over plans; the database lets no other plan in force be withdrawn. */
export async function withdrawPlans(
  tx: Tx,
  {
    municipalityId,
    planIds,
    by,
    at,
    reason,
  }: { municipalityId: string; planIds: readonly string[]; by: string; at: Temporal.Instant; reason: string },
): Promise<void> {
  await tx.$executeRaw`UPDATE plan SET state = 'withdrawn', withdrawn_at = ${toDate(at)}, withdrawn_by = ${by}::uuid,
      withdrawn_reason = ${reason}
    WHERE municipality_id = ${municipalityId}::uuid AND id = ANY (${[...planIds]}::uuid[]) AND state = 'approved'`
}
