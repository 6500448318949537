import { z } from 'zod'
import { seesChild } from '#app/people/child-scope.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { centsColumn, countColumn, isoInstantColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRows } from '#app/platform/db/query-rows.server.ts'
import { toDate } from '#app/platform/time.ts'

const unstatedRow = z.object({
  providerId: z.uuid(),
  name: z.string(),
  phone: z.string(),
  sessions: countColumn,
  /** Set aside for them, and so free for nothing else. */
  reserved: centsColumn,
  since: isoInstantColumn,
})
export type UnstatedSessions = z.infer<typeof unstatedRow>

/**
 * Sessions that ended before an instant and of which nobody has said what became of them, by provider, the longest
 * waiting first. Their holds stay open, past the end of the period too, until the provider states or cancels them.
 */
export async function listUnstated(ctx: Context, tx: Tx, endedBefore: Temporal.Instant): Promise<UnstatedSessions[]> {
  return queryRows(
    tx,
    unstatedRow,
    Prisma.sql`
      SELECT p.id AS "providerId", p.name, p.phone, count(*) AS sessions, sum(b.price_cents)::bigint AS reserved,
        min(b.starts_at) AS since
      FROM booking b JOIN provider p ON p.id = b.provider_id
      WHERE b.municipality_id = ${ctx.actor.municipalityId}::uuid AND b.state = 'booked'
        AND b.ends_at < ${toDate(endedBefore)} AND ${seesChild(ctx, Prisma.sql`b.child_id`)}
      GROUP BY p.id ORDER BY min(b.starts_at), p.id`,
  )
}
