import { z } from 'zod'
import { goalHorizons } from '#app/assessment/rules/assessed-result.ts'
import type { GoalDraft, TeamGoal } from '#app/assessment/rules/goal-scale.ts'
import { scaleLevels } from '#app/assessment/rules/goal-scale.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'
import { instantOf, toDate } from '#app/platform/time.ts'

/** An instant as screens take it. */
const whenColumn = z.date().transform((date) => instantOf(date).toString())

const goalRow = z
  .object({
    id: z.uuid(),
    horizon: z.enum(goalHorizons),
    text: z.string(),
    servesId: z.uuid().nullable(),
    weight: z.int(),
    baseline: z.literal(scaleLevels).nullable(),
    minus2: z.string(),
    minus1: z.string(),
    zero: z.string(),
    plus1: z.string(),
    plus2: z.string(),
    version: z.int(),
    changedBy: z.string().nullable(),
    changedAt: whenColumn.nullable(),
    notes: z.int(),
    services: z.int(),
    continuedBy: z.int(),
  })
  .transform(({ minus2, minus1, zero, plus1, plus2, ...goal }) => ({
    ...goal,
    levels: { [-2]: minus2, [-1]: minus1, 0: zero, 1: plus1, 2: plus2 },
  }))
/**
 * Wishes first, then long-term and short-term goals, each in its order, in one statement. Scope is the caller's care.
 */
export async function listGoals(tx: Tx, assessmentId: string): Promise<TeamGoal[]> {
  return queryRows(
    tx,
    goalRow,
    Prisma.sql`
    SELECT g.id, g.horizon, g.text, g.serves_goal_id AS "servesId", g.weight, g.baseline, g.level_minus_2 AS minus2,
      g.level_minus_1 AS minus1, g.level_0 AS zero, g.level_plus_1 AS plus1, g.level_plus_2 AS plus2, g.version,
      g.changed_at AS "changedAt", who.given_name || ' ' || who.family_name AS "changedBy",
      ((SELECT count(*) FROM goal_note n WHERE n.goal_id = g.id)
        + (SELECT count(*) FROM goal_attainment t WHERE t.goal_id = g.id))::int AS notes,
      (SELECT count(*) FROM assessed_service_goal l WHERE l.goal_id = g.id)::int AS services,
      (SELECT count(*) FROM goal later WHERE later.continues_id = g.id)::int AS "continuedBy"
    FROM goal g LEFT JOIN person who ON who.id = g.changed_by
    WHERE g.assessment_id = ${assessmentId}::uuid
    ORDER BY g.horizon, g.position, g.id`,
  )
}

/** When the lead said that the goals are agreed; null before. */
export async function findGoalsAgreedAt(tx: Tx, assessmentId: string): Promise<string | null> {
  const row = await queryRow(
    tx,
    z.object({ at: whenColumn.nullable() }),
    Prisma.sql`SELECT goals_agreed_at AS at FROM assessment WHERE id = ${assessmentId}::uuid`,
  )
  return row?.at ?? null
}

type Writing = { personId: string; at: Temporal.Instant }

export async function insertGoal(
  tx: Tx,
  where: { municipalityId: string; assessmentId: string },
  {
    id,
    horizon,
    text,
    servesId,
    personId,
    at,
  }: Writing & {
    id: string
    horizon: 'long_term' | 'short_term'
    text: string
    servesId: string | null
  },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO goal (id, municipality_id, assessment_id, horizon, position, text, serves_goal_id, version, changed_by, changed_at)
    SELECT ${id}::uuid, ${where.municipalityId}::uuid, ${where.assessmentId}::uuid, ${horizon}::"GoalHorizon",
      coalesce(max(position), 0) + 1, ${text}, ${servesId}::uuid, 1, ${personId}::uuid, ${toDate(at)}
    FROM goal WHERE assessment_id = ${where.assessmentId}::uuid`
}

export async function updateGoal(
  tx: Tx,
  goalId: string,
  { text, servesId, weight, baseline, levels, version, personId, at }: Writing & GoalDraft & { version: number },
): Promise<void> {
  await tx.goal.update({
    where: { id: goalId },
    data: {
      text,
      serves_goal_id: servesId,
      weight,
      baseline,
      level_minus_2: levels[-2],
      level_minus_1: levels[-1],
      level_0: levels[0],
      level_plus_1: levels[1],
      level_plus_2: levels[2],
      version,
      changed_by: personId,
      changed_at: toDate(at),
    },
  })
}

/** Puts goals in this order among themselves; the places they take stay the ones they had. */
export async function reorderGoals(tx: Tx, goalIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE goal SET position = place.position
    FROM (SELECT wanted.id, had.position FROM unnest(${[...goalIds]}::uuid[]) WITH ORDINALITY AS wanted (id, n)
      JOIN (SELECT position, row_number() OVER (ORDER BY position, id) AS n FROM goal
        WHERE id = ANY (${[...goalIds]}::uuid[])) had ON had.n = wanted.n) place
    WHERE goal.id = place.id`
}

export async function deleteGoal(tx: Tx, goalId: string): Promise<void> {
  await tx.goal.delete({ where: { id: goalId } })
}

export async function writeGoalsAgreed(
  tx: Tx,
  assessmentId: string,
  agreed: { personId: string; at: Temporal.Instant } | null,
): Promise<void> {
  await tx.assessment.update({
    where: { id: assessmentId },
    data: {
      goals_agreed_at: agreed === null ? null : toDate(agreed.at),
      goals_agreed_by: agreed?.personId ?? null,
    },
  })
}
