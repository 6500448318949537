import { readdirSync } from 'node:fs'
import { createRequestHandler } from '@react-router/express'
import compression from 'compression'
import type { Express, Response } from 'express'
import express from 'express'
import { RouterContextProvider } from 'react-router'
import * as build from 'virtual:react-router/server-build'
import type { Portal } from '#app/platform/http/portal-context.ts'
import { clientAddressContext, portalContext } from '#app/platform/http/portal-context.ts'
import { findMissingMigrations } from '#app/platform/http/readiness.server.ts'
import { plainSecurityHeaders } from '#app/platform/http/secure-headers.server.ts'
import { serveAssets } from '#app/platform/http/serve-assets.server.ts'

const clientFolder = 'build/client'
/** What has arrived in any case by the time a request is answered; few forms are longer. */
const shortBody_bytes = 16 * 1024

/** Pages are read or sent a form, nothing else. */
const methods = new Set(['GET', 'HEAD', 'POST'])

/** The web server around the pages: health, files, compression; everything else goes through the middleware of root.tsx. */
export function createApp(portal: Portal): Express {
  const { config } = portal
  const headers = plainSecurityHeaders({ isHttps: config.publicUrl.protocol === 'https:' })
  const secure = (response: Response) => response.set({ ...headers, 'Content-Security-Policy': `default-src 'none'` })

  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', config.trustProxy)

  app.get('/healthz', (_, response) => {
    secure(response).set('Cache-Control', 'no-store').type('text/plain').send('ok')
  })
  app.get('/readyz', async (_, response) => {
    const missing = await findMissingMigrations(portal.db)
    const word = missing === null ? 'database does not answer' : missing.length > 0 ? 'migrations are missing' : 'ok'
    secure(response)
      .status(word === 'ok' ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .type('text/plain')
      .send(word)
  })

  app.use((request, response, next) => {
    if (methods.has(request.method)) next()
    else
      secure(response)
        .status(405)
        .set('Allow', [...methods].join(', '))
        .type('text/plain')
        .send('405')
  })
  app.use((request, response, next) => {
    // A body that is refused is not read to its end, and the next request on the same line would wait for that.
    if (Number(request.headers['content-length'] ?? 0) > shortBody_bytes) response.set('Connection', 'close')
    next()
  })
  app.use(compression())
  if (config.environment !== 'development') {
    app.use('/assets', serveAssets(`${clientFolder}/assets`, secure))
    // Only what is there is asked of the disk: a look for every page takes a noticeable part of the page's own time.
    const files = new Set(readdirSync(clientFolder).map((name) => `/${name}`))
    const serveFile = express.static(clientFolder, { maxAge: '1h', redirect: false, index: false, setHeaders: secure })
    app.use((request, response, next) => (files.has(request.path) ? serveFile(request, response, next) : next()))
  }
  app.use(
    createRequestHandler({
      build,
      mode: config.environment,
      getLoadContext: (request) => {
        const context = new RouterContextProvider()
        context.set(portalContext, portal)
        context.set(clientAddressContext, request.ip ?? 'unknown')
        return context
      },
    }),
  )
  app.use((error: unknown, _request: unknown, response: Response, next: (error: unknown) => void) => {
    const status = statusOf(error)
    if (status >= 500) portal.log.error({ err: error, status }, 'request failed outside the pages')
    if (response.headersSent) next(error)
    else secure(response).status(status).type('text/plain').send(String(status))
  })
  return app
}

/** Files that are not there, and addresses that are not well formed, come as errors with a status. */
function statusOf(error: unknown): number {
  const status = error instanceof Error && 'status' in error ? error.status : 500
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500
}
