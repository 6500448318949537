// What npm start and npm run dev do once the packages are there: from the sources to a running portal.
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { report, say, step, Trouble } from './bootstrap/progress.mjs'
import { projectFolder } from './bootstrap/project-folder.mjs'
import { closeAll, closeOnSignals, isClosing, keepSignals, onClose } from './closing.ts'
import { isAlive } from './database/file-lock.ts'
import { isPortFree } from './database/free-port.ts'
import { listDemoPeople } from './list-demo-people.ts'
import { openDatabase } from './database/open-database.ts'
import { portalSettings, requireSettings } from './portal-settings.ts'
import { prepare } from './prepare/prepare.ts'

const dev = process.argv.includes('--dev')
const serverFile = join(projectFolder, '.data', 'server.json')
const runningServer = z.object({ pid: z.number(), port: z.number() })
let serving = false

closeOnSignals(() => (serving ? 0 : 130))
try {
  await runPortal()
} catch (error) {
  // A step that is cut short by Ctrl-C fails; that is not worth a word.
  const code = isClosing() ? 130 : report(error)
  await closeAll()
  process.exit(code)
}

async function runPortal(): Promise<void> {
  const port = readPort()
  await requireFreePort(port)
  await prepare({ pages: !dev })
  const database = await step('Opening the database', openDatabase)
  onClose(database.stop)
  void database.lost.then(() => endWithoutDatabase())
  const { migrate } = await import('#app/platform/db/migrate.server.ts')
  await step('Bringing the tables up to date', () => migrate(database.url))
  const settings = await portalSettings({ database, dev })
  await requireSettings(settings)
  Object.assign(process.env, settings)
  const demo = settings.DEMO_MODE === 'on'
  if (demo) await loadDemoOnce(database.url)
  const { serve } = await import('#app/platform/http/serve.server.ts')
  const server = await step('Opening the portal', () =>
    serve({ environment: { ...process.env, PORT: String(port), DATABASE_URL: database.url }, dev }),
  )
  onClose(server.close)
  keepSignals()
  await announce(port, server.address, demo ? await listDemoPeople(database.url) : [])
}

async function loadDemoOnce(databaseUrl: string): Promise<void> {
  const { isEmpty, loadDemo } = await import('../prisma/demo/load-demo.ts')
  if (!(await isEmpty(databaseUrl))) return
  await step('Loading the demo municipality', (note) => loadDemo({ databaseUrl, onProgress: note }))
}

async function announce(port: number, address: string, demoPeople: readonly string[]): Promise<void> {
  serving = true
  await writeFile(serverFile, JSON.stringify({ pid: process.pid, port, address }))
  onClose(() => rm(serverFile, { force: true }))
  say(`\nAtspaids is open at ${address}`)
  if (demoPeople.length > 0) {
    say(`\nWho can sign in, with one click on ${address}/sign-in (all invented):`)
    for (const line of demoPeople) say(line)
  } else {
    say('Who can sign in: everyone with an account, by a link sent to their e-mail address.')
  }
  say('\nCtrl-C closes it.')
}

function readPort(): number {
  const wish = process.env.PORT || '3000'
  const port = Number(wish)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Trouble(`PORT is "${wish}"; it must be a number from 1 to 65535.`)
  return port
}

/** Asked before the long steps, so that nobody waits a minute for this answer. */
async function requireFreePort(port: number): Promise<void> {
  if (await isPortFree(port)) return
  const own = runningServer.safeParse(JSON.parse(await readFile(serverFile, 'utf8').catch(() => 'null')))
  if (own.success && own.data.port === port && isAlive(own.data.pid)) {
    const { pid } = own.data
    throw new Trouble(
      `Atspaids already runs from this folder on port ${port} (process ${pid}): use it, or end it with "kill ${pid}" and start again.`,
    )
  }
  throw new Trouble(
    `Port ${port} is taken by another program: end that program, or choose another port, for example "PORT=${port + 1} npm start".`,
  )
}

async function endWithoutDatabase(): Promise<void> {
  if (isClosing()) return
  process.stderr.write(
    '\nThe database went away, so the portal closes. Nothing that was confirmed is lost: give the command again.\n',
  )
  await closeAll()
  process.exit(1)
}
