import type { MiddlewareFunction } from 'react-router'
import { deny } from '#app/platform/http/deny.server.ts'

/** Far above any form of the portal. */
export const longestBody_bytes = 256 * 1024

/** Refuses bodies that are too long, or that do not say how long they are, before a byte of them is kept. */
export const limitBody: MiddlewareFunction<Response> = ({ request, context }, next) => {
  const length = request.headers.get('content-length')
  if (length === null && request.headers.has('transfer-encoding')) throw deny(context, 411)
  if (Number(length ?? 0) > longestBody_bytes) throw deny(context, 413)
  return next()
}
