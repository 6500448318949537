import { z } from 'zod'
import type { Database } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow } from '#app/platform/db/query-rows.server.ts'

/*
 * Loading takes seconds, and somebody may end it halfway. A comment on a table says that it is under way; found at the
 * next start, it means that the half is thrown away and loading begins anew. It is only ever set on an empty database.
 */
const mark = 'The demo is being loaded'

export async function beginLoading(owner: Database): Promise<void> {
  if (await isHalfLoaded(owner)) await emptyTables(owner)
  await owner.$executeRaw`COMMENT ON TABLE municipality IS ${Prisma.raw(`'${mark}'`)}`
}

export async function endLoading(owner: Database): Promise<void> {
  await owner.$executeRaw`COMMENT ON TABLE municipality IS NULL`
}

export async function isHalfLoaded(owner: Database): Promise<boolean> {
  const found = await queryRow(
    owner,
    z.object({ comment: z.string().nullable() }),
    Prisma.sql`SELECT obj_description('municipality'::regclass) AS comment`,
  )
  return found?.comment === mark
}

async function emptyTables(owner: Database): Promise<void> {
  await owner.$executeRaw`
    DO $$ BEGIN
      EXECUTE (SELECT 'TRUNCATE ' || string_agg(format('%I', tablename), ', ') || ' RESTART IDENTITY CASCADE'
        FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations');
    END $$`
}
