import { z } from 'zod'
import { beneficiaries, modes } from '#app/assessment/rules/assessed-result.ts'
import type { CarriedService } from '#app/assessment/rules/carried-service.ts'
import { dateColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'

const periodRow = z.object({
  periodId: z.uuid(),
  startsOn: dateColumn,
  endsBefore: dateColumn,
  /** The assessment of this period, which the next one looks back on. */
  assessmentId: z.uuid().nullable(),
  hasPlan: z.boolean(),
  isFollowed: z.boolean(),
  /** Length of a period by the municipality's policy of the day. */
  months: z.int(),
})

/** A period of a child that another may follow; null when the child has no such period. */
export async function findPeriodToFollow(
  tx: Tx,
  { childId, periodId, on }: { childId: string; periodId: string; on: Temporal.PlainDate },
): Promise<z.infer<typeof periodRow> | null> {
  if (!z.uuid().safeParse(periodId).success) return null
  return queryRow(
    tx,
    periodRow,
    Prisma.sql`
    SELECT p.id AS "periodId", p.starts_on AS "startsOn", p.ends_before AS "endsBefore", a.id AS "assessmentId",
      EXISTS (SELECT FROM plan WHERE period_id = p.id AND state = 'approved') AS "hasPlan",
      EXISTS (SELECT FROM budget_period after WHERE after.child_id = p.child_id AND after.annulled_at IS NULL
        AND after.starts_on >= p.ends_before) AS "isFollowed",
      coalesce((SELECT period_months FROM municipality_policy
        WHERE municipality_id = p.municipality_id AND valid_from <= ${on.toString()}::date
        ORDER BY valid_from DESC LIMIT 1), 6) AS months
    FROM budget_period p LEFT JOIN assessment a ON a.period_id = p.id
    WHERE p.id = ${periodId}::uuid AND p.child_id = ${childId}::uuid AND p.annulled_at IS NULL`,
  )
}

const lineRow = z.object({
  serviceId: z.uuid(),
  asked: z.int(),
  minimum: z.int(),
  funded: z.int(),
  mode: z.enum(modes).nullable(),
  sessionsPerWeek: z.int().nullable(),
  beneficiary: z.enum(beneficiaries),
  reasonLv: z.string(),
  reasonEn: z.string(),
  explanationLv: z.string(),
  explanationEn: z.string(),
  otherLv: z.string().nullable(),
  otherEn: z.string().nullable(),
})

/** The services of the plan in force: units as they were approved, or as asked where no money reached. */
export async function listServicesToCarry(tx: Tx, periodId: string): Promise<CarriedService[]> {
  const rows = await queryRows(
    tx,
    lineRow,
    Prisma.sql`
    SELECT l.service_id AS "serviceId", l.asked_units AS asked, l.minimum_units AS minimum, l.funded_units AS funded,
      l.mode, l.sessions_per_week AS "sessionsPerWeek", l.beneficiary, l.reason_lv AS "reasonLv",
      l.reason_en AS "reasonEn", l.explanation_lv AS "explanationLv", l.explanation_en AS "explanationEn",
      l.other_payer_lv AS "otherLv", l.other_payer_en AS "otherEn"
    FROM plan p JOIN plan_line l ON l.plan_id = p.id
    WHERE p.period_id = ${periodId}::uuid AND p.state = 'approved' ORDER BY l.position`,
  )
  return rows.map((row) => {
    const units = row.funded > 0 ? row.funded : row.asked
    return {
      serviceId: row.serviceId,
      units,
      minimumUnits: Math.min(row.minimum, units),
      mode: row.mode,
      sessionsPerWeek: row.sessionsPerWeek,
      beneficiary: row.beneficiary,
      reason: { lv: row.reasonLv, en: row.reasonEn },
      explanation: { lv: row.explanationLv, en: row.explanationEn },
      otherPayer: row.otherLv === null ? null : { lv: row.otherLv, en: row.otherEn ?? '' },
    }
  })
}
