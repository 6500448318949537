import { z } from 'zod'
import type { FundingPolicy } from '#app/plan/rules/funding-policy.ts'
import type { ComputedPlan, CoveredLine, RankedLine, ServicePrices } from '#app/plan/rules/support-plan.ts'
import { centsColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'
import type { Cents } from '#app/platform/money.ts'
import { toDate } from '#app/platform/time.ts'

/** Catalogue order and price caps of these services on a day. */
export async function listPrices(
  tx: Tx,
  { municipalityId, serviceIds, on }: { municipalityId: string; serviceIds: readonly string[]; on: Temporal.PlainDate },
): Promise<ServicePrices[]> {
  return queryRows(
    tx,
    z.object({
      serviceId: z.uuid(),
      catalogueOrder: z.int(),
      caps: z.array(z.object({ mode: z.string(), cents: centsColumn })),
    }),
    Prisma.sql`
    SELECT s.id AS "serviceId", s.catalogue_order AS "catalogueOrder",
      coalesce(json_agg(json_build_object('mode', c.mode, 'cents', c.cents)) FILTER (WHERE c.id IS NOT NULL), '[]') AS caps
    FROM service s
    LEFT JOIN price_cap c ON c.service_id = s.id AND c.municipality_id = ${municipalityId}::uuid
      AND daterange(c.valid_from, c.valid_to) @> ${on.toString()}::date
    WHERE s.id = ANY (${[...serviceIds]}::uuid[])
    GROUP BY s.id`,
  )
}

/** What the municipality's programme fund still holds. */
export async function fundBalance(tx: Tx, municipalityId: string): Promise<Cents | null> {
  const fund = await queryRow(
    tx,
    z.object({ cents: centsColumn }),
    Prisma.sql`SELECT balance_cents AS cents FROM account
      WHERE municipality_id = ${municipalityId}::uuid AND kind = 'fund'`,
  )
  return fund?.cents ?? null
}

export async function hasPlan(tx: Tx, municipalityId: string, periodId: string): Promise<boolean> {
  return (
    (await tx.plan.count({
      where: { municipality_id: municipalityId, period_id: periodId, state: { not: 'withdrawn' } },
    })) > 0
  )
}

export type PlanRecord = {
  id: string
  municipalityId: string
  childId: string
  periodId: string
  version: number
  origin: 'assessed' | 'taken_over'
  /** What it was made with; a later policy never changes it. */
  policy: FundingPolicy
  computed: ComputedPlan
  at: Temporal.Instant
  by: string
  /** Why the individual budget is another than the policy's; null where it is not. */
  reason: string | null
}

/** Writes the head of a version, as a draft. Two at once meet on the constraint `one_plan_a_version`. */
export async function insertDraftPlan(tx: Tx, plan: PlanRecord): Promise<void> {
  const { policy, computed } = plan
  await tx.plan.create({
    data: {
      id: plan.id,
      municipality_id: plan.municipalityId,
      child_id: plan.childId,
      period_id: plan.periodId,
      version: plan.version,
      state: 'draft',
      origin: plan.origin,
      policy_id: policy.policyId,
      expert_weight_tenths: policy.weights.expertTenths,
      parent_weight_tenths: policy.weights.parentTenths,
      minimum_rule: policy.minimumRule,
      appeal_days: policy.appealDays,
      appeal_to_lv: policy.appealTo.lv,
      appeal_to_en: policy.appealTo.en,
      budget_cents: computed.budget,
      unassigned_cents: computed.unassigned,
      reason: plan.reason,
      created_at: toDate(plan.at),
      prepared_by: plan.by,
    },
  })
}

/** The number of a decision within its municipality and year, and the day it was taken. */
export type DecisionNumber = { year: number; number: number; on: Temporal.PlainDate }

/** A version that is complete comes into force: from here on it does not change. */
export async function markApproved(
  tx: Tx,
  { id, at, by, decision }: Pick<PlanRecord, 'id' | 'at' | 'by'> & { decision: DecisionNumber | null },
): Promise<void> {
  await tx.plan.update({
    where: { id },
    data: {
      state: 'approved',
      approved_at: toDate(at),
      approved_by: by,
      decision_year: decision?.year ?? null,
      decision_number: decision?.number ?? null,
      decided_on: decision === null ? null : new Date(decision.on.toString()),
    },
  })
}

/** Writes the lines of a version. `budgetLines` names the money of the services that got some. */
export async function insertPlanLines(
  tx: Tx,
  plan: PlanRecord,
  budgetLines: ReadonlyMap<string, string>,
): Promise<void> {
  await tx.planLine.createMany({
    data: plan.computed.lines.map((line) => ({
      municipality_id: plan.municipalityId,
      plan_id: plan.id,
      budget_line_id: budgetLines.get(line.service.serviceId) ?? null,
      ...explainedColumns(line),
      ...(line.payer === 'others' ? coveredColumns(line) : rankedColumns(line)),
    })),
  })
}

function explainedColumns({ service, position }: RankedLine | CoveredLine) {
  return {
    service_id: service.serviceId,
    position,
    beneficiary: service.beneficiary,
    reason_lv: service.reason.lv,
    reason_en: service.reason.en,
    explanation_lv: service.explanation.lv,
    explanation_en: service.explanation.en,
  }
}

function rankedColumns({ service, ...line }: RankedLine) {
  return {
    expert_rank_halves: service.expertHalfRank,
    parent_rank_halves: service.parentHalfRank,
    score_twentieths: line.scoreTwentieths,
    asked_units: service.units,
    minimum_units: service.minimumUnits,
    unit_price_cents: line.unitPrice,
    funded_units: line.fundedUnits,
    funded_cents: line.fundedAmount,
    left_before_cents: line.leftBefore,
    outcome: line.outcome,
    mode: service.mode,
    sessions_per_week: service.sessionsPerWeek,
  }
}

function coveredColumns({ service }: CoveredLine) {
  return {
    asked_units: 0,
    minimum_units: 0,
    unit_price_cents: 0,
    funded_units: 0,
    funded_cents: 0,
    left_before_cents: 0,
    outcome: 'other_payer' as const,
    other_payer_lv: service.otherPayer.lv,
    other_payer_en: service.otherPayer.en,
  }
}
