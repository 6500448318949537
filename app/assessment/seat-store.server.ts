import { z } from 'zod'
import type { Stage } from '#app/assessment/rules/stage.ts'
import { stageOf } from '#app/assessment/rules/stage.ts'
import { seesChild } from '#app/people/child-scope.server.ts'
import type { Context } from '#app/people/context.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow } from '#app/platform/db/query-rows.server.ts'

const uuid = z.uuid()
const seatRow = z.object({
  assessmentId: z.uuid(),
  childId: z.uuid(),
  periodId: z.uuid(),
  municipalityId: z.uuid(),
  isLead: z.boolean(),
  isCompleted: z.boolean(),
  isProposed: z.boolean(),
})

/**
 * Whether the actor has a part in the assessment `a`: experts by their seat in this one, everybody else as far as
 * they see the child. For statements that name the assessment `a`.
 */
export function isSeated(ctx: Context): Prisma.Sql {
  const sees = seesChild(ctx, Prisma.sql`a.child_id`)
  if (ctx.actor.role !== 'expert') return sees
  return Prisma.sql`(${sees} AND EXISTS (SELECT FROM assessment_expert own WHERE own.assessment_id = a.id
    AND own.person_id = ${ctx.actor.personId}::uuid AND own.ended_at IS NULL))`
}

/** The actor's seat, with the assessment's row locked when asked for; null when there is none or the id is no id. */
export async function findSeatRow(
  ctx: Context,
  tx: Tx,
  { assessmentId, isLocking }: { assessmentId: string; isLocking: boolean },
): Promise<z.infer<typeof seatRow> | null> {
  if (!uuid.safeParse(assessmentId).success) return null
  const lock = isLocking ? Prisma.sql`FOR UPDATE OF a` : Prisma.empty
  return queryRow(
    tx,
    seatRow,
    Prisma.sql`
    SELECT a.id AS "assessmentId", a.child_id AS "childId", a.period_id AS "periodId",
      a.municipality_id AS "municipalityId", a.completed_at IS NOT NULL AS "isCompleted",
      a.proposed_at IS NOT NULL AS "isProposed",
      EXISTS (SELECT FROM assessment_expert seat WHERE seat.assessment_id = a.id AND seat.is_lead
        AND seat.person_id = ${ctx.actor.personId}::uuid AND seat.ended_at IS NULL) AS "isLead"
    FROM assessment a JOIN budget_period p ON p.id = a.period_id AND p.annulled_at IS NULL
    WHERE a.id = ${assessmentId}::uuid AND a.municipality_id = ${ctx.actor.municipalityId}::uuid AND ${isSeated(ctx)}
    ${lock}`,
  )
}

/** How far the plan of the period of the assessment `a` has come, as the stage rule asks: for statements that name it. */
export const planStep = Prisma.sql`(SELECT CASE
    WHEN of_plan.state <> 'draft' THEN 'approved'
    WHEN of_plan.sealed_at IS NULL THEN 'draft'
    WHEN (SELECT count(DISTINCT s.kind) FROM plan_signature s WHERE s.plan_id = of_plan.id AND s.voided_at IS NULL
      AND s.kind IN ('social_worker', 'physician')) = 2 THEN 'signed'
    ELSE 'sealed' END
  FROM plan of_plan WHERE of_plan.period_id = a.period_id AND of_plan.state <> 'withdrawn'
  ORDER BY of_plan.version LIMIT 1)`

/** JSON of the stage rule's facts about the assessment `a`. */
export const stageFactsJson = Prisma.sql`json_build_object(
  'areWishesDone', EXISTS (SELECT FROM assessment_guardian g WHERE g.assessment_id = a.id) AND NOT EXISTS (
    SELECT FROM assessment_guardian g WHERE g.assessment_id = a.id AND g.wishes_done_at IS NULL),
  'areExpertsDone', EXISTS (SELECT FROM assessment_expert e WHERE e.assessment_id = a.id AND e.ended_at IS NULL)
    AND NOT EXISTS (SELECT FROM assessment_expert e WHERE e.assessment_id = a.id AND e.ended_at IS NULL
      AND e.submitted_at IS NULL),
  'areGoalsAgreed', a.goals_agreed_at IS NOT NULL, 'isProposed', a.proposed_at IS NOT NULL,
  'isRanked', a.parents_ranked_at IS NOT NULL, 'isCompleted', a.completed_at IS NOT NULL, 'plan', ${planStep})`

/** The stage out of `stageFactsJson`. */
export const stageColumn = z
  .object({
    areWishesDone: z.boolean(),
    areExpertsDone: z.boolean(),
    areGoalsAgreed: z.boolean(),
    isProposed: z.boolean(),
    isRanked: z.boolean(),
    isCompleted: z.boolean(),
    plan: z.enum(['draft', 'sealed', 'signed', 'approved']).nullable(),
  })
  .transform((facts): Stage => stageOf(facts))

const headRow = z.object({
  childName: z.string(),
  startsOn: z.string(),
  lastDay: z.string(),
  looksBack: z.boolean(),
  stage: stageColumn,
})

/** What stands above every page of one assessment. Scope is the caller's care. */
export async function findHeadRow(tx: Tx, assessmentId: string): Promise<z.infer<typeof headRow> | null> {
  return queryRow(
    tx,
    headRow,
    Prisma.sql`
    SELECT c.given_name || ' ' || c.family_name AS "childName", p.starts_on::text AS "startsOn",
      (p.ends_before - 1)::text AS "lastDay", a.previous_id IS NOT NULL AS "looksBack", ${stageFactsJson} AS stage
    FROM assessment a JOIN child c ON c.id = a.child_id JOIN budget_period p ON p.id = a.period_id
    WHERE a.id = ${assessmentId}::uuid`,
  )
}

/** The assessment of a child that is not completed, the latest first; null when there is none. */
export async function findOpenAssessmentId(tx: Tx, childId: string): Promise<string | null> {
  const found = await queryRow(
    tx,
    z.object({ id: z.uuid() }),
    Prisma.sql`SELECT a.id FROM assessment a JOIN budget_period p ON p.id = a.period_id AND p.annulled_at IS NULL
      WHERE a.child_id = ${childId}::uuid AND a.completed_at IS NULL ORDER BY a.opened_at DESC LIMIT 1`,
  )
  return found?.id ?? null
}
