import { z } from 'zod'
import { columnKeys } from '#app/intake/rules/columns.ts'
import type { Matching } from '#app/intake/rules/match-columns.ts'
import { isoInstantColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'
import { toDate } from '#app/platform/time.ts'

export const intakeStates = ['read', 'checked', 'running', 'done', 'failed', 'undone', 'discarded'] as const
const matchingSchema = z.partialRecord(z.enum(columnKeys), z.int())

const importRow = z.object({
  id: z.uuid(),
  fileName: z.string(),
  state: z.enum(intakeStates),
  header: z.array(z.string()),
  matching: matchingSchema.nullable(),
  rowCount: z.int(),
  doneRows: z.int(),
  acceptedRows: z.int(),
  unchangedRows: z.int(),
  refusedRows: z.int(),
  createdAt: isoInstantColumn,
  createdBy: z.string(),
  startedAt: isoInstantColumn.nullable(),
  startedById: z.uuid().nullable(),
  startedBy: z.string().nullable(),
  finishedAt: isoInstantColumn.nullable(),
  undoneAt: isoInstantColumn.nullable(),
  undoneBy: z.string().nullable(),
  undoneReason: z.string().nullable(),
  failure: z.string().nullable(),
  isPurged: z.boolean(),
})
export type StoredImport = z.infer<typeof importRow>

const nameOf = (column: Prisma.Sql) =>
  Prisma.sql`(SELECT w.given_name || ' ' || w.family_name FROM person w WHERE w.id = ${column})`
const select = Prisma.sql`SELECT i.id, i.file_name AS "fileName", i.state::text, i.header, i.matching, i.row_count AS "rowCount",
    i.done_rows AS "doneRows", i.accepted_rows AS "acceptedRows", i.unchanged_rows AS "unchangedRows",
    i.refused_rows AS "refusedRows", i.created_at AS "createdAt", ${nameOf(Prisma.sql`i.created_by`)} AS "createdBy",
    i.started_at AS "startedAt", i.started_by AS "startedById", ${nameOf(Prisma.sql`i.started_by`)} AS "startedBy",
    i.finished_at AS "finishedAt", i.undone_at AS "undoneAt", ${nameOf(Prisma.sql`i.undone_by`)} AS "undoneBy",
    i.undone_reason AS "undoneReason", i.failure, i.purged_at IS NOT NULL AS "isPurged"
  FROM intake_import i`

type Which = { municipalityId: string; importId: string }

export async function findImport(tx: Tx, { municipalityId, importId }: Which): Promise<StoredImport | null> {
  if (!z.uuid().safeParse(importId).success) return null
  return queryRow(
    tx,
    importRow,
    Prisma.sql`${select} WHERE i.id = ${importId}::uuid AND i.municipality_id = ${municipalityId}::uuid`,
  )
}

/** The import, locked: whoever changes it comes one after the other. */
export async function lockImport(tx: Tx, { municipalityId, importId }: Which): Promise<StoredImport | null> {
  if (!z.uuid().safeParse(importId).success) return null
  return queryRow(
    tx,
    importRow,
    Prisma.sql`${select} WHERE i.id = ${importId}::uuid AND i.municipality_id = ${municipalityId}::uuid FOR UPDATE OF i`,
  )
}

/** One import of a municipality works at a time: what one makes known, the other finds. Held to the transaction's end. */
export async function takeTurn(tx: Tx, municipalityId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('intake:' || ${municipalityId}, 0))`
}

export async function listImportsOf(
  tx: Tx,
  { municipalityId, page, pageSize }: { municipalityId: string; page: number; pageSize: number },
): Promise<StoredImport[]> {
  return queryRows(
    tx,
    importRow,
    Prisma.sql`${select} WHERE i.municipality_id = ${municipalityId}::uuid AND i.state <> 'discarded'
      ORDER BY i.created_at DESC, i.id DESC LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
  )
}

export async function countImportsOf(tx: Tx, municipalityId: string): Promise<number> {
  return tx.intakeImport.count({ where: { municipality_id: municipalityId, state: { not: 'discarded' } } })
}

/** The latest other import of the same file that was not given up. */
export async function findSameFile(
  tx: Tx,
  { municipalityId, importId }: Which,
): Promise<{ id: string; createdAt: string } | null> {
  return queryRow(
    tx,
    z.object({ id: z.uuid(), createdAt: isoInstantColumn }),
    Prisma.sql`SELECT o.id, o.created_at AS "createdAt" FROM intake_import i JOIN intake_import o
        ON o.municipality_id = i.municipality_id AND o.file_digest = i.file_digest AND o.id <> i.id
      WHERE i.id = ${importId}::uuid AND i.municipality_id = ${municipalityId}::uuid AND o.state <> 'discarded'
        AND o.created_at <= i.created_at
      ORDER BY o.created_at DESC LIMIT 1`,
  )
}

export async function insertImport(
  tx: Tx,
  data: {
    id: string
    municipalityId: string
    fileName: string
    digest: Uint8Array<ArrayBuffer>
    header: readonly string[]
    rowCount: number
    by: string
    at: Temporal.Instant
  },
): Promise<void> {
  await tx.intakeImport.create({
    data: {
      id: data.id,
      municipality_id: data.municipalityId,
      file_name: data.fileName,
      file_digest: data.digest,
      header: [...data.header],
      state: 'read',
      row_count: data.rowCount,
      created_by: data.by,
      created_at: toDate(data.at),
    },
  })
}

/** The rows are checked under this matching. */
export async function markChecked(
  tx: Tx,
  { importId, matching, refused }: { importId: string; matching: Matching; refused: number },
): Promise<void> {
  await tx.$executeRaw`UPDATE intake_import SET state = 'checked', matching = ${JSON.stringify(matching)}::jsonb,
      checked_rows = row_count, done_rows = ${refused}, refused_rows = ${refused} WHERE id = ${importId}::uuid`
}

export async function markStarted(
  tx: Tx,
  { importId, by, at }: { importId: string; by: string; at: Temporal.Instant },
): Promise<void> {
  await tx.intakeImport.update({
    where: { id: importId },
    data: { state: 'running', started_by: by, started_at: toDate(at) },
    select: { id: true },
  })
}

export async function markFinished(
  tx: Tx,
  importId: string,
  end: { state: 'done' | 'failed' | 'discarded'; at: Temporal.Instant; failure?: string },
): Promise<void> {
  await tx.intakeImport.update({
    where: { id: importId },
    data: { state: end.state, finished_at: toDate(end.at), failure: end.failure ?? null },
    select: { id: true },
  })
}

export async function markUndone(
  tx: Tx,
  { importId, by, at, reason }: { importId: string; by: string; at: Temporal.Instant; reason: string },
): Promise<void> {
  await tx.$executeRaw`UPDATE intake_import SET state = 'undone', undone_by = ${by}::uuid, undone_at = ${toDate(at)},
      undone_reason = ${reason} WHERE id = ${importId}::uuid`
  await tx.$executeRaw`UPDATE intake_row SET state = 'undone' WHERE import_id = ${importId}::uuid AND state = 'accepted'`
}

/** Counts the rows anew after some were done. */
export async function recount(tx: Tx, importId: string): Promise<void> {
  await tx.$executeRaw`UPDATE intake_import i SET done_rows = n.done, accepted_rows = n.accepted, unchanged_rows = n.unchanged,
      refused_rows = n.refused
    FROM (SELECT count(*) FILTER (WHERE state <> 'waiting')::int AS done, count(*) FILTER (WHERE state = 'accepted')::int AS accepted,
        count(*) FILTER (WHERE state = 'unchanged')::int AS unchanged, count(*) FILTER (WHERE state = 'refused')::int AS refused
      FROM intake_row WHERE import_id = ${importId}::uuid) n
    WHERE i.id = ${importId}::uuid`
}

/** Imports of a municipality that are to be worked on, the oldest first, with who started them. */
export async function listRunning(tx: Tx, municipalityId: string): Promise<string[]> {
  const running = await tx.intakeImport.findMany({
    where: { municipality_id: municipalityId, state: 'running' },
    orderBy: [{ started_at: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
  return running.map(({ id }) => id)
}

/** Deletes the rows of imports that ended before then, or were left lying since before then; their counts stay. */
export async function purgeRows(
  tx: Tx,
  { municipalityId, before, at }: { municipalityId: string; before: Temporal.Instant; at: Temporal.Instant },
): Promise<number> {
  const old = Prisma.sql`i.municipality_id = ${municipalityId}::uuid AND i.purged_at IS NULL AND i.state <> 'running'
    AND coalesce(i.finished_at, i.created_at) < ${toDate(before)}`
  await tx.$executeRaw`DELETE FROM intake_row r USING intake_import i WHERE r.import_id = i.id AND ${old}`
  return tx.$executeRaw`UPDATE intake_import i SET purged_at = ${toDate(at)} WHERE ${old}`
}
