import { z } from 'zod'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'
import { isoInstantColumn } from '#app/platform/db/columns.ts'
import { toDate } from '#app/platform/time.ts'

const questionRow = z.object({
  id: z.uuid(),
  text: z.string(),
  askedBy: z.string(),
  askedAt: isoInstantColumn,
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: isoInstantColumn.nullable(),
})
export type StoredQuestion = z.infer<typeof questionRow>

/** What the parents asked about one service, open questions first. */
export async function listQuestions(tx: Tx, assessedServiceId: string): Promise<StoredQuestion[]> {
  return queryRows(
    tx,
    questionRow,
    Prisma.sql`
    SELECT q.id, q.text, asker.given_name || ' ' || asker.family_name AS "askedBy", q.asked_at AS "askedAt",
      q.answer, answerer.given_name || ' ' || answerer.family_name AS "answeredBy", q.answered_at AS "answeredAt"
    FROM service_question q JOIN person asker ON asker.id = q.asked_by LEFT JOIN person answerer ON answerer.id = q.answered_by
    WHERE q.assessed_service_id = ${assessedServiceId}::uuid
    ORDER BY (q.answered_at IS NOT NULL), q.asked_at, q.id`,
  )
}

/** One question of an assessment, locked for its answer. */
export async function lockQuestion(
  tx: Tx,
  { assessmentId, questionId }: { assessmentId: string; questionId: string },
): Promise<{ isAnswered: boolean } | null> {
  return queryRow(
    tx,
    z.object({ isAnswered: z.boolean() }),
    Prisma.sql`
    SELECT q.answered_at IS NOT NULL AS "isAnswered" FROM service_question q
    JOIN assessed_service s ON s.id = q.assessed_service_id AND s.assessment_id = ${assessmentId}::uuid
    WHERE q.id = ${questionId}::uuid FOR UPDATE OF q`,
  )
}

export async function writeAnswer(
  tx: Tx,
  { questionId, answer, personId, at }: { questionId: string; answer: string; personId: string; at: Temporal.Instant },
): Promise<void> {
  await tx.serviceQuestion.update({
    where: { id: questionId },
    data: { answer, answered_by: personId, answered_at: toDate(at) },
  })
}
