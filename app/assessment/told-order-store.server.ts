import { z } from 'zod'
import type { ToldOrder } from '#app/assessment/rules/told-order.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'
import { toDate } from '#app/platform/time.ts'

/** JSON of `toldColumn` about the assessment `a`: null when a guardian handed the order in, or nobody has. */
export const toldJson = Prisma.sql`(SELECT json_build_object('by', who.given_name || ' ' || who.family_name,
    'at', a.parents_ranked_at, 'note', a.parents_ranked_note)
  FROM person who WHERE who.id = a.parents_ranked_by AND a.parents_ranked_note IS NOT NULL)`

/** The order as a social worker entered it. PostgreSQL writes an instant in JSON with its own offset. */
export const toldColumn = z.object({
  by: z.string(),
  at: z.string().transform((text) => Temporal.Instant.from(text).toString()),
  note: z.string(),
})

export async function findToldRow(tx: Tx, assessmentId: string): Promise<ToldOrder | null> {
  const row = await queryRow(
    tx,
    z.object({ told: toldColumn.nullable() }),
    Prisma.sql`SELECT ${toldJson} AS told FROM assessment a WHERE a.id = ${assessmentId}::uuid`,
  )
  return row?.told ?? null
}

const namedRow = z.object({
  id: z.uuid(),
  name: z.object({ lv: z.string(), en: z.string() }),
  expertHalfRank: z.int().nullable(),
  parentHalfRank: z.int().nullable(),
})

/** The services that the family ranks with their names and both places, in the experts' order. */
export async function listNamedServices(tx: Tx, assessmentId: string): Promise<z.infer<typeof namedRow>[]> {
  return queryRows(
    tx,
    namedRow,
    Prisma.sql`
    SELECT s.service_id AS id, json_build_object('lv', v.name_lv, 'en', v.name_en) AS name,
      s.expert_rank_halves AS "expertHalfRank", s.parent_rank_halves AS "parentHalfRank"
    FROM assessed_service s JOIN service v ON v.id = s.service_id
    WHERE s.assessment_id = ${assessmentId}::uuid AND s.other_payer_lv IS NULL
    ORDER BY s.expert_rank_halves NULLS LAST, s.service_id`,
  )
}

/** Whether every guardian who takes part has said all wishes. */
export async function areWishesDone(tx: Tx, assessmentId: string): Promise<boolean> {
  const seats = await tx.assessmentGuardian.findMany({
    where: { assessment_id: assessmentId },
    select: { wishes_done_at: true },
  })
  return seats.length > 0 && seats.every((seat) => seat.wishes_done_at !== null)
}

/**
 * Notes that the family said all its wishes, for every guardian in care who has not said it. Those who were not invited
 * by name take a seat, as when they say it themselves. Answers for how many it was noted.
 */
export async function noteWishesTold(
  tx: Tx,
  { assessmentId, municipalityId }: { assessmentId: string; municipalityId: string },
  { personId, at }: { personId: string; at: Temporal.Instant },
): Promise<number> {
  const now = toDate(at)
  return tx.$executeRaw`
    INSERT INTO assessment_guardian (municipality_id, assessment_id, person_id, invited_at, wishes_done_at, wishes_told_to)
    SELECT ${municipalityId}::uuid, a.id, who.person_id, ${now}, ${now}, ${personId}::uuid
    FROM assessment a JOIN LATERAL (
      SELECT care.person_id FROM guardianship care WHERE care.child_id = a.child_id AND care.since <= ${now}
        AND (care.ended_at IS NULL OR care.ended_at > ${now})
      UNION SELECT seat.person_id FROM assessment_guardian seat WHERE seat.assessment_id = a.id) who ON true
    WHERE a.id = ${assessmentId}::uuid
    ON CONFLICT (assessment_id, person_id) DO UPDATE
      SET wishes_done_at = excluded.wishes_done_at, wishes_told_to = excluded.wishes_told_to
      WHERE assessment_guardian.wishes_done_at IS NULL`
}
