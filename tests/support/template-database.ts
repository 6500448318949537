import pg from 'pg'
import { migrate } from '#app/platform/db/migrate.server.ts'
import { fingerprint } from '../../scripts/prepare/fingerprint.ts'
import { databaseOn } from '../../scripts/database/scratch-database.ts'

/** One migrated database; cloning it takes a tenth of the time of migrating again. */
export async function ensureTemplate(adminUrl: string): Promise<string> {
  const hash = await fingerprint(['prisma/migrations', 'app/platform/db/migrate.server.ts'])
  return ensureDatabase(adminUrl, `atspaids_template_${hash.slice(0, 12)}`, async (url) => {
    await migrate(url)
  })
}

/**
 * The name of a database that is filled once, by whoever asks first, on this server. It shows under its name only
 * when complete, so that an interrupted run leaves none half filled.
 */
export async function ensureDatabase(
  adminUrl: string,
  name: string,
  fill: (url: string) => Promise<void>,
): Promise<string> {
  return withTemplateLock(adminUrl, async (admin) => {
    const known = await admin.query('select 1 from pg_database where datname = $1', [name])
    if (known.rowCount === 1) return name
    const half = `${name}_half`
    await admin.query(`drop database if exists ${half} with (force)`)
    await admin.query(`create database ${half}`)
    await fill(databaseOn(adminUrl, half))
    await disconnectEverybody(admin, half)
    await admin.query(`alter database ${half} rename to ${name}`)
    return name
  })
}

/** Clones the database. PostgreSQL refuses while anybody looks at the original, hence one clone at a time. */
export async function cloneDatabase(adminUrl: string, original: string, name: string): Promise<string> {
  await withTemplateLock(adminUrl, async (admin) => {
    await disconnectEverybody(admin, original)
    await admin.query(`create database ${name} template ${original}`)
  })
  return databaseOn(adminUrl, name)
}

/** A pool may leave a connection behind for a moment; it would keep the database from being cloned or renamed. */
async function disconnectEverybody(admin: pg.Client, name: string): Promise<void> {
  await admin.query('select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1', [name])
}

const templateLock = 7_283_901

/** One process of the server at a time; the lock goes with the connection, however the process ends. */
async function withTemplateLock<Value>(adminUrl: string, work: (admin: pg.Client) => Promise<Value>): Promise<Value> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await admin.query('select pg_advisory_lock($1)', [templateLock])
    return await work(admin)
  } finally {
    await admin.end()
  }
}
