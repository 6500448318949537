import { z } from 'zod'
import type { PolicyValues, PolicyVersion } from '#app/plan/rules/policy.ts'
import { minimumRules, unusedMoneys } from '#app/plan/rules/policy.ts'
import { centsColumn, isoDateColumn, isoInstantColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRows } from '#app/platform/db/query-rows.server.ts'
import { toDate } from '#app/platform/time.ts'

const versionRow = z.object({
  id: z.uuid(),
  validFrom: isoDateColumn,
  decidedBy: z.string().nullable(),
  decidedAt: isoInstantColumn.nullable(),
  expertTenths: z.int(),
  minimumRule: z.enum(minimumRules),
  budget: centsColumn,
  periodMonths: z.int(),
  unusedMoney: z.enum(unusedMoneys),
  lapseAfterDays: z.int(),
  fourEyes: z.boolean(),
  appealDays: z.int(),
  appealToLv: z.string(),
  appealToEn: z.string(),
  freeCancellationHours: z.int(),
  lateChargePercent: z.int(),
  lateChargesPerPeriod: z.int(),
  silentAcceptanceDays: z.int(),
  payoutDayOfMonth: z.int(),
})

/** Every version of a municipality's policy, the latest day first. */
export async function listPolicies(tx: Tx, municipalityId: string): Promise<PolicyVersion[]> {
  return queryRows(
    tx,
    versionRow,
    Prisma.sql`
    SELECT y.id, y.valid_from AS "validFrom", d.given_name || ' ' || d.family_name AS "decidedBy",
      y.decided_at AS "decidedAt", y.expert_weight_tenths AS "expertTenths", y.minimum_rule AS "minimumRule",
      y.budget_cents AS budget, y.period_months AS "periodMonths", y.unused_money AS "unusedMoney",
      y.lapse_after_days AS "lapseAfterDays", y.plan_four_eyes AS "fourEyes", y.appeal_days AS "appealDays",
      y.appeal_to_lv AS "appealToLv", y.appeal_to_en AS "appealToEn",
      y.free_cancellation_hours AS "freeCancellationHours", y.late_charge_percent AS "lateChargePercent",
      y.late_charges_per_period AS "lateChargesPerPeriod", y.silent_acceptance_days AS "silentAcceptanceDays",
      y.payout_day_of_month AS "payoutDayOfMonth"
    FROM municipality_policy y LEFT JOIN person d ON d.id = y.decided_by
    WHERE y.municipality_id = ${municipalityId}::uuid ORDER BY y.valid_from DESC`,
  )
}

/** Writes the version of a day, in the place of the one that was there for it. The caller has checked the day. */
export async function putPolicy(
  tx: Tx,
  data: { municipalityId: string; validFrom: string; values: PolicyValues; at: Temporal.Instant; by: string },
): Promise<string> {
  const { values } = data
  const columns = {
    expert_weight_tenths: values.expertTenths,
    parent_weight_tenths: 10 - values.expertTenths,
    minimum_rule: values.minimumRule,
    budget_cents: values.budget,
    period_months: values.periodMonths,
    unused_money: values.unusedMoney,
    lapse_after_days: values.lapseAfterDays,
    plan_four_eyes: values.fourEyes,
    appeal_days: values.appealDays,
    appeal_to_lv: values.appealToLv,
    appeal_to_en: values.appealToEn,
    free_cancellation_hours: values.freeCancellationHours,
    late_charge_percent: values.lateChargePercent,
    late_charges_per_period: values.lateChargesPerPeriod,
    silent_acceptance_days: values.silentAcceptanceDays,
    payout_day_of_month: values.payoutDayOfMonth,
    decided_by: data.by,
    decided_at: toDate(data.at),
  }
  const day = { municipality_id: data.municipalityId, valid_from: new Date(data.validFrom) }
  const { id } = await tx.municipalityPolicy.upsert({
    where: { municipality_id_valid_from: day },
    create: { ...day, ...columns },
    update: columns,
    select: { id: true },
  })
  return id
}
