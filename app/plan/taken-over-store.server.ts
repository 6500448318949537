import { z } from 'zod'
import { dateColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRows } from '#app/platform/db/query-rows.server.ts'
import { cents } from '#app/platform/money.ts'
import { toDate } from '#app/platform/time.ts'

const madeOf = z.object({
  budget: z.int().transform(cents),
  lines: z.array(z.object({ serviceId: z.uuid(), units: z.int(), minimumUnits: z.int(), mode: z.string().nullable() })),
})
const periodRow = z.object({
  startsOn: dateColumn,
  endsBefore: dateColumn,
  /** Each version that is or was in force, with what it was made of. */
  plans: z.array(madeOf),
})
export type PeriodInDays = z.infer<typeof periodRow>

/** The periods of a child that meet these days, with what their plans were made of. */
export async function listPeriodsInDays(
  tx: Tx,
  days: { municipalityId: string; childId: string; startsOn: Temporal.PlainDate; endsBefore: Temporal.PlainDate },
): Promise<PeriodInDays[]> {
  const lines = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('serviceId', l.service_id, 'units', l.asked_units,
    'minimumUnits', l.minimum_units, 'mode', l.mode)), '[]') FROM plan_line l
    WHERE l.plan_id = p.id AND l.outcome <> 'other_payer')`
  return queryRows(
    tx,
    periodRow,
    Prisma.sql`SELECT b.starts_on AS "startsOn", b.ends_before AS "endsBefore",
        (SELECT coalesce(json_agg(json_build_object('budget', p.budget_cents, 'lines', ${lines})), '[]')
          FROM plan p WHERE p.period_id = b.id AND p.state IN ('approved', 'superseded')) AS plans
      FROM budget_period b
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
