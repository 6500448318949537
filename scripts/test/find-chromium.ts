import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { say, Trouble } from '../bootstrap/progress.mjs'
import { projectFolder } from '../bootstrap/project-folder.mjs'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The browser for the journeys: the one CHROMIUM_PATH names, one that is installed, or one installed now. */
export async function findChromium(): Promise<string> {
  const named = process.env.CHROMIUM_PATH
  if (named !== undefined && named !== '') {
    if (starts(named)) return named
    throw new Trouble(`CHROMIUM_PATH names ${named}, and no browser starts from there.`)
  }
  return (await findInstalled()) ?? (await install())
}

async function findInstalled(): Promise<string | undefined> {
  const { chromium } = await import('@playwright/test')
  return [chromium.executablePath(), ...usualPlaces].find(starts)
}

function starts(program: string): boolean {
  if (!existsSync(program)) return false
  // Chrome on Windows opens a window instead of answering.
  return process.platform === 'win32' || spawnSync(program, ['--version'], { timeout: 30_000 }).status === 0
}

async function install(): Promise<string> {
  say('  No Chromium found; installing one for the journeys')
  const playwright = join(projectFolder, 'node_modules', '@playwright', 'test', 'cli.js')
  spawnSync(process.execPath, [playwright, 'install', '--no-shell', 'chromium'], {
    cwd: projectFolder,
    timeout: 300_000,
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '8000' },
  })
  const downloaded = await findInstalled()
  if (downloaded !== undefined) return downloaded
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const quiet = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: 600_000 }
    spawnSync('apt-get', ['update', '-qq'], quiet)
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet)
  }
  const installed = await findInstalled()
  if (installed !== undefined) return installed
  throw new Trouble(
    'The journeys need Chromium, and it could not be installed: install it (on Debian "apt-get install chromium"), or set CHROMIUM_PATH to a Chrome or Chromium.',
  )
}
