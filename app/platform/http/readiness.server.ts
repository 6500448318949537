import { readdir } from 'node:fs/promises'
import { z } from 'zod'
import type { Database } from '#app/platform/db/database.server.ts'

const migrationsFolder = 'prisma/migrations'
const rows = z.array(z.object({ migration_name: z.string() }))

/** The migrations this version needs and the database lacks; null when the database does not answer. */
export async function findMissingMigrations(db: Pick<Database, '$queryRaw'>): Promise<string[] | null> {
  const needed = (await readdir(migrationsFolder, { withFileTypes: true })).filter((entry) => entry.isDirectory())
  try {
    const applied = rows.parse(
      await db.$queryRaw`SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    )
    const names = new Set(applied.map((row) => row.migration_name))
    return needed.map((entry) => entry.name).filter((name) => !names.has(name))
  } catch {
    // Not answering is the finding.
    return null
  }
}
