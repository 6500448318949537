import { z } from 'zod'
import { dateColumn, isoInstantColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'
import { toDate } from '#app/platform/time.ts'
import type { EvaluationAnswers, EvaluationWords } from './rules/family-evaluation.ts'

const answer = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]).nullable()

const evaluationRow = z.object({
  helped_child: answer,
  helped_family: answer,
  had_strength: answer,
  could_choose: answer,
  was_heard: answer,
  what_changed: z.string(),
  what_was_hard: z.string(),
  what_next: z.string(),
  version: z.int(),
  savedAt: isoInstantColumn,
  submittedAt: isoInstantColumn.nullable(),
})
export type StoredEvaluation = z.infer<typeof evaluationRow>

/** One guardian's evaluation of a period, or null while nothing of it is saved. */
export async function findEvaluation(
  tx: Tx,
  { periodId, personId }: { periodId: string; personId: string },
): Promise<StoredEvaluation | null> {
  return queryRow(
    tx,
    evaluationRow,
    Prisma.sql`SELECT helped_child, helped_family, had_strength, could_choose, was_heard, what_changed, what_was_hard,
        what_next, version, saved_at AS "savedAt", submitted_at AS "submittedAt"
      FROM family_evaluation WHERE period_id = ${periodId}::uuid AND person_id = ${personId}::uuid`,
  )
}

/**
 * Saves over `version` (0 while nothing is saved) and answers the new version; null when it was saved or handed in
 * elsewhere meanwhile.
 */
export async function saveEvaluation(
  tx: Tx,
  who: { municipalityId: string; childId: string; periodId: string; personId: string },
  given: EvaluationAnswers & EvaluationWords,
  { version, at, isSubmitted }: { version: number; at: Temporal.Instant; isSubmitted: boolean },
): Promise<number | null> {
  const submittedAt = isSubmitted ? toDate(at) : null
  const row = await queryRow(
    tx,
    z.object({ version: z.int() }),
    Prisma.sql`
    INSERT INTO family_evaluation AS e (municipality_id, child_id, period_id, person_id, helped_child, helped_family,
      had_strength, could_choose, was_heard, what_changed, what_was_hard, what_next, version, saved_at, submitted_at)
    VALUES (${who.municipalityId}::uuid, ${who.childId}::uuid, ${who.periodId}::uuid, ${who.personId}::uuid,
      ${given.helped_child}::int, ${given.helped_family}::int, ${given.had_strength}::int, ${given.could_choose}::int,
      ${given.was_heard}::int, ${given.what_changed}, ${given.what_was_hard}, ${given.what_next}, 1,
      ${toDate(at)}::timestamptz, ${submittedAt}::timestamptz)
    ON CONFLICT (period_id, person_id) DO UPDATE SET helped_child = excluded.helped_child,
      helped_family = excluded.helped_family, had_strength = excluded.had_strength,
      could_choose = excluded.could_choose, was_heard = excluded.was_heard, what_changed = excluded.what_changed,
      what_was_hard = excluded.what_was_hard, what_next = excluded.what_next, version = e.version + 1,
      saved_at = excluded.saved_at, submitted_at = excluded.submitted_at
      WHERE e.version = ${version}::int AND e.submitted_at IS NULL
    RETURNING e.version`,
  )
  return row?.version ?? null
}

/**
 * Notes that families are asked about periods that end within `days`, each end once, and answers the periods. A period
 * without a plan, or whose guardians have all handed in, is not asked about.
 */
export async function insertAsked(
  tx: Tx,
  { today, days, at }: { today: Temporal.PlainDate; days: number; at: Temporal.Instant },
): Promise<{ periodId: string; municipalityId: string; endsBefore: Temporal.PlainDate }[]> {
  return queryRows(
    tx,
    z.object({ periodId: z.uuid(), municipalityId: z.uuid(), endsBefore: dateColumn }),
    Prisma.sql`
    INSERT INTO evaluation_asked (municipality_id, period_id, ends_before, asked_at)
    SELECT p.municipality_id, p.id, p.ends_before, ${toDate(at)}::timestamptz FROM budget_period p
    WHERE p.annulled_at IS NULL AND p.ends_before > ${today.toString()}::date
      AND p.ends_before <= ${today.add({ days }).toString()}::date
      AND EXISTS (SELECT FROM plan WHERE period_id = p.id AND state = 'approved')
      AND EXISTS (SELECT FROM guardianship g WHERE g.child_id = p.child_id AND g.since <= ${toDate(at)}::timestamptz
        AND (g.ended_at IS NULL OR g.ended_at > ${toDate(at)}::timestamptz)
        AND NOT EXISTS (SELECT FROM family_evaluation e WHERE e.period_id = p.id AND e.person_id = g.person_id
          AND e.submitted_at IS NOT NULL))
    ON CONFLICT (period_id, ends_before) DO NOTHING
    RETURNING period_id AS "periodId", municipality_id AS "municipalityId", ends_before AS "endsBefore"`,
  )
}
