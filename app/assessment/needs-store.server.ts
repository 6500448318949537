import { z } from 'zod'
import { beneficiaries, goalHorizons, modes } from '#app/assessment/rules/assessed-result.ts'
import type { ServiceDraft } from '#app/assessment/rules/needed-service.ts'
import { centsColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'
import { units } from '#app/platform/quantity.ts'
import { toDate } from '#app/platform/time.ts'

const uuid = z.uuid()
/** Whether a text that a browser sent can be the id of anything. */
export function isId(text: string): boolean {
  return uuid.safeParse(text).success
}

const bothLanguages = z.object({ lv: z.string(), en: z.string() })

const serviceRow = z.object({
  id: z.uuid(),
  serviceId: z.uuid(),
  name: bothLanguages,
  unit: z.enum(units),
  catalogueOrder: z.int(),
  payer: z.enum(['individual-budget', 'others']),
  units: z.int(),
  minimumUnits: z.int(),
  sessionsPerWeek: z.int().nullable(),
  mode: z.enum(modes).nullable(),
  beneficiary: z.enum(beneficiaries),
  reason: bothLanguages,
  explanation: bothLanguages,
  otherPayer: bothLanguages,
  goalIds: z.array(z.uuid()),
  version: z.int(),
  changedBy: z.string().nullable(),
  changedById: z.uuid().nullable(),
  changedAt: z.string().nullable(),
  expertHalfRank: z.int().nullable(),
  caps: z.array(z.object({ mode: z.string(), cents: centsColumn })),
  questions: z.int(),
  openQuestions: z.int(),
  understoodBy: z.int(),
})
export type StoredService = z.infer<typeof serviceRow>

/** The services of an assessment in the order of the catalogue, with the price caps of a day. */
export async function listServices(
  tx: Tx,
  { assessmentId, on }: { assessmentId: string; on: Temporal.PlainDate },
): Promise<StoredService[]> {
  return queryRows(
    tx,
    serviceRow,
    Prisma.sql`
    SELECT s.id, s.service_id AS "serviceId", json_build_object('lv', c.name_lv, 'en', c.name_en) AS name, c.unit,
      c.catalogue_order AS "catalogueOrder",
      CASE WHEN s.other_payer_lv IS NULL THEN 'individual-budget' ELSE 'others' END AS payer,
      s.units, s.minimum_units AS "minimumUnits", s.sessions_per_week AS "sessionsPerWeek", s.mode, s.beneficiary,
      json_build_object('lv', s.reason_lv, 'en', s.reason_en) AS reason,
      json_build_object('lv', s.explanation_lv, 'en', s.explanation_en) AS explanation,
      json_build_object('lv', coalesce(s.other_payer_lv, ''), 'en', coalesce(s.other_payer_en, '')) AS "otherPayer",
      ARRAY(SELECT l.goal_id::text FROM assessed_service_goal l JOIN goal g ON g.id = l.goal_id
        WHERE l.assessed_service_id = s.id ORDER BY (g.horizon = 'short_term') DESC, g.position, g.id) AS "goalIds",
      s.version, p.given_name || ' ' || p.family_name AS "changedBy", s.changed_by AS "changedById",
      to_char(s.changed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "changedAt",
      s.expert_rank_halves AS "expertHalfRank",
      (SELECT coalesce(json_agg(json_build_object('mode', cap.mode, 'cents', cap.cents)), '[]') FROM price_cap cap
        WHERE cap.service_id = s.service_id AND cap.municipality_id = s.municipality_id
          AND daterange(cap.valid_from, cap.valid_to) @> ${on.toString()}::date) AS caps,
      (SELECT count(*)::int FROM service_question q WHERE q.assessed_service_id = s.id) AS questions,
      (SELECT count(*)::int FROM service_question q WHERE q.assessed_service_id = s.id AND q.answered_at IS NULL) AS "openQuestions",
      (SELECT count(*)::int FROM service_understanding u WHERE u.assessed_service_id = s.id) AS "understoodBy"
    FROM assessed_service s
    JOIN service c ON c.id = s.service_id
    LEFT JOIN person p ON p.id = s.changed_by
    WHERE s.assessment_id = ${assessmentId}::uuid
    ORDER BY (s.other_payer_lv IS NOT NULL), c.catalogue_order`,
  )
}

const catalogueRow = z.object({
  serviceId: z.uuid(),
  name: bothLanguages,
  description: bothLanguages,
  beneficiary: z.enum(beneficiaries),
  hasPrice: z.boolean(),
})

/** The services of the catalogue that an assessment does not list yet, and what a period's budget is by policy. */
export async function listCatalogue(
  tx: Tx,
  { assessmentId, municipalityId, on }: { assessmentId: string; municipalityId: string; on: Temporal.PlainDate },
) {
  return queryRows(
    tx,
    catalogueRow,
    Prisma.sql`
    SELECT c.id AS "serviceId", json_build_object('lv', c.name_lv, 'en', c.name_en) AS name,
      json_build_object('lv', c.description_lv, 'en', c.description_en) AS description, c.beneficiary,
      EXISTS (SELECT FROM price_cap cap WHERE cap.service_id = c.id AND cap.municipality_id = ${municipalityId}::uuid
        AND daterange(cap.valid_from, cap.valid_to) @> ${on.toString()}::date) AS "hasPrice"
    FROM service c
    WHERE NOT EXISTS (SELECT FROM assessed_service s WHERE s.service_id = c.id AND s.assessment_id = ${assessmentId}::uuid)
    ORDER BY c.catalogue_order`,
  )
}

/** The individual budget of a period by the policy in force on a day; null while the municipality has no policy. */
export async function findPolicyBudget(
  tx: Tx,
  { municipalityId, on }: { municipalityId: string; on: Temporal.PlainDate },
): Promise<number | null> {
  const policy = await queryRow(
    tx,
    z.object({ cents: z.int() }),
    Prisma.sql`SELECT budget_cents AS cents FROM municipality_policy
      WHERE municipality_id = ${municipalityId}::uuid AND valid_from <= ${on.toString()}::date
      ORDER BY valid_from DESC LIMIT 1`,
  )
  return policy?.cents ?? null
}

/** The goals that a service can serve: the team's, in the order in which a service lists them. */
export async function listGoals(tx: Tx, assessmentId: string) {
  return queryRows(
    tx,
    z.object({ id: z.uuid(), horizon: z.enum(goalHorizons), text: z.string() }),
    Prisma.sql`SELECT id, horizon, text FROM goal
      WHERE assessment_id = ${assessmentId}::uuid AND horizon <> 'wish'
      ORDER BY (horizon = 'short_term') DESC, position, id`,
  )
}

/** Puts a service on the list, with what the catalogue says about it. False when the catalogue has none such. */
export async function insertService(
  tx: Tx,
  data: {
    municipalityId: string
    assessmentId: string
    serviceId: string
    personId: string
    at: Temporal.Instant
  },
): Promise<boolean> {
  const service = await tx.service.findUnique({ where: { id: data.serviceId } })
  if (service === null) return false
  await tx.assessedService.create({
    data: {
      municipality_id: data.municipalityId,
      assessment_id: data.assessmentId,
      service_id: service.id,
      units: 0,
      minimum_units: 0,
      beneficiary: service.beneficiary,
      reason_lv: '',
      reason_en: '',
      explanation_lv: service.description_lv,
      explanation_en: service.description_en,
      changed_by: data.personId,
      changed_at: toDate(data.at),
    },
  })
  return true
}

/** Writes a draft in the place of the version that its writer saw. */
export async function updateService(
  tx: Tx,
  { id, municipalityId, personId, at }: { id: string; municipalityId: string; personId: string; at: Temporal.Instant },
  draft: ServiceDraft,
): Promise<void> {
  const isCovered = draft.payer === 'others'
  await tx.assessedService.update({
    where: { id },
    data: {
      units: isCovered ? 0 : draft.units,
      minimum_units: isCovered ? 0 : draft.minimumUnits,
      sessions_per_week: isCovered ? null : draft.sessionsPerWeek,
      mode: isCovered ? null : draft.mode,
      beneficiary: draft.beneficiary,
      reason_lv: draft.reason.lv,
      reason_en: draft.reason.en,
      explanation_lv: draft.explanation.lv,
      explanation_en: draft.explanation.en,
      other_payer_lv: isCovered ? draft.otherPayer.lv : null,
      other_payer_en: isCovered ? draft.otherPayer.en : null,
      ...(isCovered ? { expert_rank_halves: null, parent_rank_halves: null } : {}),
      version: { increment: 1 },
      changed_by: personId,
      changed_at: toDate(at),
    },
  })
  await tx.assessedServiceGoal.deleteMany({ where: { assessed_service_id: id } })
  await tx.assessedServiceGoal.createMany({
    data: draft.goalIds.map((goalId) => ({
      municipality_id: municipalityId,
      assessed_service_id: id,
      goal_id: goalId,
    })),
  })
}

/** Takes a service off the list, with its goals, marks, questions and the experts' places for it. */
export async function deleteService(tx: Tx, service: { id: string; serviceId: string; assessmentId: string }) {
  await tx.expertRank.deleteMany({
    where: { assessment_id: service.assessmentId, service_id: service.serviceId },
  })
  await tx.assessedService.delete({ where: { id: service.id } })
}

/** A new service to put in order: who had handed in an order looks at it again. */
export async function takeBackOrders(tx: Tx, assessmentId: string): Promise<void> {
  await tx.assessmentExpert.updateMany({
    where: { assessment_id: assessmentId, order_submitted_at: { not: null } },
    data: { order_submitted_at: null },
  })
}
