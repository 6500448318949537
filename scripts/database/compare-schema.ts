import { diffSchema, migrate } from '#app/platform/db/migrate.server.ts'
import { withScratchDatabase } from './scratch-database.ts'

/** The SQL that is missing between all migrations, applied to an empty database, and the schema files; '' when they agree. */
export async function compareSchema(adminUrl: string): Promise<string> {
  return withScratchDatabase(adminUrl, async (url) => {
    await migrate(url)
    return diffSchema(url)
  })
}
