import { Trouble } from '../bootstrap/progress.mjs'
import { onClose } from '../closing.ts'
import { openDatabase } from '../database/open-database.ts'
import type { OpenDatabase } from '../database/open-database.ts'
import { prepare } from '../prepare/prepare.ts'

/** The portal's database for one command: joined while the portal runs, otherwise started for the duration. */
export async function openMigratedDatabase(): Promise<OpenDatabase> {
  await prepare({ pages: false })
  const database = await openDatabase()
  onClose(database.stop)
  const { migrate } = await import('#app/platform/db/migrate.server.ts')
  await migrate(database.url)
  return database
}

/** Loads the demo municipality into an empty database. */
export async function loadDemoInto(database: OpenDatabase, onProgress: (note: string) => void): Promise<void> {
  const { isEmpty, loadDemo } = await import('../../prisma/demo/load-demo.ts')
  if (!(await isEmpty(database.url))) {
    throw new Trouble(
      'There is data already; the demo municipality goes into an empty database only (npm run db:reset empties it).',
    )
  }
  await loadDemo({ databaseUrl: database.url, onProgress })
}
