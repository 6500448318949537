import { join } from 'node:path'
import { Trouble } from './bootstrap/progress.mjs'
import { projectFolder } from './bootstrap/project-folder.mjs'
import type { OpenDatabase } from './database/open-database.ts'
import { readSecret } from './database/secret-file.ts'

/**
 * The settings the portal runs with (.env.example explains each): what the environment says, and for the rest what
 * suits a portal that carries its own database. Demo people are on only there, unless DEMO_MODE asks for them. The
 * outbox shows everybody's sign-in links, so that it comes with invented people alone unless DEV_PAGES asks for it.
 */
export async function portalSettings(
  { database, dev = false }: { database: Pick<OpenDatabase, 'url' | 'embedded'>; dev?: boolean },
  environment: Record<string, string | undefined> = process.env,
) {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const demo = onOrOff('DEMO_MODE', given.DEMO_MODE, database.embedded)
  return {
    ...given,
    DATABASE_URL: database.url,
    SECRET_KEY: given.SECRET_KEY ?? (await readSecret(join(projectFolder, '.data', 'secrets'), 'secret-key')),
    DEMO_MODE: demo,
    DEV_PAGES: onOrOff('DEV_PAGES', given.DEV_PAGES, dev || (database.embedded && demo === 'on')),
    LOG_LEVEL: given.LOG_LEVEL ?? (database.embedded ? 'warn' : 'info'),
  }
}

/** Names every wrong setting in a sentence, before anything is opened. */
export async function requireSettings(settings: Record<string, string | undefined>): Promise<void> {
  const { readConfig } = await import('#app/platform/config.server.ts')
  try {
    readConfig(settings)
  } catch (error) {
    throw error instanceof Error ? new Trouble(error.message) : error
  }
}

function onOrOff(name: string, wish: string | undefined, otherwise: boolean): 'on' | 'off' {
  if (wish === undefined) return otherwise ? 'on' : 'off'
  if (wish === 'on' || wish === 'off') return wish
  throw new Trouble(`${name} is "${wish}"; it can be "on" or "off".`)
}
