import { join } from 'node:path'
import { projectFolder } from '../bootstrap/project-folder.mjs'
import { startEmbeddedDatabase } from '../database/embedded.ts'
import type { EmbeddedDatabase } from '../database/embedded.ts'

/** The PostgreSQL of the tests: the one TEST_DATABASE_URL names (an administrator's address), or an embedded one. */
export async function openTestServer(): Promise<Pick<EmbeddedDatabase, 'url' | 'stop'>> {
  const url = process.env.TEST_DATABASE_URL
  if (url !== undefined && url !== '') return { url, stop: async () => undefined }
  return startEmbeddedDatabase({
    dataFolder: join(projectFolder, '.data', 'test', 'postgres'),
    database: 'postgres',
    durable: false,
  })
}
