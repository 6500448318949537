// npm run db:migrate, db:diff, db:check, db:reset and db:demo: node scripts/run.mjs scripts/db.ts COMMAND
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { report, say, step, Trouble } from './bootstrap/progress.mjs'
import { projectFolder } from './bootstrap/project-folder.mjs'
import { closeAll, closeOnSignals, onClose } from './closing.ts'
import { openDatabase } from './database/open-database.ts'
import type { OpenDatabase } from './database/open-database.ts'
import { databaseOn, runAsAdmin } from './database/scratch-database.ts'
import { loadDemoInto } from './portal/open-migrated-database.ts'
import { portalSettings } from './portal-settings.ts'
import { prepare } from './prepare/prepare.ts'

type Command = (database: OpenDatabase, args: readonly string[]) => Promise<void>

const commands: Record<string, Command> = {
  migrate: migrateDatabase,
  diff: printDifference,
  check: requireAgreement,
  reset: resetDatabase,
  demo: loadDemoData,
}

closeOnSignals(() => 130)
process.exitCode = await main(process.argv.slice(2)).catch(report)
await closeAll()
process.exit()

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const command = commands[name]
  if (command === undefined)
    throw new Trouble(`There is no "db:${name}"; there are: ${Object.keys(commands).join(', ')}.`)
  await prepare({ pages: false })
  const database = await openDatabase()
  onClose(database.stop)
  await command(database, args)
  return 0
}

async function migrateDatabase(database: OpenDatabase): Promise<void> {
  const { migrate } = await import('#app/platform/db/migrate.server.ts')
  const { applied } = await step('Bringing the tables up to date', () => migrate(database.url))
  say(applied.length === 0 ? 'The tables were up to date.' : `Applied: ${applied.join(', ')}`)
}

/** Prints the SQL for what the schema files say and the migrations do not yet; with a name, begins a migration of it. */
async function printDifference(database: OpenDatabase, [name]: readonly string[]): Promise<void> {
  const { compareSchema } = await import('./database/compare-schema.ts')
  const sql = await compareSchema(database.url)
  if (sql === '') return say('-- The schema files and the migrations agree.')
  say(sql)
  if (name === undefined) return say('-- To begin a migration with it: npm run db:diff -- name-of-the-change')
  const folder = join(
    projectFolder,
    'prisma/migrations',
    `${Temporal.Now.plainDateTimeISO('UTC').toString().replace(/\D/g, '').slice(0, 14)}_${name.replace(/\W+/g, '_')}`,
  )
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'migration.sql'), sql)
  say(`-- Written to ${join(folder, 'migration.sql')}`)
}

async function requireAgreement(database: OpenDatabase): Promise<void> {
  const { compareSchema } = await import('./database/compare-schema.ts')
  const sql = await compareSchema(database.url)
  if (sql !== '')
    throw new Trouble(
      `The schema files say more than the migrations do; a migration is missing (npm run db:diff -- name):\n\n${sql}`,
    )
  say('The schema files and the migrations agree.')
}

/** Throws the data away and begins with empty tables. A server that someone runs for real is never reset. */
async function resetDatabase(database: OpenDatabase): Promise<void> {
  if (!database.embedded) {
    throw new Trouble(
      'db:reset throws all data away, so it works on the embedded database only; DATABASE_URL points to another one.',
    )
  }
  const name = new URL(database.url).pathname.slice(1)
  const admin = databaseOn(database.url, 'postgres')
  if (await isInUse(admin, name)) throw new Trouble('The portal is running on this database: end it, then reset.')
  await step('Throwing the data away', () => runAsAdmin(admin, `drop database ${name}`, `create database ${name}`))
  await migrateDatabase(database)
}

async function isInUse(adminUrl: string, name: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const answer = await client.query('select count(*)::int as others from pg_stat_activity where datname = $1', [name])
    return z.object({ others: z.number() }).parse(answer.rows[0]).others > 0
  } finally {
    await client.end()
  }
}

async function loadDemoData(database: OpenDatabase): Promise<void> {
  await migrateDatabase(database)
  Object.assign(process.env, await portalSettings({ database }))
  await step('Loading the demo municipality', (note) => loadDemoInto(database, note))
}
