import { z } from 'zod'
import { instantColumn } from '#app/platform/db/columns.ts'
import type { Database, Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'
import { toDate } from '#app/platform/time.ts'

const eventRow = z
  .object({
    id: z.bigint(),
    municipality_id: z.string().nullable(),
    type: z.string(),
    subject_id: z.string(),
    person_id: z.string().nullable(),
    at: instantColumn,
  })
  .transform((row) => ({
    id: row.id,
    municipalityId: row.municipality_id,
    type: row.type,
    subjectId: row.subject_id,
    personId: row.person_id,
    at: row.at,
  }))

/** Something that happened and has not been told to anybody yet. */
export type WaitingEvent = z.infer<typeof eventRow>

const columns = Prisma.sql`id, municipality_id, type, subject_id, person_id, at`

/** The next events in the order they happened, after one of them. */
export async function listWaitingEvents(
  db: Pick<Database, '$queryRaw'>,
  { after, limit }: { after: bigint; limit: number },
): Promise<WaitingEvent[]> {
  return queryRows(
    db,
    eventRow,
    Prisma.sql`SELECT ${columns} FROM domain_event WHERE handled_at IS NULL AND id > ${after} ORDER BY id LIMIT ${limit}`,
  )
}

/** Marks an event as handled; false when somebody else has handled it or is at it. */
export async function claimEvent(tx: Tx, id: bigint, now: Temporal.Instant): Promise<boolean> {
  const claimed = await queryRow(
    tx,
    z.object({ id: z.bigint() }),
    Prisma.sql`UPDATE domain_event SET handled_at = ${toDate(now)}
      WHERE id = (SELECT id FROM domain_event WHERE id = ${id} AND handled_at IS NULL FOR UPDATE SKIP LOCKED) RETURNING id`,
  )
  return claimed !== null
}
