import { spawnSync } from 'node:child_process'
import { Trouble } from '../bootstrap/progress.mjs'

/** The operating system's user that PostgreSQL runs as: ourselves ({}), or `postgres` when we are root. */
export type ServerUser = { uid?: number; gid?: number }

/** PostgreSQL refuses to run as root, so root lends it the user `postgres`, made when missing. */
export function serverUser(): ServerUser {
  if (process.getuid?.() !== 0) return {}
  const known = lookUp()
  if (known !== undefined) return known
  spawnSync('groupadd', ['--system', 'postgres'])
  spawnSync('useradd', [
    '--system',
    '--gid',
    'postgres',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    'postgres',
  ])
  const made = lookUp()
  if (made !== undefined) return made
  throw new Trouble(
    'PostgreSQL does not run as root, and a user "postgres" could not be made on this machine: ' +
      'give the command as an ordinary user, or set DATABASE_URL to a PostgreSQL 18 of your own.',
  )
}

function lookUp(): ServerUser | undefined {
  const uid = Number(spawnSync('id', ['-u', 'postgres'], { encoding: 'utf8' }).stdout?.trim() || Number.NaN)
  const gid = Number(spawnSync('id', ['-g', 'postgres'], { encoding: 'utf8' }).stdout?.trim() || Number.NaN)
  return Number.isNaN(uid) || Number.isNaN(gid) ? undefined : { uid, gid }
}

/** True when that user can go into the folder; a home folder of mode 700 above it is enough to keep it out. */
export function mayEnter(user: ServerUser, folder: string): boolean {
  if (user.uid === undefined) return true
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...user, cwd: '/' }).status === 0
}
