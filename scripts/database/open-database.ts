import { join } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { Trouble } from '../bootstrap/progress.mjs'
import { projectFolder } from '../bootstrap/project-folder.mjs'
import { startEmbeddedDatabase } from './embedded.ts'
import type { EmbeddedDatabase } from './embedded.ts'

/** The database of this installation: its owner's address, and whether we carry the server ourselves. */
export type OpenDatabase = EmbeddedDatabase & { embedded: boolean }

const oldestMajor = 18

/** The server named by DATABASE_URL, or the embedded one on `.data/postgres`, started or joined. */
export async function openDatabase(): Promise<OpenDatabase> {
  const url = process.env.DATABASE_URL
  if (url === undefined || url === '') {
    const database = await startEmbeddedDatabase({ dataFolder: join(projectFolder, '.data', 'postgres') })
    return { ...database, embedded: true }
  }
  await requireServer(url)
  return { url, embedded: false, stop: async () => undefined, lost: new Promise(() => undefined) }
}

async function requireServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    const reason = error instanceof Error ? error.message || ('code' in error ? String(error.code) : error.name) : ''
    throw new Trouble(
      `The database of DATABASE_URL does not answer (${reason}): start it or correct the address. Without DATABASE_URL, Atspaids starts a database of its own.`,
    )
  }
  try {
    const answer = await client.query("select current_setting('server_version_num')::int / 10000 as major")
    const { major } = z.object({ major: z.number() }).parse(answer.rows[0])
    if (major < oldestMajor) {
      throw new Trouble(`The database of DATABASE_URL is PostgreSQL ${major}; Atspaids needs ${oldestMajor} or newer.`)
    }
  } finally {
    await client.end()
  }
}
