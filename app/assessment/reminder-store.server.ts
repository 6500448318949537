import { z } from 'zod'
import type { ReminderTask } from '#app/assessment/rules/due-reminder.ts'
import { reminderTasks } from '#app/assessment/rules/due-reminder.ts'
import { dateText, instantText } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'
import { toDate } from '#app/platform/time.ts'

const owedRow = z.object({
  assessmentId: z.uuid(),
  personId: z.uuid(),
  task: z.enum(reminderTasks),
  dueOn: dateText.nullable(),
  invitedAt: instantText,
})

/** Something that somebody of an open assessment still owes. */
export type Owed = z.infer<typeof owedRow>

/**
 * What is owed in the assessments of a municipality that are not completed: wishes of guardians until the services are
 * proposed, assessments of experts until they hand in, the ranking of all guardians from the proposal on. Of one
 * assessment when its id is given.
 */
export async function listOwed(
  tx: Tx,
  {
    municipalityId,
    assessmentId = null,
    at,
  }: { municipalityId: string; assessmentId?: string | null; at: Temporal.Instant },
): Promise<Owed[]> {
  const open = Prisma.sql`a.municipality_id = ${municipalityId}::uuid AND a.completed_at IS NULL
    AND EXISTS (SELECT FROM budget_period p WHERE p.id = a.period_id AND p.annulled_at IS NULL)
    AND (${assessmentId}::uuid IS NULL OR a.id = ${assessmentId}::uuid)`
  const cares = Prisma.sql`EXISTS (SELECT FROM guardianship care WHERE care.child_id = a.child_id
    AND care.person_id = g.person_id AND care.since <= ${toDate(at)}
    AND (care.ended_at IS NULL OR care.ended_at > ${toDate(at)}))`
  return queryRows(
    tx,
    owedRow,
    Prisma.sql`
    SELECT a.id AS "assessmentId", g.person_id AS "personId", 'wishes' AS task, a.wishes_due::text AS "dueOn",
      to_json(g.invited_at)#>>'{}' AS "invitedAt"
    FROM assessment a JOIN assessment_guardian g ON g.assessment_id = a.id
    WHERE ${open} AND a.proposed_at IS NULL AND g.wishes_done_at IS NULL AND ${cares}
    UNION ALL
    SELECT a.id, e.person_id, 'experts', a.experts_due::text, to_json(e.invited_at)#>>'{}'
    FROM assessment a JOIN assessment_expert e ON e.assessment_id = a.id
    WHERE ${open} AND e.ended_at IS NULL AND e.submitted_at IS NULL
    UNION ALL
    SELECT a.id, g.person_id, 'ranking', a.ranking_due::text, to_json(greatest(g.invited_at, a.proposed_at))#>>'{}'
    FROM assessment a JOIN assessment_guardian g ON g.assessment_id = a.id
    WHERE ${open} AND a.proposed_at IS NOT NULL AND a.parents_ranked_at IS NULL AND ${cares}
    ORDER BY 1, 2`,
  )
}

/** Writes down that a reminder goes out; false when this one went out before. */
export async function insertReminder(
  tx: Tx,
  reminder: {
    municipalityId: string
    assessmentId: string
    personId: string
    about: string
    dueOn: Temporal.PlainDate
    at: Temporal.Instant
  },
): Promise<boolean> {
  const inserted = await queryRow(
    tx,
    z.object({ about: z.string() }),
    Prisma.sql`INSERT INTO assessment_reminder (municipality_id, assessment_id, person_id, about, due_on, sent_at)
      VALUES (${reminder.municipalityId}::uuid, ${reminder.assessmentId}::uuid, ${reminder.personId}::uuid,
        ${reminder.about}, ${reminder.dueOn.toString()}::date, ${toDate(reminder.at)})
      ON CONFLICT DO NOTHING RETURNING about`,
  )
  return inserted !== null
}

/** The kind of reminder as the table keeps it. */
export function aboutOf(task: ReminderTask, time: 'before' | 'after' | 'now'): string {
  return `${task}:${time}`
}

/** Whether somebody was reminded of anything of this assessment since an instant. */
export async function wasRemindedSince(
  tx: Tx,
  { assessmentId, personId, since }: { assessmentId: string; personId: string; since: Temporal.Instant },
): Promise<boolean> {
  const found = await queryRow(
    tx,
    z.object({ about: z.string() }),
    Prisma.sql`SELECT about FROM assessment_reminder WHERE assessment_id = ${assessmentId}::uuid
      AND person_id = ${personId}::uuid AND sent_at >= ${toDate(since)} LIMIT 1`,
  )
  return found !== null
}
