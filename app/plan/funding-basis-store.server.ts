import { z } from 'zod'
import type { FundingPolicy } from '#app/plan/rules/funding-policy.ts'
import { centsColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow } from '#app/platform/db/query-rows.server.ts'

const policyRow = z.object({
  policyId: z.uuid(),
  expertTenths: z.int(),
  parentTenths: z.int(),
  minimumRule: z.enum(['skip', 'stop']),
  budget: centsColumn,
  appealDays: z.int(),
  appealTo: z.object({ lv: z.string(), en: z.string() }),
})

/** The values of the policy in force on a day that a plan is made with; null while the municipality has none. */
export async function findFundingPolicy(
  tx: Tx,
  { municipalityId, on }: { municipalityId: string; on: Temporal.PlainDate },
): Promise<FundingPolicy | null> {
  const row = await queryRow(
    tx,
    policyRow,
    Prisma.sql`
    SELECT id AS "policyId", expert_weight_tenths AS "expertTenths", parent_weight_tenths AS "parentTenths",
      minimum_rule AS "minimumRule", budget_cents AS budget, appeal_days AS "appealDays",
      json_build_object('lv', appeal_to_lv, 'en', appeal_to_en) AS "appealTo"
    FROM municipality_policy
    WHERE municipality_id = ${municipalityId}::uuid AND valid_from <= ${on.toString()}::date
    ORDER BY valid_from DESC LIMIT 1`,
  )
  if (row === null) return null
  const { expertTenths, parentTenths, minimumRule, ...values } = row
  return {
    ...values,
    minimumRule,
    whenItDoesNotFit: minimumRule === 'skip' ? 'try-next' : 'stop',
    weights: { expertTenths, parentTenths },
  }
}
