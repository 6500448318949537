import type { RouterContextProvider } from 'react-router'
import { isRouteErrorResponse } from 'react-router'
import type { Portal } from '#app/platform/http/portal-context.ts'
import { portalContext, requestFactsContext } from '#app/platform/http/portal-context.ts'

/** Logs a bug once, under the number that the error page shows. Answers that a loader threw on purpose are no bugs. */
export function reportError(error: unknown, context: Readonly<RouterContextProvider>): void {
  if (isRouteErrorResponse(error) && error.status < 500) return
  const { log, config }: Pick<Portal, 'log' | 'config'> = context.get(portalContext)
  const facts = context.get(requestFactsContext)
  const ms = facts === null ? undefined : Math.round(performance.now() - facts.startedAt_ms)
  log.error(
    { request: facts?.id, pattern: facts?.pattern, method: facts?.method, status: 500, ms, err: error },
    'request failed',
  )
  // Developers read the message, which may quote data, on their own terminal only.
  if (config.environment === 'development' && error instanceof Error) process.stderr.write(`${error.stack}\n`)
}
