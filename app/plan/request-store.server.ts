import { z } from 'zod'
import { seesChild } from '#app/people/child-scope.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { dateColumn, isoInstantColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'
import { toDate } from '#app/platform/time.ts'

const uuid = z.uuid()

/** A period of a child with the version in force; null when it is not the child's or was annulled. */
export async function findPlanToRevise(tx: Tx, { childId, periodId }: { childId: string; periodId: string }) {
  if (!uuid.safeParse(periodId).success) return null
  return queryRow(
    tx,
    z.object({
      periodId: uuid,
      municipalityId: uuid,
      startsOn: dateColumn,
      endsBefore: dateColumn,
      approvedPlanId: uuid.nullable(),
    }),
    Prisma.sql`
    SELECT bp.id AS "periodId", bp.municipality_id AS "municipalityId", bp.starts_on AS "startsOn",
      bp.ends_before AS "endsBefore",
      (SELECT p.id FROM plan p WHERE p.period_id = bp.id AND p.state = 'approved') AS "approvedPlanId"
    FROM budget_period bp
    WHERE bp.id = ${periodId}::uuid AND bp.child_id = ${childId}::uuid AND bp.annulled_at IS NULL`,
  )
}

/** Takes up an open request of a period; null when there is none, or somebody answered it first. */
export async function takeRequest(
  tx: Tx,
  { requestId, periodId, by, at }: { requestId: string; periodId: string; by: string; at: Temporal.Instant },
): Promise<{ reason: string } | null> {
  if (!uuid.safeParse(requestId).success) return null
  const [taken] = await tx.revisionRequest.updateManyAndReturn({
    where: { id: requestId, period_id: periodId, state: 'open' },
    data: { state: 'taken', answered_by: by, answered_at: toDate(at) },
    select: { reason: true },
  })
  return taken ?? null
}

/** Declines an open request with an answer; null when there is none, or somebody answered it first. */
export async function markDeclined(
  ctx: Context,
  tx: Tx,
  { requestId, answer }: { requestId: string; answer: string },
): Promise<{ childId: string } | null> {
  if (!uuid.safeParse(requestId).success) return null
  return queryRow(
    tx,
    z.object({ childId: uuid }),
    Prisma.sql`
    UPDATE revision_request r SET state = 'declined', answered_by = ${ctx.actor.personId}::uuid,
      answered_at = ${toDate(ctx.clock.now())}, answer = ${answer}
    WHERE r.id = ${requestId}::uuid AND r.state = 'open' AND ${seesChild(ctx, Prisma.sql`r.child_id`)}
    RETURNING r.child_id AS "childId"`,
  )
}

export type NewRequest = {
  requestId: string
  municipalityId: string
  childId: string
  periodId: string
  askedBy: string
  askedAs: 'guardian' | 'specialist' | 'provider_manager'
  providerId: string | null
  reason: string
  at: Temporal.Instant
}

export async function insertRequest(tx: Tx, request: NewRequest): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO revision_request (id, municipality_id, child_id, period_id, asked_by, asked_as, provider_id, reason, asked_at)
    VALUES (${request.requestId}::uuid, ${request.municipalityId}::uuid, ${request.childId}::uuid,
      ${request.periodId}::uuid, ${request.askedBy}::uuid, ${request.askedAs}::"Role", ${request.providerId}::uuid,
      ${request.reason}, ${toDate(request.at)})`
}

const requestRow = z.object({
  id: uuid,
  state: z.enum(['open', 'taken', 'declined']),
  reason: z.string(),
  askedAt: isoInstantColumn,
  askedBy: z.string(),
  askedAs: z.string(),
  isOwn: z.boolean(),
  answeredAt: isoInstantColumn.nullable(),
  answeredBy: z.string().nullable(),
  answer: z.string().nullable(),
  plan: z.object({ id: uuid, version: z.int(), state: z.string(), isSealed: z.boolean() }).nullable(),
})
export type RequestRow = z.infer<typeof requestRow>

/** The requests of a period, newest first, with what became of them. The caller has found the period in scope. */
export async function listRequests(ctx: Context, tx: Tx, periodId: string): Promise<RequestRow[]> {
  return queryRows(
    tx,
    requestRow,
    Prisma.sql`
    SELECT r.id, r.state, r.reason, r.asked_at AS "askedAt", a.given_name || ' ' || a.family_name AS "askedBy",
      r.asked_as AS "askedAs", r.asked_by = ${ctx.actor.personId}::uuid AS "isOwn", r.answered_at AS "answeredAt",
      w.given_name || ' ' || w.family_name AS "answeredBy", r.answer,
      (SELECT json_build_object('id', p.id, 'version', p.version, 'state', p.state, 'isSealed', p.sealed_at IS NOT NULL)
        FROM plan p WHERE p.request_id = r.id ORDER BY p.created_at DESC LIMIT 1) AS plan
    FROM revision_request r JOIN person a ON a.id = r.asked_by LEFT JOIN person w ON w.id = r.answered_by
    WHERE r.period_id = ${periodId}::uuid ORDER BY r.asked_at DESC, r.id DESC`,
  )
}
