import { z } from 'zod'
import type { Level } from '#app/progress/rules/goal-attainment.ts'
import { isLevel } from '#app/progress/rules/goal-attainment.ts'
import { dateText, isoDateColumn, isoInstantColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'
import { authorKinds, horizons } from './note-store.server.ts'

const level = z.int().transform((value, check): Level => {
  if (isLevel(value)) return value
  check.issues.push({ code: 'custom', message: 'Not a level', input: value })
  return z.NEVER
})

const isoDay = dateText.transform((day) => day.toString())

const goalRow = z.object({
  id: z.uuid(),
  horizon: z.enum(horizons),
  text: z.string(),
  servesId: z.uuid().nullable(),
  weight: z.int(),
  baseline: level.nullable(),
  scale: z.array(z.string()).length(5),
  attained: z.object({ level, note: z.string() }).nullable(),
  marks: z.array(z.object({ on: isoDay, mark: z.int(), by: z.enum(['professionals', 'family']) })),
  notes: z.int(),
})

/** The scale of the goal `g`, from -2 to +2, as a JSON array. */
export const scaleOf = Prisma.sql`json_build_array(g.level_minus_2, g.level_minus_1, g.level_0, g.level_plus_1, g.level_plus_2)`

/** Every mark on the goal `g`, in order of days, telling professionals from the family. */
export const marksOf = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('on', n.about_on, 'mark', n.mark,
    'by', CASE WHEN n.author_kind = 'guardian' THEN 'family' ELSE 'professionals' END)
    ORDER BY n.about_on, n.written_at), '[]')
  FROM goal_note n WHERE n.goal_id = g.id AND n.mark IS NOT NULL)`

/**
 * The goals of a period with their scales, every mark and how many notes there are, in one statement. The family sees
 * the goals of the experts once they are agreed, and what the experts measured once the looking-back assessment is open
 * to it.
 */
export async function listGoalsOfPeriod(tx: Tx, periodId: string, { isFamily }: { isFamily: boolean }) {
  return queryRows(
    tx,
    goalRow,
    Prisma.sql`
    SELECT g.id, g.horizon, g.text, g.serves_goal_id AS "servesId", g.weight, g.baseline, ${scaleOf} AS scale,
      (SELECT json_build_object('level', t.level, 'note', t.note) FROM goal_attainment t
        JOIN assessment later ON later.id = t.assessment_id
        WHERE t.goal_id = g.id AND (NOT ${isFamily} OR later.proposed_at IS NOT NULL OR later.completed_at IS NOT NULL)
        ORDER BY t.measured_at DESC LIMIT 1) AS attained,
      ${marksOf} AS marks, (SELECT count(*)::int FROM goal_note n WHERE n.goal_id = g.id) AS notes
    FROM assessment a JOIN goal g ON g.assessment_id = a.id
    WHERE a.period_id = ${periodId}::uuid AND (NOT ${isFamily} OR g.horizon = 'wish' OR a.goals_agreed_at IS NOT NULL
      OR a.proposed_at IS NOT NULL OR a.completed_at IS NOT NULL)
    ORDER BY g.horizon, g.position, g.id`,
  )
}

const noteRow = z
  .object({
    id: z.uuid(),
    goalId: z.uuid().nullable(),
    text: z.string(),
    mark: z.int().nullable(),
    aboutOn: isoDateColumn,
    writtenAt: isoInstantColumn,
    correctedAt: isoInstantColumn.nullable(),
    version: z.int(),
    authorKind: z.enum(authorKinds),
    authorName: z.string(),
    isOwn: z.boolean(),
    session: z.object({ bookingId: z.uuid(), serviceLv: z.string(), serviceEn: z.string() }).nullable(),
    total: z.int(),
  })
  .transform(({ total, ...note }) => ({ note, total }))

/** One page of the notes about a period's days, newest first; `goalId` null for all of them. One statement. */
export async function listNotesOfPeriod(
  tx: Tx,
  which: {
    childId: string
    firstDay: string
    lastDay: string
    goalId: string | null
    readerId: string
    page: number
    pageSize: number
  },
) {
  const ofGoal = which.goalId === null ? Prisma.empty : Prisma.sql`AND n.goal_id = ${which.goalId}::uuid`
  return queryRows(
    tx,
    noteRow,
    Prisma.sql`
    SELECT n.id, n.goal_id AS "goalId", n.text, n.mark, n.about_on AS "aboutOn", n.written_at AS "writtenAt",
      n.corrected_at AS "correctedAt", n.version, n.author_kind AS "authorKind",
      p.given_name || ' ' || p.family_name AS "authorName", n.author_id = ${which.readerId}::uuid AS "isOwn",
      CASE WHEN b.id IS NOT NULL THEN json_build_object('bookingId', b.id, 'serviceLv', v.name_lv,
        'serviceEn', v.name_en) END AS session, (count(*) OVER ())::int AS total
    FROM goal_note n JOIN person p ON p.id = n.author_id
    LEFT JOIN booking b ON b.id = n.booking_id LEFT JOIN service v ON v.id = b.service_id
    WHERE n.child_id = ${which.childId}::uuid AND n.about_on BETWEEN ${which.firstDay}::date AND ${which.lastDay}::date
      ${ofGoal}
    ORDER BY n.about_on DESC, n.written_at DESC, n.id DESC
    LIMIT ${which.pageSize} OFFSET ${(which.page - 1) * which.pageSize}`,
  )
}

const stateRow = z.object({
  hasPlan: z.boolean(),
  isFollowed: z.boolean(),
  /** The assessment that looks back on the period; null while there is none. */
  nextAssessmentId: z.uuid().nullable(),
  isLookedBack: z.boolean(),
  hasHandedIn: z.boolean(),
})
export type PeriodState = z.infer<typeof stateRow>

/** What the end of a period waits for: its plan, the period after it, the looking-back, the reader's evaluation. */
export async function findPeriodState(
  tx: Tx,
  { periodId, readerId }: { periodId: string; readerId: string },
): Promise<PeriodState | null> {
  return queryRow(
    tx,
    stateRow,
    Prisma.sql`
    SELECT EXISTS (SELECT FROM plan WHERE period_id = p.id AND state = 'approved') AS "hasPlan",
      EXISTS (SELECT FROM budget_period after WHERE after.child_id = p.child_id AND after.annulled_at IS NULL
        AND after.starts_on >= p.ends_before) AS "isFollowed",
      later.id AS "nextAssessmentId", later.completed_at IS NOT NULL AS "isLookedBack",
      EXISTS (SELECT FROM family_evaluation e WHERE e.period_id = p.id AND e.person_id = ${readerId}::uuid
        AND e.submitted_at IS NOT NULL) AS "hasHandedIn"
    FROM budget_period p LEFT JOIN assessment a ON a.period_id = p.id
    LEFT JOIN LATERAL (SELECT id, completed_at FROM assessment WHERE previous_id = a.id ORDER BY opened_at LIMIT 1) later
      ON true
    WHERE p.id = ${periodId}::uuid`,
  )
}
