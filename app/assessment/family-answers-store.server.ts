import { z } from 'zod'
import { currentAssessment, isServed } from '#app/assessment/family-store.server.ts'
import { seesChild } from '#app/people/child-scope.server.ts'
import type { Context } from '#app/people/context.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'
import { instantColumn } from '#app/platform/db/columns.ts'
import { toDate } from '#app/platform/time.ts'

const uuid = z.uuid()

const lockedRow = z.object({
  assessmentId: z.uuid(),
  municipalityId: z.uuid(),
  isCompleted: z.boolean(),
  isProposed: z.boolean(),
  isHandedIn: z.boolean(),
  rankingVersion: z.int(),
})
export type LockedAssessment = z.infer<typeof lockedRow>

const lockedColumns = Prisma.sql`own.completed_at IS NOT NULL AS "isCompleted", own.proposed_at IS NOT NULL AS "isProposed",
  own.parents_ranked_at IS NOT NULL AS "isHandedIn", own.parent_ranking_version AS "rankingVersion"`

/**
 * Locks the assessment that a guardian's family is asked about, so that whoever writes at the same time comes after.
 * Null when the child is not in the actor's care or nothing was ever opened.
 */
export async function lockFamilyAssessment(ctx: Context, tx: Tx, childId: string): Promise<LockedAssessment | null> {
  if (!uuid.safeParse(childId).success) return null
  return queryRow(
    tx,
    lockedRow,
    Prisma.sql`
    SELECT own.id AS "assessmentId", own.municipality_id AS "municipalityId", ${lockedColumns} FROM assessment own
    WHERE own.id = (SELECT id FROM (${currentAssessment(Prisma.sql`${childId}::uuid`)}) now_open)
      AND ${seesChild(ctx, Prisma.sql`own.child_id`)}
    FOR UPDATE OF own`,
  )
}

/** The same about an assessment whose seat is locked already. */
export async function findRankingFacts(
  tx: Tx,
  { assessmentId, municipalityId }: { assessmentId: string; municipalityId: string },
): Promise<LockedAssessment | null> {
  return queryRow(
    tx,
    lockedRow,
    Prisma.sql`
    SELECT own.id AS "assessmentId", own.municipality_id AS "municipalityId", ${lockedColumns} FROM assessment own
    WHERE own.id = ${assessmentId}::uuid AND own.municipality_id = ${municipalityId}::uuid`,
  )
}

const wishRow = z.object({
  text: z.string(),
  version: z.int(),
  changedBy: z.string().nullable(),
  changedAt: instantColumn.nullable(),
  isServed: z.boolean(),
})
export type StoredWish = z.infer<typeof wishRow>

/** One wish of an assessment as it stands, and who wrote it last; null when it has none of this id. */
export async function findWish(tx: Tx, assessmentId: string, wishId: string): Promise<StoredWish | null> {
  return queryRow(
    tx,
    wishRow,
    Prisma.sql`
    SELECT w.text, w.version, w.changed_at AS "changedAt", ${isServed} AS "isServed",
      (SELECT who.given_name FROM person who WHERE who.id = w.changed_by) AS "changedBy"
    FROM goal w WHERE w.id = ${wishId}::uuid AND w.assessment_id = ${assessmentId}::uuid AND w.horizon = 'wish'`,
  )
}

export async function countWishes(tx: Tx, assessmentId: string): Promise<number> {
  return tx.goal.count({ where: { assessment_id: assessmentId, horizon: 'wish' } })
}

type WishWriting = { wishId: string; text: string; personId: string; at: Temporal.Instant }

/** Writes a new wish after the others. An id that is taken meets the constraint `goal_pkey`. */
export async function insertWish(
  tx: Tx,
  { assessmentId, municipalityId }: LockedAssessment,
  { wishId, text, personId, at }: WishWriting,
): Promise<void> {
  const last = await tx.goal.findFirst({
    where: { assessment_id: assessmentId, horizon: 'wish' },
    orderBy: { position: 'desc' },
    select: { position: true },
  })
  await tx.goal.create({
    data: {
      id: wishId,
      municipality_id: municipalityId,
      assessment_id: assessmentId,
      horizon: 'wish',
      position: (last?.position ?? 0) + 1,
      text,
      version: 1,
      changed_by: personId,
      changed_at: toDate(at),
    },
  })
}

/** Writes a wish anew and answers its next version. */
export async function updateWish(tx: Tx, { wishId, text, personId, at }: WishWriting): Promise<number> {
  const { version } = await tx.goal.update({
    where: { id: wishId },
    data: { text, version: { increment: 1 }, changed_by: personId, changed_at: toDate(at) },
    select: { version: true },
  })
  return version
}

export async function deleteWish(tx: Tx, wishId: string): Promise<void> {
  await tx.goal.delete({ where: { id: wishId } })
}

/** Says when a guardian's wishes were done, or takes it back. A guardian who was not invited by name takes a seat. */
export async function setWishesDone(
  tx: Tx,
  { assessmentId, municipalityId }: LockedAssessment,
  { personId, at, isDone }: { personId: string; at: Temporal.Instant; isDone: boolean },
): Promise<void> {
  const doneAt = isDone ? toDate(at) : null
  await tx.assessmentGuardian.upsert({
    where: { assessment_id_person_id: { assessment_id: assessmentId, person_id: personId } },
    create: {
      municipality_id: municipalityId,
      assessment_id: assessmentId,
      person_id: personId,
      invited_at: toDate(at),
      wishes_done_at: doneAt,
    },
    update: { wishes_done_at: doneAt, wishes_told_to: null },
  })
}

/** Whether a service is one of this assessment. */
export async function hasService(tx: Tx, assessmentId: string, assessedServiceId: string): Promise<boolean> {
  return (await tx.assessedService.count({ where: { id: assessedServiceId, assessment_id: assessmentId } })) > 0
}

/** Marks a service as understood by one guardian, or takes it back. Marking again counts from now. */
export async function setUnderstood(
  tx: Tx,
  municipalityId: string,
  mark: { assessedServiceId: string; personId: string; at: Temporal.Instant; isUnderstood: boolean },
): Promise<void> {
  const key = { assessed_service_id: mark.assessedServiceId, person_id: mark.personId }
  if (!mark.isUnderstood) {
    await tx.serviceUnderstanding.deleteMany({ where: key })
    return
  }
  const understood_at = toDate(mark.at)
  await tx.serviceUnderstanding.upsert({
    where: { assessed_service_id_person_id: key },
    create: { municipality_id: municipalityId, ...key, understood_at },
    update: { understood_at },
  })
}

export async function insertQuestion(
  tx: Tx,
  municipalityId: string,
  question: { assessedServiceId: string; personId: string; text: string; at: Temporal.Instant },
): Promise<string> {
  const { id } = await tx.serviceQuestion.create({
    data: {
      municipality_id: municipalityId,
      assessed_service_id: question.assessedServiceId,
      asked_by: question.personId,
      text: question.text,
      asked_at: toDate(question.at),
    },
    select: { id: true },
  })
  return id
}

/** The services that the family ranks, with the places they have now; in the experts' order. */
export async function listRankedServices(
  tx: Tx,
  assessmentId: string,
): Promise<{ serviceId: string; parentHalfRank: number | null }[]> {
  return queryRows(
    tx,
    z.object({ serviceId: z.uuid(), parentHalfRank: z.int().nullable() }),
    Prisma.sql`
    SELECT service_id AS "serviceId", parent_rank_halves AS "parentHalfRank" FROM assessed_service
    WHERE assessment_id = ${assessmentId}::uuid AND other_payer_lv IS NULL
    ORDER BY expert_rank_halves NULLS LAST, service_id`,
  )
}

/** Writes the family's places, in half ranks by service, and says who changed them. Answers the next version. */
export async function writeParentRanks(
  tx: Tx,
  assessmentId: string,
  { ranks, personId, at }: { ranks: ReadonlyMap<string, number>; personId: string; at: Temporal.Instant },
): Promise<number> {
  const pairs = [...ranks].map(([serviceId, half]) => Prisma.sql`(${serviceId}::uuid, ${half}::int)`)
  if (pairs.length > 0) {
    await tx.$executeRaw`
    UPDATE assessed_service s SET parent_rank_halves = given.half
    FROM (VALUES ${Prisma.join(pairs)}) given(service_id, half)
    WHERE s.assessment_id = ${assessmentId}::uuid AND s.service_id = given.service_id`
  }
  const { parent_ranking_version } = await tx.assessment.update({
    where: { id: assessmentId },
    data: {
      parent_ranking_version: { increment: 1 },
      parent_ranking_changed_by: personId,
      parent_ranking_changed_at: toDate(at),
    },
    select: { parent_ranking_version: true },
  })
  return parent_ranking_version
}

/** The parents' order is handed in, or open again. With a note a social worker hands it in as the family told it. */
export async function setHandedIn(
  tx: Tx,
  assessmentId: string,
  handedIn: { personId: string; at: Temporal.Instant; note?: string } | null,
): Promise<void> {
  await tx.assessment.update({
    where: { id: assessmentId },
    data: {
      parents_ranked_at: handedIn === null ? null : toDate(handedIn.at),
      parents_ranked_by: handedIn?.personId ?? null,
      parents_ranked_note: handedIn?.note ?? null,
    },
  })
}

/** Who changed the family's order last, and when, as the other guardian reads it. */
export async function findLastRanking(
  tx: Tx,
  assessmentId: string,
): Promise<{ by: string | null; at: Temporal.Instant | null }> {
  const row = await queryRow(
    tx,
    z.object({ by: z.string().nullable(), at: instantColumn.nullable() }),
    Prisma.sql`
    SELECT a.parent_ranking_changed_at AS at,
      (SELECT who.given_name FROM person who WHERE who.id = a.parent_ranking_changed_by) AS by
    FROM assessment a WHERE a.id = ${assessmentId}::uuid`,
  )
  return row ?? { by: null, at: null }
}
