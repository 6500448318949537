import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { ColumnTypeEnum, bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type pg from 'pg'
import { PrismaPg } from '@prisma/adapter-pg'
import { SchemaEngine } from '@prisma/schema-engine-wasm'

const schemaFolder = path.resolve('prisma/schema')
const migrationsFolder = path.resolve('prisma/migrations')
/** Object ids of PostgreSQL's built-in types. */
const internalCharOid = 18
const textOid = 25
const noFilters = { externalTables: [], externalEnums: [] }

/**
 * Applies the migrations that a database does not have yet, in order, and returns their names. Safe to repeat.
 * `ownerUrl` must belong to the owner of the tables, not to the application's role.
 */
export async function migrate(ownerUrl: string): Promise<{ applied: string[] }> {
  const directories = await readMigrations()
  return withEngine(ownerUrl, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: {
        baseDir: migrationsFolder,
        lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
        shadowDbInitScript: '',
        migrationDirectories: directories,
      },
      filters: noFilters,
    })
    return { applied: appliedMigrationNames }
  })
}

/** The SQL that would bring a migrated database to the schema files; empty when they agree. */
export async function diffSchema(ownerUrl: string): Promise<string> {
  const files = await readSchema()
  return withEngine(ownerUrl, async (engine) => {
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: schemaFolder },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: noFilters,
    })
    const script = stdout ?? ''
    return script.includes('-- This is an empty migration.') ? '' : script
  })
}

/**
 * Runs a migration as one script, hence in one transaction: the adapter of the library cuts at every semicolon, also
 * those inside function bodies. Columns of PostgreSQL's internal "char" type are presented as
 * characters, which is what the engine expects and the adapter refuses; the engine asks one question at a time.
 */
class MigrationAdapter extends PrismaPg {
  readonly #pools: { end(): Promise<void> }[] = []

  /** Ends the connections, and with them the advisory lock that the engine takes. */
  async close() {
    await Promise.all(this.#pools.map((pool) => pool.end()))
  }

  override async connect() {
    const adapter = await super.connect()
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script)
    }
    const pool = adapter.underlyingDriver()
    this.#pools.push(pool)
    const query: (question: pg.QueryConfig | string) => Promise<pg.QueryResult> = pool.query.bind(pool)
    const queryRaw = adapter.queryRaw.bind(adapter)
    let internalChars: boolean[] = []
    Object.assign(pool, {
      query: async (question: pg.QueryConfig | string) => {
        const answer = await query(question)
        const fields = answer.fields ?? []
        internalChars = fields.map((field) => field.dataTypeID === internalCharOid)
        for (const field of fields) if (field.dataTypeID === internalCharOid) field.dataTypeID = textOid
        return answer
      },
    })
    adapter.queryRaw = async (question) => {
      const answer = await queryRaw(question)
      const isChar = internalChars
      return {
        ...answer,
        columnTypes: answer.columnTypes.map((type, column) => (isChar[column] ? ColumnTypeEnum.Character : type)),
      }
    }
    return adapter
  }
}

async function withEngine<Value>(url: string, work: (engine: SchemaEngine) => Promise<Value>): Promise<Value> {
  const files = await readSchema()
  const connections = new MigrationAdapter({ connectionString: url })
  const adapter = bindMigrationAwareSqlAdapterFactory(connections)
  const engine = await SchemaEngine.new(
    { datamodels: files.map((file): [string, string] => [file.path, file.content]) },
    () => undefined,
    adapter,
  )
  try {
    return await work(engine)
  } finally {
    engine.free()
    await connections.close()
  }
}

async function readSchema(): Promise<{ path: string; content: string }[]> {
  const names = (await readdir(schemaFolder)).filter((name) => name.endsWith('.prisma')).toSorted()
  return Promise.all(
    names.map(async (name) => ({
      path: path.join(schemaFolder, name),
      content: await readFile(path.join(schemaFolder, name), 'utf8'),
    })),
  )
}

async function readMigrations() {
  const entries = await readdir(migrationsFolder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.toSorted().map(async (name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok' as const,
          value: await readFile(path.join(migrationsFolder, name, 'migration.sql'), 'utf8'),
        },
      },
    })),
  )
}
