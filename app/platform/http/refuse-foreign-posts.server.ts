import type { MiddlewareFunction } from 'react-router'
import { deny } from '#app/platform/http/deny.server.ts'
import { portalContext } from '#app/platform/http/portal-context.ts'

/** Forms of other sites change nothing here, whatever cookies the browser adds to them. */
export const refuseForeignPosts: MiddlewareFunction<Response> = ({ request, context }, next) => {
  if (isForeign(request, context.get(portalContext).config.publicUrl)) throw deny(context, 403)
  return next()
}

/**
 * True for a request that may change something and does not prove to come from our own pages. Browsers say so in
 * Sec-Fetch-Site; older ones, and pages served without TLS under a name, only in Origin.
 */
export function isForeign(request: Request, publicUrl: URL): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site !== 'same-origin' && site !== 'none'
  const origin = request.headers.get('origin')
  if (origin === null || !URL.canParse(origin)) return true
  return origin !== publicUrl.origin && new URL(origin).host !== request.headers.get('host')
}
