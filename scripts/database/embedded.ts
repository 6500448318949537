import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { Trouble } from '../bootstrap/progress.mjs'
import { findBinaries, outsideFolder } from './binaries.ts'
import { initialise, letPass, requireSameMajor, runningPort, startServer, stopServer } from './cluster.ts'
import type { Cluster } from './cluster.ts'
import { withFileLock } from './file-lock.ts'
import { isPortFree, proposePort } from './free-port.ts'
import { readSecret } from './secret-file.ts'
import { mayEnter, serverUser } from './server-user.ts'
import type { ServerUser } from './server-user.ts'

export type EmbeddedOptions = {
  /** Where the data lives, for example `.data/postgres`. Password and port are remembered beside it. */
  dataFolder: string
  /** A port to insist on; otherwise the remembered one, or a free one. */
  port?: number
  /** The database the address points to, created when missing. */
  database?: string
  /** False for data nobody needs after a power cut, such as a test's: faster, without waiting for the disk. */
  durable?: boolean
}

export type EmbeddedDatabase = {
  /** The owner's address of the database. */
  url: string
  /** Lets go of the server; it stops when no other command uses it. */
  stop(): Promise<void>
  /** Resolves when the server went away without being asked to. */
  lost: Promise<void>
}

/** What a command that uses the server calls its connection, so that the last one to leave can tell. */
const leaseName = 'atspaids lease'

/**
 * Starts the embedded PostgreSQL on the folder, or joins the one that runs there already, be it another
 * command's or the leftover of a crash. Listens on the machine itself only.
 */
export async function startEmbeddedDatabase(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { dataFolder, database = 'atspaids' } = options
  const home = dirname(dataFolder)
  await mkdir(home, { recursive: true })
  const user = serverUser()
  await letPass(home, user)
  const lock = join(home, `${basename(dataFolder)}.lock`)
  return withFileLock(lock, async () => {
    const folder = await locate(dataFolder, user)
    const cluster: Cluster = { folder, user, binaries: await findBinaries(user) }
    requireSameMajor(cluster)
    const password = await readSecret(join(home, 'secrets'), 'database-password')
    if (!existsSync(join(folder, 'PG_VERSION'))) await initialise(cluster, password)
    const portInUse = runningPort(cluster)
    const port = portInUse ?? (await startOnFreePort(cluster, options, join(home, `${basename(dataFolder)}.port`)))
    const addressOf = (name: string) => `postgresql://postgres:${password}@127.0.0.1:${port}/${name}`
    const lease = await takeLease(addressOf('postgres'), folder).catch(async (error: unknown) => {
      if (portInUse === undefined) await stopServer(cluster)
      throw error
    })
    await createDatabase(lease, database)
    let leaving = false
    const lost = new Promise<void>((resolve) => {
      lease.on('error', () => undefined)
      lease.on('end', () => {
        if (!leaving) resolve()
      })
    })
    return {
      url: addressOf(database),
      lost,
      stop: async () => {
        if (leaving) return
        leaving = true
        await withFileLock(lock, async () => {
          if (await isLastLease(lease)) await stopServer(cluster)
          await lease.end().catch(() => undefined)
        })
      },
    }
  })
}

/**
 * The data folder itself, or, when root started us and PostgreSQL's user is kept out of the project folder,
 * one of this project's own outside it.
 */
async function locate(dataFolder: string, user: ServerUser): Promise<string> {
  if (user.uid === undefined || user.gid === undefined) return dataFolder
  const mark = createHash('sha256').update(dataFolder).digest('hex').slice(0, 8)
  const outside = join(outsideFolder, mark, basename(dataFolder))
  const hasData = existsSync(join(dataFolder, 'PG_VERSION'))
  if (mayEnter(user, dirname(dataFolder)) && (hasData || !existsSync(join(outside, 'PG_VERSION')))) return dataFolder
  if (hasData) {
    throw new Trouble(
      `PostgreSQL's user "postgres" may not enter ${dirname(dataFolder)}, where the data is: let others pass through the folders above it (chmod o+x), or give the command as the folder's ordinary owner.`,
    )
  }
  await mkdir(dirname(outside), { recursive: true, mode: 0o711 })
  return outside
}

async function startOnFreePort(cluster: Cluster, options: EmbeddedOptions, portFile: string): Promise<number> {
  const remembered = options.port ?? Number(await readFile(portFile, 'utf8').catch(() => '0'))
  const free = remembered > 0 && (await isPortFree(remembered, '127.0.0.1'))
  if (options.port !== undefined && !free) {
    throw new Trouble(
      `Port ${options.port}, wanted for the database, is taken by another program: end that program, or choose another port.`,
    )
  }
  const port = free ? remembered : await proposePort()
  await startServer(cluster, port, settingsFor(options))
  await writeFile(portFile, String(port))
  return port
}

function settingsFor({ durable = true }: EmbeddedOptions): Record<string, string> {
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: '128MB',
    jit: 'off',
    timezone: 'UTC',
    // The server's log keeps what went wrong, never the statement or the row: those hold people's data.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
}

async function takeLease(url: string, folder: string): Promise<pg.Client> {
  const lease = new pg.Client({ connectionString: url, application_name: leaseName })
  try {
    await lease.connect()
    return lease
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '28P01') {
      throw new Trouble(
        `The password kept in .data/secrets does not open the data in ${folder}: put back the secrets folder that belongs to it, or move the data aside to begin afresh.`,
      )
    }
    throw error
  }
}

async function isLastLease(lease: pg.Client): Promise<boolean> {
  try {
    const answer = await lease.query(
      'select count(*)::int as others from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()',
      [leaseName],
    )
    return z.object({ others: z.number() }).parse(answer.rows[0]).others === 0
  } catch {
    return true
  }
}

async function createDatabase(admin: pg.Client, name: string): Promise<void> {
  const known = await admin.query('select 1 from pg_database where datname = $1', [name])
  if (known.rowCount === 0) await admin.query(`create database ${pg.escapeIdentifier(name)}`)
}
