import { randomUUID } from 'node:crypto'
import type { MiddlewareFunction } from 'react-router'
import { pageContext } from '#app/platform/http/page-context.ts'
import { portalContext, requestFactsContext } from '#app/platform/http/portal-context.ts'

/** Gives the request a number of its own, which the answer, the error page and the log share. */
export const markRequest: MiddlewareFunction<Response> = async ({ request, context, pattern }, next) => {
  const portal = context.get(portalContext)
  const facts = { id: randomUUID(), pattern, method: request.method, startedAt_ms: performance.now() }
  context.set(requestFactsContext, facts)
  context.set(pageContext, { ...context.get(pageContext), requestId: facts.id, demo: portal.config.isDemo })
  const response = await next()
  response.headers.set('X-Request-Id', facts.id)
  const ms = Math.round(performance.now() - facts.startedAt_ms)
  portal.log.debug({ request: facts.id, pattern, method: facts.method, status: response.status, ms }, 'answered')
  if (request.method !== 'GET' && request.method !== 'HEAD') portal.poke()
  return response
}
