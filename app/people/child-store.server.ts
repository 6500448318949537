import { z } from 'zod'
import { seesChild } from '#app/people/child-scope.server.ts'
import type { Context } from '#app/people/context.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRows } from '#app/platform/db/query-rows.server.ts'

const childRow = z
  .object({ id: z.string(), given_name: z.string() })
  .transform((row) => ({ id: row.id, givenName: row.given_name }))

/** The children an actor may see, by name. */
export async function listChildrenOf(
  ctx: Pick<Context, 'actor' | 'clock'>,
  tx: Tx,
): Promise<z.infer<typeof childRow>[]> {
  return queryRows(
    tx,
    childRow,
    Prisma.sql`SELECT c.id, c.given_name FROM child c WHERE ${seesChild(ctx, Prisma.sql`c.id`)} ORDER BY c.given_name, c.id`,
  )
}
