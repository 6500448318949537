import { z } from 'zod'
import { dateColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow } from '#app/platform/db/query-rows.server.ts'

const child = { childId: z.uuid(), childName: z.string() }
const childColumns = Prisma.sql`c.id AS "childId", c.given_name AS "childName"`

const assessmentRow = z.object({
  ...child,
  id: z.uuid(),
  wishesDue: dateColumn.nullable(),
  expertsDue: dateColumn.nullable(),
  rankingDue: dateColumn.nullable(),
  /** Experts of the team who have not handed in. */
  writing: z.int(),
  isCompleted: z.boolean(),
  /** The draft of the period that goes round for signing now. */
  planToSignId: z.uuid().nullable(),
})

/** What a mail says of an assessment: the child by first name only, and until when something is expected. */
export type AssessmentFacts = z.infer<typeof assessmentRow>

export async function findAssessmentFacts(tx: Tx, assessmentId: string): Promise<AssessmentFacts | null> {
  return queryRow(
    tx,
    assessmentRow,
    Prisma.sql`SELECT ${childColumns}, a.id, a.wishes_due AS "wishesDue", a.experts_due AS "expertsDue",
        a.ranking_due AS "rankingDue", (SELECT count(*)::int FROM assessment_expert e WHERE e.assessment_id = a.id
          AND e.ended_at IS NULL AND e.submitted_at IS NULL) AS writing, a.completed_at IS NOT NULL AS "isCompleted",
        (SELECT p.id FROM plan p WHERE p.period_id = a.period_id AND p.state = 'draft' AND p.sealed_at IS NOT NULL)
          AS "planToSignId"
      FROM assessment a JOIN child c ON c.id = a.child_id WHERE a.id = ${assessmentId}::uuid`,
  )
}

const questionRow = z.object({ ...child, assessmentId: z.uuid(), assessedServiceId: z.uuid(), askedBy: z.uuid() })

/** Where a question stands and who asked it; what it says stays in the portal. */
export type QuestionFacts = z.infer<typeof questionRow>

export async function findQuestionFacts(tx: Tx, questionId: string): Promise<QuestionFacts | null> {
  return queryRow(
    tx,
    questionRow,
    Prisma.sql`SELECT ${childColumns}, a.id AS "assessmentId", s.id AS "assessedServiceId", q.asked_by AS "askedBy"
      FROM service_question q JOIN assessed_service s ON s.id = q.assessed_service_id
      JOIN assessment a ON a.id = s.assessment_id JOIN child c ON c.id = a.child_id WHERE q.id = ${questionId}::uuid`,
  )
}

const planRow = z.object({
  ...child,
  id: z.uuid(),
  assessmentId: z.uuid().nullable(),
  isOpenDraft: z.boolean(),
  /** Social worker and physician have both signed. */
  isSigned: z.boolean(),
})

/** What a mail says of a plan that goes round for signing. */
export type PlanFacts = z.infer<typeof planRow>

export async function findPlanFacts(tx: Tx, planId: string): Promise<PlanFacts | null> {
  return queryRow(
    tx,
    planRow,
    Prisma.sql`SELECT ${childColumns}, p.id, (SELECT a.id FROM assessment a WHERE a.period_id = p.period_id)
          AS "assessmentId", p.state = 'draft' AND p.sealed_at IS NOT NULL AS "isOpenDraft",
        (SELECT count(DISTINCT x.kind) = 2 FROM plan_signature x WHERE x.plan_id = p.id AND x.voided_at IS NULL
          AND x.kind IN ('social_worker', 'physician')) AS "isSigned"
      FROM plan p JOIN child c ON c.id = p.child_id WHERE p.id = ${planId}::uuid`,
  )
}

const periodRow = z.object({ ...child, lastDay: dateColumn })

/** What a mail says of a budget period. */
export type PeriodFacts = z.infer<typeof periodRow>

export async function findPeriodFacts(tx: Tx, periodId: string): Promise<PeriodFacts | null> {
  return queryRow(
    tx,
    periodRow,
    Prisma.sql`SELECT ${childColumns}, p.ends_before - 1 AS "lastDay" FROM budget_period p
      JOIN child c ON c.id = p.child_id WHERE p.id = ${periodId}::uuid AND p.annulled_at IS NULL`,
  )
}

const requestRow = z.object({
  ...child,
  askedBy: z.uuid(),
  askedAs: z.enum(['guardian', 'specialist', 'social_worker', 'other']),
})

/** Who asked for a plan to be changed; the reason stays in the portal. */
export type RequestFacts = z.infer<typeof requestRow>

export async function findRequestFacts(tx: Tx, requestId: string): Promise<RequestFacts | null> {
  return queryRow(
    tx,
    requestRow,
    Prisma.sql`SELECT ${childColumns}, r.asked_by AS "askedBy", CASE WHEN r.asked_as IN ('guardian', 'specialist',
          'social_worker') THEN r.asked_as::text ELSE 'other' END AS "askedAs"
      FROM revision_request r JOIN child c ON c.id = r.child_id WHERE r.id = ${requestId}::uuid`,
  )
}
