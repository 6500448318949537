import { z } from 'zod'
import { seesChild } from '#app/people/child-scope.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { centsColumn, isoDateColumn, isoInstantColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow } from '#app/platform/db/query-rows.server.ts'
import { units } from '#app/platform/quantity.ts'
import type { PlanHead } from '#app/plan/rules/plan-file.ts'
import { toDate } from '#app/platform/time.ts'

const bothLanguages = z.object({ lv: z.string(), en: z.string() })
const contact = z.object({ name: z.string(), phone: z.string().nullable(), email: z.string().nullable() })

const headRow = z.object({
  planId: z.uuid(),
  childId: z.uuid(),
  childName: z.string(),
  periodId: z.uuid(),
  assessmentId: z.uuid().nullable(),
  startsOn: isoDateColumn,
  lastDay: isoDateColumn,
  version: z.int(),
  state: z.enum(['draft', 'approved', 'superseded', 'withdrawn']),
  origin: z.enum(['assessed', 'taken_over', 'revision']),
  sealedAt: isoInstantColumn.nullable(),
  preparedBy: z.string().nullable(),
  approvedAt: isoInstantColumn.nullable(),
  approvedBy: z.string().nullable(),
  decisionYear: z.int().nullable(),
  decisionNumber: z.int().nullable(),
  decidedOn: isoDateColumn.nullable(),
  /** Of a revision: why; of a first plan: why the budget is another than the usual. */
  reason: z.string().nullable(),
  basedOnId: z.uuid().nullable(),
  minimumRule: z.enum(['skip', 'stop']),
  appealDays: z.int().nullable(),
  appealTo: bothLanguages,
  withdrawnAt: isoInstantColumn.nullable(),
  withdrawnBy: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  fourEyes: z.boolean(),
  leads: z.boolean(),
  hasLead: z.boolean(),
  inFund: centsColumn,
  municipality: z.object({
    name: bothLanguages,
    legalName: z.string(),
    registrationNo: z.string(),
    email: z.string(),
    phone: z.string(),
  }),
  worker: contact.nullable(),
})

/** One version of a plan with all that stands around its list; null when its child is not the actor's to see. */
export async function findPlanHead(ctx: Context, tx: Tx, planId: string): Promise<PlanHead | null> {
  if (!z.uuid().safeParse(planId).success) return null
  const now = toDate(ctx.clock.now())
  const nameOf = (column: Prisma.Sql) =>
    Prisma.sql`(SELECT given_name || ' ' || family_name FROM person WHERE id = ${column})`
  return queryRow(
    tx,
    headRow,
    Prisma.sql`
    SELECT p.id AS "planId", p.child_id AS "childId", c.given_name || ' ' || c.family_name AS "childName",
      p.period_id AS "periodId", a.id AS "assessmentId", b.starts_on AS "startsOn", b.ends_before - 1 AS "lastDay",
      p.version, p.state, p.origin, p.sealed_at AS "sealedAt", ${nameOf(Prisma.sql`p.prepared_by`)} AS "preparedBy",
      p.approved_at AS "approvedAt", ${nameOf(Prisma.sql`p.approved_by`)} AS "approvedBy",
      p.decision_year AS "decisionYear", p.decision_number AS "decisionNumber", p.decided_on AS "decidedOn", p.reason,
      p.based_on_id AS "basedOnId", p.minimum_rule AS "minimumRule", p.appeal_days AS "appealDays",
      json_build_object('lv', coalesce(p.appeal_to_lv, ''), 'en', coalesce(p.appeal_to_en, '')) AS "appealTo",
      p.withdrawn_at AS "withdrawnAt", ${nameOf(Prisma.sql`p.withdrawn_by`)} AS "withdrawnBy",
      p.withdrawn_reason AS "withdrawnReason",
      coalesce((SELECT y.plan_four_eyes FROM municipality_policy y WHERE y.id = p.policy_id), true) AS "fourEyes",
      EXISTS (SELECT FROM assessment_expert e WHERE e.assessment_id = a.id AND e.is_lead AND e.ended_at IS NULL
        AND e.person_id = ${ctx.actor.personId}::uuid) AS leads,
      EXISTS (SELECT FROM assessment_expert e WHERE e.assessment_id = a.id AND e.is_lead AND e.ended_at IS NULL) AS "hasLead",
      (SELECT balance_cents FROM account WHERE municipality_id = p.municipality_id AND kind = 'fund') AS "inFund",
      json_build_object('name', json_build_object('lv', m.name_lv, 'en', m.name_en), 'legalName', m.legal_name,
        'registrationNo', m.registration_no, 'email', m.contact_email, 'phone', m.contact_phone) AS municipality,
      (SELECT json_build_object('name', w.given_name || ' ' || w.family_name, 'phone', w.phone, 'email', w.email)
        FROM case_assignment k JOIN person w ON w.id = k.person_id
        WHERE k.child_id = c.id AND k.since <= ${now} AND (k.ended_at IS NULL OR k.ended_at > ${now})
        ORDER BY k.since DESC LIMIT 1) AS worker
    FROM plan p JOIN child c ON c.id = p.child_id JOIN budget_period b ON b.id = p.period_id
    JOIN municipality m ON m.id = p.municipality_id LEFT JOIN assessment a ON a.period_id = p.period_id
    WHERE p.id = ${planId}::uuid AND ${seesChild(ctx, Prisma.sql`p.child_id`)}`,
  )
}

const draftFacts = z.object({
  inFund: centsColumn,
  planId: z.uuid().nullable(),
  /** With a team, its steps come first; what was recorded whole has none. */
  isProposed: z.boolean(),
  isRanked: z.boolean(),
  catalogue: z.array(z.object({ serviceId: z.uuid(), name: bothLanguages, unit: z.enum(units) })),
  withdrawn: z.array(z.object({ planId: z.uuid(), at: z.string(), by: z.string().nullable(), reason: z.string() })),
})
export type DraftFacts = z.infer<typeof draftFacts>

/** What a plan in preparation stands in: the fund, the plan made already, drafts given up, the services' names. */
export async function findDraftFacts(tx: Tx, assessmentId: string): Promise<DraftFacts | null> {
  return queryRow(
    tx,
    draftFacts,
    Prisma.sql`
    SELECT (SELECT balance_cents FROM account WHERE municipality_id = a.municipality_id AND kind = 'fund') AS "inFund",
      (SELECT id FROM plan p WHERE p.period_id = a.period_id AND p.state <> 'withdrawn' ORDER BY version LIMIT 1) AS "planId",
      a.proposed_at IS NOT NULL OR team.is_none AS "isProposed", a.parents_ranked_at IS NOT NULL OR team.is_none AS "isRanked",
      (SELECT coalesce(json_agg(json_build_object('serviceId', s.id, 'name', json_build_object('lv', s.name_lv,
        'en', s.name_en), 'unit', s.unit)), '[]') FROM assessed_service l JOIN service s ON s.id = l.service_id
        WHERE l.assessment_id = a.id) AS catalogue,
      (SELECT coalesce(json_agg(json_build_object('planId', p.id, 'at', p.withdrawn_at, 'reason', p.withdrawn_reason,
        'by', (SELECT given_name || ' ' || family_name FROM person WHERE id = p.withdrawn_by))
        ORDER BY p.withdrawn_at DESC), '[]')
        FROM plan p WHERE p.period_id = a.period_id AND p.state = 'withdrawn') AS withdrawn
    FROM assessment a CROSS JOIN LATERAL (SELECT NOT EXISTS (SELECT FROM assessment_expert e
      WHERE e.assessment_id = a.id) AS is_none) team
    WHERE a.id = ${assessmentId}::uuid`,
  )
}
