import { z } from 'zod'
import { beneficiaries, goalHorizons, modes } from '#app/assessment/rules/assessed-result.ts'
import { seesChild } from '#app/people/child-scope.server.ts'
import type { Context } from '#app/people/context.server.ts'
import type { Period } from '#app/plan/rules/period-view.ts'
import type { ChildPeriods, PlanContent, PlanView } from '#app/plan/rules/plan-view.ts'
import { centsColumn, dateText } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow } from '#app/platform/db/query-rows.server.ts'
import { units } from '#app/platform/quantity.ts'
import { toDate } from '#app/platform/time.ts'

const bothLanguages = z.object({ lv: z.string(), en: z.string() })

const childRow = z.object({
  id: z.uuid(),
  givenName: z.string(),
  familyName: z.string(),
  sessionsPerWeekLimit: z.int().nullable(),
  periods: z.array(z.object({ id: z.uuid(), startsOn: dateText, endsBefore: dateText })),
  worker: z.object({ name: z.string(), phone: z.string().nullable(), email: z.string().nullable() }).nullable(),
})

/** The child with its periods, newest first, and its social worker; null when it is not the actor's to see. */
export async function findChildWithPeriods(
  ctx: Context,
  tx: Tx,
  childId: string,
): Promise<(Pick<ChildPeriods, 'child' | 'worker'> & { periods: Period[] }) | null> {
  const now = toDate(ctx.clock.now())
  const row = await queryRow(
    tx,
    childRow,
    Prisma.sql`
    SELECT c.id, c.given_name AS "givenName", c.family_name AS "familyName",
      c.sessions_per_week_limit AS "sessionsPerWeekLimit",
      (SELECT coalesce(json_agg(json_build_object('id', p.id, 'startsOn', p.starts_on, 'endsBefore', p.ends_before)
        ORDER BY p.starts_on DESC), '[]') FROM budget_period p WHERE p.child_id = c.id
          AND p.annulled_at IS NULL) AS periods,
      (SELECT json_build_object('name', w.given_name || ' ' || w.family_name, 'phone', w.phone, 'email', w.email)
        FROM case_assignment a JOIN person w ON w.id = a.person_id
        WHERE a.child_id = c.id AND a.since <= ${now} AND (a.ended_at IS NULL OR a.ended_at > ${now})
        ORDER BY a.since DESC LIMIT 1) AS worker
    FROM child c WHERE c.id = ${childId}::uuid AND ${seesChild(ctx, Prisma.sql`c.id`)}`,
  )
  if (row === null) return null
  const { periods, worker, ...child } = row
  return { child, periods, worker }
}

const listedColumns = {
  id: z.uuid(),
  position: z.int(),
  name: bothLanguages,
  unit: z.enum(units),
  unitPrice: centsColumn,
  fundedUnits: z.int(),
  funded: centsColumn,
  mode: z.enum(modes).nullable(),
  sessionsPerWeek: z.int().nullable(),
  beneficiary: z.enum(beneficiaries),
  reason: bothLanguages,
  explanation: bothLanguages,
  budgetLineId: z.uuid().nullable(),
  changeReason: z.string().nullable(),
}
const contentRow = z.object({
  expertTenths: z.int(),
  parentTenths: z.int(),
  budget: centsColumn,
  unassigned: centsColumn,
  isRevised: z.boolean(),
  ranked: z.array(
    z.object({
      ...listedColumns,
      expertHalfRank: z.int(),
      parentHalfRank: z.int(),
      scoreTwentieths: z.int(),
      askedUnits: z.int(),
      minimumUnits: z.int(),
      leftBefore: centsColumn,
      outcome: z.enum(['full', 'partly', 'not_funded']),
    }),
  ),
  added: z.array(z.object(listedColumns)),
  covered: z.array(
    z.object({
      id: z.uuid(),
      name: bothLanguages,
      payer: bothLanguages,
      reason: bothLanguages,
      explanation: bothLanguages,
    }),
  ),
  goals: z.array(
    z.object({ id: z.uuid(), horizon: z.enum(goalHorizons), text: z.string(), servesId: z.uuid().nullable() }),
  ),
})

const contentColumns = Prisma.sql`p.expert_weight_tenths AS "expertTenths", p.parent_weight_tenths AS "parentTenths",
  p.budget_cents AS budget, p.unassigned_cents AS unassigned, p.origin = 'revision' AS "isRevised",
  lines.ranked, lines.added, lines.covered,
  (SELECT coalesce(json_agg(json_build_object('id', g.id, 'horizon', g.horizon, 'text', g.text,
    'servesId', g.serves_goal_id) ORDER BY g.position), '[]')
    FROM assessment a JOIN goal g ON g.assessment_id = a.id WHERE a.period_id = p.period_id) AS goals`

const ours = Prisma.sql`l.outcome <> 'other_payer'`
const listedLine = Prisma.sql`jsonb_build_object('id', l.id, 'position', l.position,
  'name', json_build_object('lv', s.name_lv, 'en', s.name_en), 'unit', s.unit, 'unitPrice', l.unit_price_cents,
  'fundedUnits', l.funded_units, 'funded', l.funded_cents, 'mode', l.mode, 'sessionsPerWeek', l.sessions_per_week,
  'beneficiary', l.beneficiary, 'reason', json_build_object('lv', l.reason_lv, 'en', l.reason_en),
  'explanation', json_build_object('lv', l.explanation_lv, 'en', l.explanation_en),
  'budgetLineId', l.budget_line_id, 'changeReason', l.change_reason)`
const linesOfPlan = Prisma.sql`CROSS JOIN LATERAL (
  SELECT
    coalesce(json_agg(${listedLine} || jsonb_build_object('expertHalfRank', l.expert_rank_halves,
      'parentHalfRank', l.parent_rank_halves, 'scoreTwentieths', l.score_twentieths, 'askedUnits', l.asked_units,
      'minimumUnits', l.minimum_units, 'leftBefore', l.left_before_cents, 'outcome', l.outcome)
      ORDER BY l.position) FILTER (WHERE ${ours} AND l.score_twentieths IS NOT NULL), '[]') AS ranked,
    coalesce(json_agg(${listedLine} ORDER BY l.position)
      FILTER (WHERE ${ours} AND l.score_twentieths IS NULL), '[]') AS added,
    coalesce(json_agg(json_build_object('id', l.id, 'name', json_build_object('lv', s.name_lv, 'en', s.name_en),
      'payer', json_build_object('lv', l.other_payer_lv, 'en', l.other_payer_en),
      'reason', json_build_object('lv', l.reason_lv, 'en', l.reason_en),
      'explanation', json_build_object('lv', l.explanation_lv, 'en', l.explanation_en))
      ORDER BY l.position) FILTER (WHERE l.outcome = 'other_payer'), '[]') AS covered
  FROM plan_line l JOIN service s ON s.id = l.service_id WHERE l.plan_id = p.id
) lines`

const planRow = contentRow.extend({
  id: z.uuid(),
  version: z.int(),
  approvedAt: z.date().transform((at) => at.toISOString()),
})

/** The approved version of a period's plan with every number, in one statement; null while there is none. */
export async function findApprovedPlan(tx: Tx, periodId: string): Promise<PlanView | null> {
  return queryRow(
    tx,
    planRow,
    Prisma.sql`SELECT p.id, p.version, p.approved_at AS "approvedAt", ${contentColumns}
      FROM plan p ${linesOfPlan} WHERE p.period_id = ${periodId}::uuid AND p.state = 'approved'`,
  )
}

/** Any version with every number, in one statement. The caller has found it in the actor's scope. */
export async function findPlanContent(tx: Tx, planId: string): Promise<PlanContent | null> {
  return queryRow(
    tx,
    contentRow,
    Prisma.sql`SELECT ${contentColumns} FROM plan p ${linesOfPlan} WHERE p.id = ${planId}::uuid`,
  )
}
