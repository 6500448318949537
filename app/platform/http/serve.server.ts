import type { RequestListener, Server } from 'node:http'
import { createServer } from 'node:http'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import type { Config } from '#app/platform/config.server.ts'
import { readConfig } from '#app/platform/config.server.ts'
import { connect } from '#app/platform/db/database.server.ts'
import type { Portal } from '#app/platform/http/portal-context.ts'
import type { BackgroundWork } from '#app/platform/jobs.server.ts'
import { openLog } from '#app/platform/log.server.ts'
import type { Clock } from '#app/platform/time.ts'
import { systemClock } from '#app/platform/time.ts'

/** What app/portal.server.ts gives: as built, or through the bundler while developing. */
type PortalModule = {
  createApp(portal: Portal): RequestListener
  startBackgroundWork(portal: Omit<Portal, 'poke'>): Promise<BackgroundWork>
}

export type Running = {
  /** Where people open the portal. */
  address: string
  /** Finishes what has begun, then lets go of everything. */
  close(): Promise<void>
}

/** Requests that are still being answered get this long when the server closes. */
const patience_ms = 10_000
const sweepEvery_ms = 50
const portSchema = z.coerce.number().int().min(0).max(65_535).default(3000)
const builtPortal = 'build/server/index.js'

/**
 * Opens the portal. `environment` holds the settings of config.server.ts, and PORT (0 takes any) and HOST. `dev` serves
 * the sources through the bundler with hot reload, otherwise the build is needed. Rejects with the system's code when
 * the port cannot be had (EADDRINUSE, EACCES).
 */
export async function serve({
  environment,
  dev = false,
  clock = systemClock,
}: {
  environment: Record<string, string | undefined>
  dev?: boolean
  clock?: Clock
}): Promise<Running> {
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 15_000, keepAliveTimeout: 65_000 })
  const port = await listen(server, portSchema.parse(environment.PORT || undefined), environment.HOST)
  try {
    const config = readConfig({
      ...environment,
      NODE_ENV: dev ? 'development' : 'production',
      PUBLIC_URL: environment.PUBLIC_URL || `http://localhost:${port}`,
    })
    return await open({ server, config, clock })
  } catch (error) {
    server.close()
    throw error
  }
}

async function open({ server, config, clock }: { server: Server; config: Config; clock: Clock }): Promise<Running> {
  // React and the router decide once, when they are loaded, whether to carry their development checks.
  process.env.NODE_ENV = config.environment
  const log = openLog(config)
  const db = connect({ url: config.databaseUrl, pool: config.databasePool })
  const source = config.environment === 'development' ? await loadSources(server) : await loadBuild()
  const base = { config, db, clock, log }
  const work = await (await source.load()).startBackgroundWork(base)
  const portal: Portal = { ...base, poke: work.poke }
  server.on('request', await source.handler(portal))
  return {
    address: config.publicUrl.origin,
    async close() {
      await closeServer(server)
      await work.stop()
      await source.close()
      await db.$disconnect()
    },
  }
}

type Source = {
  load(): Promise<PortalModule>
  handler(portal: Portal): Promise<RequestListener>
  close(): Promise<void>
}

async function loadBuild(): Promise<Source> {
  const built: PortalModule = await import(pathToFileURL(path.resolve(builtPortal)).href)
  return {
    load: async () => built,
    handler: async (portal) => built.createApp(portal),
    close: async () => undefined,
  }
}

/** The bundler answers for files and reloads the portal whenever a source has changed. */
async function loadSources(server: Server): Promise<Source> {
  const { createServer: createBundler } = await import('vite')
  const bundler = await createBundler({ server: { middlewareMode: true, ws: { server } }, appType: 'custom' })
  const load = async (): Promise<PortalModule> => {
    const { createApp, startBackgroundWork } = await bundler.ssrLoadModule('/app/portal.server.ts')
    return { createApp, startBackgroundWork }
  }
  return {
    load,
    handler: async (portal) => {
      let current: { createApp: PortalModule['createApp']; app: RequestListener } | null = null
      const answer: RequestListener = async (request, response) => {
        try {
          const { createApp } = await load()
          if (current?.createApp !== createApp) current = { createApp, app: createApp(portal) }
          current.app(request, response)
        } catch (error) {
          process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
          response.writeHead(500).end('The sources do not load; see the terminal.')
        }
      }
      return (request, response) => bundler.middlewares(request, response, () => answer(request, response))
    },
    close: () => bundler.close(),
  }
}

function listen(server: Server, port: number, host: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host: host || undefined }, () => {
      server.off('error', reject)
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

/** Takes no more connections; each of the others goes as soon as it has had its answer, or when patience is over. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const sweep = setInterval(() => server.closeIdleConnections(), sweepEvery_ms)
    const impatience = setTimeout(() => server.closeAllConnections(), patience_ms)
    server.close(() => {
      clearInterval(sweep)
      clearTimeout(impatience)
      resolve()
    })
    server.closeIdleConnections()
  })
}
