import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { openSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { migrate } from '#app/platform/db/migrate.server.ts'
import { loadDemo } from '../../prisma/demo/load-demo.ts'
import { projectFolder } from '../../scripts/bootstrap/project-folder.mjs'
import { runAsAdmin } from '../../scripts/database/scratch-database.ts'
import { fingerprint } from '../../scripts/prepare/fingerprint.ts'
import { testServerUrl } from './database.ts'
import { cloneDatabase, ensureDatabase } from './template-database.ts'

export type Portal = {
  /** Where it answers, for example http://localhost:41234. */
  address: string
  /** The owner's address of its database, to look behind the pages. */
  databaseUrl: string
  /** Kills it without a goodbye, as a power cut does. */
  kill(): Promise<void>
  stop(): Promise<void>
}

/** The tests' own key; the demo template and every portal on it share it and these settings. */
export const secretKey = Buffer.alloc(32, 'tests')
const settings = {
  PORT: '0',
  PUBLIC_URL: '',
  SECRET_KEY: secretKey.toString('base64'),
  DEMO_MODE: 'on',
  DEV_PAGES: 'on',
  LOG_LEVEL: 'info',
}

const started = z.object({ address: z.string() })

/** A portal with a demo municipality of its own, in a process of its own. */
export async function startDemoPortal(): Promise<Portal> {
  const adminUrl = testServerUrl()
  const name = `atspaids_portal_${randomBytes(6).toString('hex')}`
  const databaseUrl = await cloneDatabase(adminUrl, await ensureDemoTemplate(adminUrl), name)
  const portal = await startPortal(databaseUrl)
  return {
    ...portal,
    stop: async () => {
      await portal.stop()
      await runAsAdmin(adminUrl, `drop database if exists ${name} with (force)`)
    },
  }
}

/** A portal on a database that exists; `over` takes the place of single settings. */
export async function startPortal(databaseUrl: string, over: Partial<typeof settings> = {}): Promise<Portal> {
  const logs = join(projectFolder, 'test-results')
  await mkdir(logs, { recursive: true })
  const log = openSync(join(logs, `portal-${process.pid}.log`), 'a')
  const child = fork(join(projectFolder, 'tests/support/serve-portal.ts'), [], {
    cwd: projectFolder,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: { ...process.env, ...settings, ...over, DATABASE_URL: databaseUrl },
    stdio: ['ignore', log, log, 'ipc'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve(started.parse(message).address))
    child.once('exit', (code) =>
      reject(new Error(`The portal did not start (exit code ${code}); see test-results/portal-${process.pid}.log`)),
    )
  })
  return {
    address,
    databaseUrl,
    kill: () => end(child, () => child.kill('SIGKILL')),
    stop: () => end(child, () => child.disconnect()),
  }
}

async function end(child: ChildProcess, how: () => void): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  how()
  await gone
}

/** The demo is dated by today, and made by the use cases: it is made anew when either changes. */
async function ensureDemoTemplate(adminUrl: string): Promise<string> {
  const sources = await fingerprint(['app', 'prisma'])
  const today = Temporal.Now.plainDateISO('Europe/Riga').toString()
  const mark = createHash('sha256').update(`${sources} ${today}`).digest('hex').slice(0, 12)
  return ensureDatabase(adminUrl, `atspaids_demo_${mark}`, async (url) => {
    await migrate(url)
    Object.assign(process.env, settings)
    await loadDemo({ databaseUrl: url, onProgress: () => undefined })
  })
}
