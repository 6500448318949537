import { z } from 'zod'
import type { Database } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRows } from '#app/platform/db/query-rows.server.ts'

/** The tenants there are. */
export async function listMunicipalities(db: Pick<Database, '$queryRaw'>): Promise<{ id: string }[]> {
  return queryRows(db, z.object({ id: z.string() }), Prisma.sql`SELECT id FROM municipality ORDER BY id`)
}
