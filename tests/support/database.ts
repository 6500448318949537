import { randomBytes } from 'node:crypto'
import { runAsAdmin } from '../../scripts/database/scratch-database.ts'
import { cloneDatabase, ensureTemplate } from './template-database.ts'

export type TestDatabase = {
  /** The owner's address of a migrated, empty database of its own. */
  url: string
  /** Drops it, whoever is still connected. */
  drop(): Promise<void>
}

/** The server that the tests run on; the global set-up starts one unless TEST_DATABASE_URL names one. */
export function testServerUrl(): string {
  const url = process.env.TEST_DATABASE_URL
  if (url === undefined) throw new Error('TEST_DATABASE_URL is not set: the global set-up of the tests sets it.')
  return url
}

/** A database for one test file: files run side by side and none sees another's rows. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const adminUrl = testServerUrl()
  const name = `atspaids_test_${randomBytes(8).toString('hex')}`
  const url = await cloneDatabase(adminUrl, await ensureTemplate(adminUrl), name)
  return { url, drop: () => runAsAdmin(adminUrl, `drop database if exists ${name} with (force)`) }
}
