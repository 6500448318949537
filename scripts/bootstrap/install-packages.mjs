import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { diskFull, step, Trouble } from './progress.mjs'
import { projectFolder } from './project-folder.mjs'

/** Node of the project's own version, put there by npm. */
export const ownNode = join(
  projectFolder,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)

/** Installs the packages of package-lock.json, unless exactly those are there already. */
export async function installPackages() {
  if (packagesAreCurrent()) return
  await requireSpace()
  await step('Installing the packages (the first time takes a minute or two)', () =>
    runNpm(['ci', '--no-audit', '--loglevel=error']),
  )
  if (!existsSync(ownNode)) {
    throw new Trouble(
      'npm installed the packages but was not allowed to run their install scripts, so the Node of this project is missing: ' +
        'run "npm config delete ignore-scripts", then give the command again.',
    )
  }
}

/** Compares what npm recorded in node_modules with package-lock.json, so that a plain "npm install" counts as well. */
function packagesAreCurrent() {
  const installed = join(projectFolder, 'node_modules', '.package-lock.json')
  if (!existsSync(installed) || !existsSync(ownNode)) return false
  const there = packagesOf(installed)
  const wanted = packagesOf(join(projectFolder, 'package-lock.json'))
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue
    const found = there[path]
    if (found === undefined ? entry.optional !== true && entry.devOptional !== true : found.version !== entry.version)
      return false
  }
  return true
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>}
 */
function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages ?? {}
}

async function requireSpace() {
  const { bavail, bsize } = await statfs(projectFolder)
  if (bavail * bsize < 900_000_000) throw new Trouble(diskFull)
}

/** @param {string[]} args */
async function runNpm(args) {
  const windows = process.platform === 'win32'
  const child = spawn(windows ? 'npm.cmd' : 'npm', args, {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: windows,
    // Commands run under npm inherit its settings; the ones meant for the outer command must not reach this one.
    env: { ...process.env, npm_config_json: undefined },
  })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  const code = await new Promise((resolve) => {
    child.on('error', () => resolve('missing'))
    child.on('close', resolve)
  })
  if (code === 'missing')
    throw new Trouble('npm was not found: install Node.js 20 or newer from https://nodejs.org, which brings npm along.')
  if (code !== 0) throw new Trouble(whyNpmFailed(output))
}

/** @param {string} output */
function whyNpmFailed(output) {
  if (/ENOSPC|no space left/i.test(output)) return diskFull
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED|network/i.test(
      output,
    )
  ) {
    return 'The packages could not be fetched because there is no network: connect once and give the command again; later starts need none.'
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return 'npm may not write node_modules in this folder: give this user the right to, or use a copy of the project in a folder of its own.'
  }
  const lines = output.trim().split('\n').slice(-8).join('\n')
  return `The packages could not be installed. npm says:\n${lines}`
}
