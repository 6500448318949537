import { z } from 'zod'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRows } from '#app/platform/db/query-rows.server.ts'

/** The people who care for a child now. The caller has found the child in the actor's scope. */
export async function listGuardians(tx: Tx, childId: string) {
  return queryRows(
    tx,
    z.object({
      name: z.string(),
      kind: z.enum(['parent', 'legal_representative', 'foster_family']),
      phone: z.string().nullable(),
      email: z.string().nullable(),
    }),
    Prisma.sql`
    SELECT p.given_name || ' ' || p.family_name AS name, g.kind, p.phone, p.email
    FROM guardianship g JOIN person p ON p.id = g.person_id
    WHERE g.child_id = ${childId}::uuid AND g.ended_at IS NULL
    ORDER BY g.since, p.family_name`,
  )
}
