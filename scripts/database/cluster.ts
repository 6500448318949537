import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { diskFull, Trouble } from '../bootstrap/progress.mjs'
import type { Binaries } from './binaries.ts'
import { isAlive } from './file-lock.ts'
import type { ServerUser } from './server-user.ts'

/** One PostgreSQL data folder with the programs and the user that serve it. */
export type Cluster = { folder: string; binaries: Binaries; user: ServerUser }

/** Refuses a data folder that another major release wrote: PostgreSQL would not start on it. */
export function requireSameMajor({ folder, binaries }: Cluster): void {
  const file = join(folder, 'PG_VERSION')
  if (!existsSync(file)) return
  const found = readFileSync(file, 'utf8').trim()
  if (Number(found) === binaries.major) return
  throw new Trouble(
    `The data in ${folder} belongs to PostgreSQL ${found}, and this version of Atspaids brings PostgreSQL ${binaries.major}: ` +
      'export it with the earlier version (pg_dump), or move the folder aside to begin with fresh data. Nothing was changed.',
  )
}

/** Makes the data folder. It appears under its name only when complete, so an interrupted first start leaves no half of one. */
export async function initialise(cluster: Cluster, password: string): Promise<void> {
  const { folder, binaries, user } = cluster
  const half = `${folder}.new`
  await rm(half, { recursive: true, force: true })
  const temporary = await mkdtemp(join(tmpdir(), 'atspaids-'))
  try {
    const passwordFile = join(temporary, 'password')
    await writeFile(passwordFile, password, { mode: 0o600 })
    if (user.uid !== undefined && user.gid !== undefined) {
      await chown(temporary, user.uid, user.gid)
      await chown(passwordFile, user.uid, user.gid)
      await mkdir(half, { mode: 0o700 })
      await chown(half, user.uid, user.gid)
    }
    const { code, output } = await run(cluster, binaries.initdb, [
      `--pgdata=${half}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ])
    if (code !== 0) throw whyNot('The database could not be created', output)
    await rename(half, folder)
  } finally {
    await rm(temporary, { recursive: true, force: true })
    await rm(half, { recursive: true, force: true })
  }
}

/** The port of the server that runs on this folder, or undefined. A file left by a crash does not count. */
export function runningPort(cluster: Cluster): number | undefined {
  const lines = pidFile(cluster)
  const pid = Number(lines[0])
  if (!(pid > 0) || !isAlive(pid) || !isServerOf(pid, cluster.folder)) return undefined
  return Number(lines[3]) || undefined
}

function pidFile({ folder }: Cluster): string[] {
  try {
    return readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

/** After a crash the recorded number may by now belong to any other program; Linux can tell. */
function isServerOf(pid: number, folder: string): boolean {
  if (process.platform !== 'linux') return true
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(folder)
  } catch {
    return false
  }
}

/** Starts the server on the port, with the settings given, and returns when it takes connections. */
export async function startServer(cluster: Cluster, port: number, settings: Record<string, string>): Promise<void> {
  const { folder, binaries } = cluster
  if (runningPort(cluster) === undefined) await rm(join(folder, 'postmaster.pid'), { force: true })
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)
  const log = join(folder, 'server.log')
  const args = ['start', '-w', '-t', '120', '-s', '-D', folder, '-l', log, '-o', [`-p ${port}`, ...options].join(' ')]
  let tail = ''
  // Processes of a server that was killed may hold its memory for a moment longer.
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const before = await size(log)
    const { code, output } = await run(cluster, binaries.pgCtl, args)
    if (code === 0) return
    tail = `${output}\n${(await readFile(log, 'utf8').catch(() => '')).slice(before)}`
    if (!/shared memory block .* is still in use/.test(tail)) break
    await pause(500)
  }
  throw whyNot('The database did not start', tail)
}

/** Stops the server after its running transactions are rolled back; the data is complete on disk. */
export async function stopServer(cluster: Cluster): Promise<void> {
  if (runningPort(cluster) === undefined) return
  const { code, output } = await run(cluster, cluster.binaries.pgCtl, [
    'stop',
    '-w',
    '-s',
    '-m',
    'fast',
    '-t',
    '60',
    '-D',
    cluster.folder,
  ])
  if (code !== 0 && runningPort(cluster) !== undefined) throw whyNot('The database did not stop', output)
}

async function size(file: string): Promise<number> {
  return (await readFile(file, 'utf8').catch(() => '')).length
}

function whyNot(what: string, output: string): Error {
  if (/no space left on device/i.test(output)) return new Trouble(diskFull)
  if (/could not (create|open) shared memory|No space left.*shm/i.test(output)) {
    return new Trouble(
      `${what}: this machine gives it too little shared memory. Set DATABASE_URL to a PostgreSQL 18 of your own.`,
    )
  }
  const reason = /(?:FATAL|PANIC|error):\s*(.+)/.exec(output)?.[1] ?? output.trim().split('\n').at(-1) ?? ''
  return new Trouble(`${what}. PostgreSQL says: ${reason}`)
}

/** The server gets a bare environment: settings for other servers (PGDATA, PGPORT) do not reach it. */
async function run({ user }: Cluster, program: string, args: string[]): Promise<{ code: number; output: string }> {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG')))
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...user,
      cwd: user.uid === undefined ? undefined : '/',
      env: { ...own, LC_ALL: 'C', LANG: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
      // Away from our terminal's group: Ctrl-C must reach the portal first, which stops the database last.
      detached: true,
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('exit', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** Lets the server's user pass through the folder that holds its data, whatever the umask was. */
export async function letPass(folder: string, user: ServerUser): Promise<void> {
  if (user.uid !== undefined) await chmod(folder, 0o711)
}
