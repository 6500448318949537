import { z } from 'zod'
import type { CarriedService } from '#app/assessment/rules/carried-service.ts'
import { professions } from '#app/assessment/rules/team.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRows } from '#app/platform/db/query-rows.server.ts'
import { toDate } from '#app/platform/time.ts'

type Target = { municipalityId: string; assessmentId: string; by: string; at: Temporal.Instant }

const goalRow = z.object({
  id: z.uuid(),
  horizon: z.enum(['wish', 'long_term', 'short_term']),
  position: z.int(),
  text: z.string(),
  serves_goal_id: z.uuid().nullable(),
  weight: z.int(),
  level_minus_2: z.string(),
  level_minus_1: z.string(),
  level_0: z.string(),
  level_plus_1: z.string(),
  level_plus_2: z.string(),
  /** Where the child stood when the goal was measured last. */
  attained: z.int().nullable(),
})

/** Copies the goals of one assessment into another that goes on with them. Answers the new goal of each old one. */
export async function copyGoals(tx: Tx, fromId: string, target: Target): Promise<Map<string, string>> {
  const goals = await queryRows(
    tx,
    goalRow,
    Prisma.sql`SELECT g.id, g.horizon, g.position, g.text, g.serves_goal_id, g.weight, g.level_minus_2, g.level_minus_1,
        g.level_0, g.level_plus_1, g.level_plus_2,
        (SELECT t.level FROM goal_attainment t WHERE t.goal_id = g.id ORDER BY t.measured_at DESC LIMIT 1) AS attained
      FROM goal g WHERE g.assessment_id = ${fromId}::uuid ORDER BY g.position, g.id`,
  )
  const ids = new Map(goals.map(({ id }) => [id, crypto.randomUUID()]))
  // One statement inserts all of them, and the foreign key between goals is checked at its end.
  await tx.goal.createMany({
    data: goals.map(({ id, serves_goal_id: servedId, attained, ...goal }) => ({
      ...goal,
      id: ids.get(id) ?? crypto.randomUUID(),
      municipality_id: target.municipalityId,
      assessment_id: target.assessmentId,
      serves_goal_id: servedId === null ? null : (ids.get(servedId) ?? null),
      continues_id: id,
      baseline: goal.horizon === 'wish' ? null : attained,
      changed_by: target.by,
      changed_at: toDate(target.at),
    })),
  })
  return ids
}

const linkRow = z.object({ serviceId: z.uuid(), goalId: z.uuid() })

/** Puts services on the list of an assessment as a draft, with the goals that the same services served before. */
export async function insertCarriedServices(
  tx: Tx,
  { fromId, target, goals }: { fromId: string; target: Target; goals: ReadonlyMap<string, string> },
  services: readonly CarriedService[],
): Promise<void> {
  const { municipalityId, assessmentId } = target
  const links = await queryRows(
    tx,
    linkRow,
    Prisma.sql`SELECT s.service_id AS "serviceId", l.goal_id AS "goalId" FROM assessed_service s
      JOIN assessed_service_goal l ON l.assessed_service_id = s.id WHERE s.assessment_id = ${fromId}::uuid`,
  )
  const ids = new Map(services.map(({ serviceId }) => [serviceId, crypto.randomUUID()]))
  await tx.assessedService.createMany({
    data: services.map((service) => ({
      id: ids.get(service.serviceId) ?? crypto.randomUUID(),
      municipality_id: municipalityId,
      assessment_id: assessmentId,
      service_id: service.serviceId,
      units: service.units,
      minimum_units: service.minimumUnits,
      mode: service.mode,
      sessions_per_week: service.sessionsPerWeek,
      beneficiary: service.beneficiary,
      reason_lv: service.reason.lv,
      reason_en: service.reason.en,
      explanation_lv: service.explanation.lv,
      explanation_en: service.explanation.en,
      other_payer_lv: service.otherPayer?.lv ?? null,
      other_payer_en: service.otherPayer?.en ?? null,
      changed_by: target.by,
      changed_at: toDate(target.at),
    })),
  })
  await tx.assessedServiceGoal.createMany({
    data: links.flatMap(({ serviceId, goalId }) => {
      const [service, goal] = [ids.get(serviceId), goals.get(goalId)]
      if (service === undefined || goal === undefined) return []
      return [{ municipality_id: municipalityId, assessed_service_id: service, goal_id: goal }]
    }),
  })
}

const teamRow = z.object({
  personId: z.uuid(),
  name: z.string(),
  profession: z.enum(professions),
  isLead: z.boolean(),
  wasInTeam: z.boolean(),
})
export type FormerExpert = z.infer<typeof teamRow>

/**
 * The municipality's experts: those of an earlier assessment, with what they were in it, and everybody else who could
 * be invited.
 */
export async function listExpertsForNext(
  tx: Tx,
  { municipalityId, previousId }: { municipalityId: string; previousId: string },
): Promise<FormerExpert[]> {
  return queryRows(
    tx,
    teamRow,
    Prisma.sql`SELECT DISTINCT ON (p.id) p.id AS "personId", p.given_name || ' ' || p.family_name AS name,
        coalesce(e.profession, 'other') AS profession, coalesce(e.is_lead, false) AS "isLead",
        e.person_id IS NOT NULL AS "wasInTeam"
      FROM role_grant r JOIN person p ON p.id = r.person_id AND p.deactivated_at IS NULL
      LEFT JOIN assessment_expert e ON e.person_id = p.id AND e.assessment_id = ${previousId}::uuid
        AND e.ended_at IS NULL
      WHERE r.municipality_id = ${municipalityId}::uuid AND r.role = 'expert' AND r.revoked_at IS NULL
      ORDER BY p.id, r.granted_at`,
  )
}

const guardianRow = z.object({ personId: z.uuid(), name: z.string() })

/** Everybody who cares for a child now. */
export async function listGuardiansForNext(tx: Tx, { childId, at }: { childId: string; at: Temporal.Instant }) {
  return queryRows(
    tx,
    guardianRow,
    Prisma.sql`SELECT DISTINCT ON (p.id) p.id AS "personId", p.given_name || ' ' || p.family_name AS name
      FROM guardianship g JOIN person p ON p.id = g.person_id
      WHERE g.child_id = ${childId}::uuid AND g.since <= ${toDate(at)}
        AND (g.ended_at IS NULL OR g.ended_at > ${toDate(at)})
      ORDER BY p.id, g.since`,
  )
}

/**
 * Lets the goals that go on with a measured one start where it ended, unless the experts have set another start since
 * (`before` is the level that was measured until now, null for none).
 */
export async function startFrom(
  tx: Tx,
  {
    continuedId,
    assessmentId,
    level,
    before,
  }: { continuedId: string; assessmentId: string; level: number; before: number | null },
): Promise<void> {
  await tx.$executeRaw`UPDATE goal SET baseline = ${level}::int, version = version + 1
    WHERE assessment_id = ${assessmentId}::uuid AND continues_id = ${continuedId}::uuid AND horizon <> 'wish'
      AND baseline IS NOT DISTINCT FROM ${before}::int AND baseline IS DISTINCT FROM ${level}::int`
}
