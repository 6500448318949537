import { z } from 'zod'
import type { AssessmentFilter, AssessmentSortColumn } from '#app/assessment/rules/assessment-row.ts'
import { stages } from '#app/assessment/rules/stage.ts'
import { isSeated, planStep } from '#app/assessment/seat-store.server.ts'
import type { Context } from '#app/people/context.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow } from '#app/platform/db/query-rows.server.ts'

export type AssessmentQuestion = {
  search: string
  filter: AssessmentFilter
  sort: { column: AssessmentSortColumn; direction: 'ascending' | 'descending' }
  page: number
  pageSize: number
  today: Temporal.PlainDate
}

const listPage = z.object({
  rows: z.array(
    z.object({
      assessmentId: z.uuid(),
      childName: z.string(),
      startsOn: z.string(),
      lastDay: z.string(),
      stage: z.enum(stages),
      lead: z.string().nullable(),
      dueOn: z.string().nullable(),
      daysLeft: z.int().nullable(),
      isMine: z.boolean(),
    }),
  ),
  counts: z.object({
    open: z.int(),
    mine: z.int(),
    family: z.int(),
    experts: z.int(),
    plan: z.int(),
    approved: z.int(),
  }),
})

/** One page of the assessments in the actor's scope and how many each filter shows, in one statement. */
export async function findAssessmentPage(
  ctx: Context,
  tx: Tx,
  question: AssessmentQuestion,
): Promise<z.infer<typeof listPage>> {
  const { filter, page, pageSize } = question
  const found = await queryRow(
    tx,
    listPage,
    Prisma.sql`${assessments(ctx, question)}, counts AS (
      SELECT count(*) FILTER (WHERE ${matches('open')}) AS open, count(*) FILTER (WHERE ${matches('mine')}) AS mine,
        count(*) FILTER (WHERE ${matches('family')}) AS family, count(*) FILTER (WHERE ${matches('experts')}) AS experts,
        count(*) FILTER (WHERE ${matches('plan')}) AS plan, count(*) FILTER (WHERE ${matches('approved')}) AS approved,
        count(*) FILTER (WHERE ${matches(filter)}) AS shown
      FROM listed l
    )
    SELECT row_to_json(counts) AS counts, (SELECT coalesce(json_agg(seen), '[]') FROM (
        SELECT l."assessmentId", l."childName", l."startsOn", l."lastDay", l.stage, l."dueOn", l."isMine",
          (l."dueOn" - ${question.today.toString()}::date) AS "daysLeft",
          (SELECT who.given_name || ' ' || who.family_name FROM assessment_expert seat
            JOIN person who ON who.id = seat.person_id
            WHERE seat.assessment_id = l."assessmentId" AND seat.is_lead AND seat.ended_at IS NULL) AS lead
        FROM listed l WHERE ${matches(filter)}
        ORDER BY ${orderBy(question)}, l.sort_name COLLATE "lv-x-icu", l."assessmentId"
        LIMIT ${pageSize}
        OFFSET (SELECT least(${page}::int - 1, greatest(0, (c.shown - 1) / ${pageSize}::int)) * ${pageSize}::int FROM counts c)
      ) seen) AS rows
    FROM counts`,
  )
  if (found === null) throw new Error('A count answers one row')
  return found
}

const byFilter: Record<AssessmentFilter, Prisma.Sql> = {
  open: Prisma.sql`l.stage <> 'approved'`,
  mine: Prisma.sql`l."isMine"`,
  family: Prisma.sql`l.stage IN ('wishes', 'proposed')`,
  experts: Prisma.sql`l.stage IN ('assessing', 'goals', 'services')`,
  plan: Prisma.sql`l.stage IN ('ranked', 'completed', 'sealed', 'signed')`,
  approved: Prisma.sql`l.stage = 'approved'`,
}

function matches(filter: AssessmentFilter): Prisma.Sql {
  return byFilter[filter]
}

/** The rule of rules/stage.ts as SQL, so that the database can narrow and count; a test holds the two together. */
const stage = Prisma.sql`CASE WHEN w.plan_step IN ('approved', 'signed', 'sealed') THEN w.plan_step
  WHEN w.completed_at IS NOT NULL THEN 'completed' WHEN w.parents_ranked_at IS NOT NULL THEN 'ranked'
  WHEN w.proposed_at IS NOT NULL THEN 'proposed' WHEN w.goals_agreed_at IS NOT NULL THEN 'services'
  WHEN w.experts > 0 AND w.experts_writing = 0 THEN 'goals'
  WHEN w.guardians > 0 AND w.guardians_writing = 0 THEN 'assessing' ELSE 'wishes' END`

function assessments(ctx: Context, { search }: AssessmentQuestion): Prisma.Sql {
  return Prisma.sql`WITH work AS MATERIALIZED (
    SELECT a.id, a.child_id, a.period_id, a.opened_at, a.wishes_due, a.experts_due, a.ranking_due, a.goals_agreed_at,
      a.proposed_at, a.parents_ranked_at, a.completed_at, c.given_name, c.family_name, p.starts_on, p.ends_before,
      ${planStep} AS plan_step, coalesce(e.experts, 0) AS experts, coalesce(e.writing, 0) AS experts_writing,
      coalesce(g.guardians, 0) AS guardians, coalesce(g.writing, 0) AS guardians_writing
    FROM assessment a JOIN child c ON c.id = a.child_id
    JOIN budget_period p ON p.id = a.period_id AND p.annulled_at IS NULL
    LEFT JOIN (SELECT assessment_id, count(*) AS experts, count(*) FILTER (WHERE submitted_at IS NULL) AS writing
      FROM assessment_expert WHERE ended_at IS NULL GROUP BY assessment_id) e ON e.assessment_id = a.id
    LEFT JOIN (SELECT assessment_id, count(*) AS guardians, count(*) FILTER (WHERE wishes_done_at IS NULL) AS writing
      FROM assessment_guardian GROUP BY assessment_id) g ON g.assessment_id = a.id
    WHERE a.municipality_id = ${ctx.actor.municipalityId}::uuid AND ${isSeated(ctx)} AND ${isCalled(search)}
  ), staged AS MATERIALIZED (SELECT w.*, ${stage} AS stage FROM work w
  ), listed AS MATERIALIZED (
    SELECT w.id AS "assessmentId", w.given_name || ' ' || w.family_name AS "childName",
      w.family_name || ' ' || w.given_name AS sort_name, w.starts_on AS "startsOn", w.ends_before - 1 AS "lastDay",
      w.stage, w.opened_at, ${waitsForActor(ctx)} AS "isMine",
      CASE WHEN w.stage = 'wishes' THEN w.wishes_due WHEN w.stage IN ('assessing', 'goals', 'services') THEN w.experts_due
        WHEN w.stage = 'proposed' THEN w.ranking_due END AS "dueOn"
    FROM staged w
  )`
}

/** Whether the next deed is the actor's own. */
function waitsForActor({ actor }: Context): Prisma.Sql {
  const lacksSignature = (kind: 'social_worker' | 'physician') => Prisma.sql`(w.stage = 'sealed' AND NOT EXISTS (
    SELECT FROM plan d JOIN plan_signature x ON x.plan_id = d.id AND x.voided_at IS NULL
      AND x.kind = ${kind}::"SignatureKind"
    WHERE d.period_id = w.period_id AND d.state = 'draft'))`
  const hasQuestion = Prisma.sql`EXISTS (SELECT FROM assessed_service s
    JOIN service_question q ON q.assessed_service_id = s.id AND q.answered_at IS NULL WHERE s.assessment_id = w.id)`
  switch (actor.role) {
    case 'expert':
      return Prisma.sql`(w.stage <> 'approved' AND EXISTS (SELECT FROM assessment_expert own WHERE own.assessment_id = w.id
        AND own.person_id = ${actor.personId}::uuid AND own.ended_at IS NULL AND (
          (w.proposed_at IS NULL AND w.completed_at IS NULL AND (own.submitted_at IS NULL
            OR (own.order_submitted_at IS NULL AND EXISTS (SELECT FROM assessed_service s
              WHERE s.assessment_id = w.id AND s.other_payer_lv IS NULL))))
          OR (own.is_lead AND w.stage IN ('goals', 'services')) OR (own.is_lead AND ${lacksSignature('physician')})
          OR (w.completed_at IS NULL AND ${hasQuestion}))))`
    case 'social_worker':
      return Prisma.sql`(w.stage IN ('ranked', 'completed', 'signed') OR ${lacksSignature('social_worker')})`
    default:
      return Prisma.sql`(w.stage = 'signed')`
  }
}

/** Letters as they are typed, in either order of given and family name; wildcards in the search are plain signs. */
function isCalled(search: string): Prisma.Sql {
  const words = search.split(/\s+/).filter((word) => word !== '')
  const conditions = words.map((word) => {
    const pattern = `%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
    return Prisma.sql`(c.given_name ILIKE ${pattern} OR c.family_name ILIKE ${pattern})`
  })
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.sql`(${Prisma.join(conditions, ' AND ')})`
}

const sortedBy: Record<AssessmentSortColumn, Prisma.Sql> = {
  name: Prisma.sql`l.sort_name COLLATE "lv-x-icu"`,
  due: Prisma.sql`l."dueOn"`,
  opened: Prisma.sql`l.opened_at`,
}

function orderBy({ sort }: AssessmentQuestion): Prisma.Sql {
  const direction = sort.direction === 'descending' ? Prisma.sql`DESC` : Prisma.sql`ASC`
  return Prisma.sql`${sortedBy[sort.column]} ${direction} NULLS LAST`
}
