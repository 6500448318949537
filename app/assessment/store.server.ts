import { z } from 'zod'
import type { AssessedResult, AssessedServiceEntry, GoalEntry } from '#app/assessment/rules/assessed-result.ts'
import { beneficiaries, goalHorizons, modes } from '#app/assessment/rules/assessed-result.ts'
import { instantText } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow } from '#app/platform/db/query-rows.server.ts'
import { toDate } from '#app/platform/time.ts'

export type StoredAssessment = AssessedResult & {
  id: string
  childId: string
  periodId: string
  openedAt: Temporal.Instant
  /** Null while experts and parents still work on it. */
  completedAt: Temporal.Instant | null
}

/** The child of a period, or null when the municipality has no such period. */
export async function findPeriodChild(
  tx: Tx,
  { municipalityId, periodId }: { municipalityId: string; periodId: string },
): Promise<string | null> {
  const period = await tx.budgetPeriod.findFirst({
    where: { id: periodId, municipality_id: municipalityId },
    select: { child_id: true },
  })
  return period?.child_id ?? null
}

export async function insertAssessment(
  tx: Tx,
  data: {
    municipalityId: string
    childId: string
    periodId: string
    at: Temporal.Instant
    /** Null when nobody opened it here: it was taken over. */
    by?: string | null
    previousId?: string | null
  },
): Promise<string> {
  const { id } = await tx.assessment.create({
    data: {
      municipality_id: data.municipalityId,
      child_id: data.childId,
      period_id: data.periodId,
      opened_at: toDate(data.at),
      opened_by: data.by ?? null,
      previous_id: data.previousId ?? null,
    },
    select: { id: true },
  })
  return id
}

/** Locks an assessment for writing, so that two experts who save at once come one after the other. */
export async function lockAssessment(
  tx: Tx,
  { municipalityId, assessmentId }: { municipalityId: string; assessmentId: string },
): Promise<{ childId: string; isCompleted: boolean } | null> {
  return queryRow(
    tx,
    z.object({ childId: z.uuid(), isCompleted: z.boolean() }),
    Prisma.sql`
    SELECT child_id AS "childId", completed_at IS NOT NULL AS "isCompleted" FROM assessment
    WHERE id = ${assessmentId}::uuid AND municipality_id = ${municipalityId}::uuid FOR UPDATE`,
  )
}

/** Closes an assessment, or opens it again with null. */
export async function markCompleted(tx: Tx, assessmentId: string, at: Temporal.Instant | null): Promise<void> {
  await tx.assessment.update({ where: { id: assessmentId }, data: { completed_at: at === null ? null : toDate(at) } })
}

/** How far the team and the parents of an assessment have come. */
export async function findProgress(
  tx: Tx,
  assessmentId: string,
): Promise<{ hasTeam: boolean; isProposed: boolean; isRanked: boolean }> {
  const progress = await queryRow(
    tx,
    z.object({ hasTeam: z.boolean(), isProposed: z.boolean(), isRanked: z.boolean() }),
    Prisma.sql`
    SELECT EXISTS (SELECT FROM assessment_expert e WHERE e.assessment_id = a.id) AS "hasTeam",
      a.proposed_at IS NOT NULL AS "isProposed", a.parents_ranked_at IS NOT NULL AS "isRanked"
    FROM assessment a WHERE a.id = ${assessmentId}::uuid`,
  )
  return progress ?? { hasTeam: false, isProposed: false, isRanked: false }
}

/** The ids of these services that the catalogue knows. */
export async function knownServices(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const services = await tx.service.findMany({ where: { id: { in: [...ids] } }, select: { id: true } })
  return new Set(services.map((service) => service.id))
}

/** Puts a result in the place of what was recorded before. */
export async function replaceResult(
  tx: Tx,
  { municipalityId, assessmentId }: { municipalityId: string; assessmentId: string },
  { goals, services }: AssessedResult,
): Promise<void> {
  await tx.goal.updateMany({ where: { assessment_id: assessmentId }, data: { serves_goal_id: null } })
  await tx.goal.deleteMany({ where: { assessment_id: assessmentId } })
  await tx.assessedService.deleteMany({ where: { assessment_id: assessmentId } })
  const ids = new Map(goals.map((goal) => [goal.key, crypto.randomUUID()]))
  const owner = { municipality_id: municipalityId, assessment_id: assessmentId }
  // One statement inserts all of them, and the foreign key between goals is checked at its end.
  await tx.goal.createMany({ data: goals.map((goal, index) => ({ ...owner, ...goalRow(goal, index, ids) })) })
  await tx.assessedService.createMany({ data: services.map((service) => ({ ...owner, ...serviceRow(service) })) })
}

function goalRow(goal: GoalEntry, index: number, ids: ReadonlyMap<string, string>) {
  const id = ids.get(goal.key)
  return {
    ...(id === undefined ? {} : { id }),
    horizon: goal.horizon,
    position: index + 1,
    text: goal.text,
    serves_goal_id: goal.servesKey === null ? null : (ids.get(goal.servesKey) ?? null),
  }
}

function serviceRow(service: AssessedServiceEntry) {
  const explained = {
    service_id: service.serviceId,
    beneficiary: service.beneficiary,
    reason_lv: service.reason.lv,
    reason_en: service.reason.en,
    explanation_lv: service.explanation.lv,
    explanation_en: service.explanation.en,
  }
  if (service.payer === 'others') {
    return {
      ...explained,
      units: 0,
      minimum_units: 0,
      other_payer_lv: service.otherPayer.lv,
      other_payer_en: service.otherPayer.en,
    }
  }
  return {
    ...explained,
    expert_rank_halves: service.expertHalfRank,
    parent_rank_halves: service.parentHalfRank,
    units: service.units,
    minimum_units: service.minimumUnits,
    mode: service.mode,
    sessions_per_week: service.sessionsPerWeek,
  }
}

const bothLanguages = z.object({ lv: z.string(), en: z.string() })
const explained = {
  serviceId: z.uuid(),
  beneficiary: z.enum(beneficiaries),
  reason: bothLanguages,
  explanation: bothLanguages,
}
const storedService = z.discriminatedUnion('payer', [
  z.object({
    ...explained,
    payer: z.literal('individual-budget'),
    expertHalfRank: z.int(),
    parentHalfRank: z.int(),
    units: z.int(),
    minimumUnits: z.int(),
    mode: z.enum(modes).nullable(),
    sessionsPerWeek: z.int().nullable(),
  }),
  z.object({ ...explained, payer: z.literal('others'), otherPayer: bothLanguages }),
])
const storedAssessment = z.object({
  id: z.uuid(),
  childId: z.uuid(),
  periodId: z.uuid(),
  openedAt: instantText,
  completedAt: instantText.nullable(),
  goals: z.array(
    z.object({ key: z.uuid(), horizon: z.enum(goalHorizons), text: z.string(), servesKey: z.uuid().nullable() }),
  ),
  services: z.array(storedService),
})

/**
 * The assessment of a period with all that was recorded, in one statement; null when there is none. A service that
 * nobody ranked yet has rank 0, which no ranking without gaps holds; English that was not written is the Latvian text.
 */
export async function findAssessment(
  tx: Tx,
  { municipalityId, by }: { municipalityId: string; by: { assessmentId: string } | { periodId: string } },
): Promise<StoredAssessment | null> {
  const which =
    'periodId' in by ? Prisma.sql`a.period_id = ${by.periodId}::uuid` : Prisma.sql`a.id = ${by.assessmentId}::uuid`
  const found = await queryRow(
    tx,
    z.object({ assessment: storedAssessment }),
    Prisma.sql`
    SELECT json_build_object('id', a.id, 'childId', a.child_id, 'periodId', a.period_id, 'openedAt', a.opened_at,
      'completedAt', a.completed_at,
      'goals', coalesce((SELECT json_agg(json_build_object('key', g.id, 'horizon', g.horizon, 'text', g.text,
        'servesKey', g.serves_goal_id) ORDER BY g.position) FROM goal g WHERE g.assessment_id = a.id), '[]'),
      'services', coalesce((SELECT json_agg(json_build_object('serviceId', s.service_id, 'beneficiary', s.beneficiary,
        'reason', json_build_object('lv', s.reason_lv, 'en', coalesce(nullif(s.reason_en, ''), s.reason_lv)),
        'explanation', json_build_object('lv', s.explanation_lv, 'en', coalesce(nullif(s.explanation_en, ''), s.explanation_lv)),
        'payer', CASE WHEN s.other_payer_lv IS NULL THEN 'individual-budget' ELSE 'others' END,
        'otherPayer', json_build_object('lv', s.other_payer_lv, 'en', coalesce(nullif(s.other_payer_en, ''), s.other_payer_lv)),
        'expertHalfRank', coalesce(s.expert_rank_halves, 0), 'parentHalfRank', coalesce(s.parent_rank_halves, 0), 'units', s.units,
        'minimumUnits', s.minimum_units, 'mode', s.mode, 'sessionsPerWeek', s.sessions_per_week)
        ORDER BY s.expert_rank_halves NULLS LAST, s.service_id) FROM assessed_service s WHERE s.assessment_id = a.id), '[]')
    ) AS assessment
    FROM assessment a WHERE a.municipality_id = ${municipalityId}::uuid AND ${which}`,
  )
  return found?.assessment ?? null
}
