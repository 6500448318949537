import { z } from 'zod'
import type { Tx } from '#app/platform/db/database.server.ts'
import type { Prisma } from '#app/platform/db/generated/client.ts'

/** Runs hand-written SQL and proves the shape of its rows. A row of another shape is a bug and throws. */
export async function queryRows<Schema extends z.ZodType>(
  tx: Pick<Tx, '$queryRaw'>,
  row: Schema,
  sql: Prisma.Sql,
): Promise<z.infer<Schema>[]> {
  return z.array(row).parse(await tx.$queryRaw(sql))
}

/** The first row, or null. */
export async function queryRow<Schema extends z.ZodType>(
  tx: Pick<Tx, '$queryRaw'>,
  row: Schema,
  sql: Prisma.Sql,
): Promise<z.infer<Schema> | null> {
  return (await queryRows(tx, row, sql))[0] ?? null
}
