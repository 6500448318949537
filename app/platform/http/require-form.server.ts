import type { MiddlewareFunction } from 'react-router'
import { deny } from '#app/platform/http/deny.server.ts'

/** A body that is no form is refused before a page tries to read it. No form of the portal carries files. */
export const requireForm: MiddlewareFunction<Response> = ({ request, context }, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') return next()
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) throw deny(context, 400)
  return next()
}
