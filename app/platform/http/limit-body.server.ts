import type { MiddlewareFunction } from 'react-router'
import { deny } from '#app/platform/http/deny.server.ts'
import { isFileForm, longestUpload_bytes } from '#app/platform/http/takes-files.ts'

/** Far above any form of the portal. */
export const longestBody_bytes = 256 * 1024

/**
 * Refuses bodies that are too long, or that do not say how long they are, before a byte of them is kept: ahead of
 * everything that reads a body.
 */
export const limitBody: MiddlewareFunction<Response> = ({ request, url, context }, next) => {
  const length = request.headers.get('content-length')
  if (length === null && request.headers.has('transfer-encoding')) throw deny(context, 411)
  const most = isFileForm(request, url) ? longestUpload_bytes : longestBody_bytes
  if (Number(length ?? 0) > most) throw deny(context, 413)
  return next()
}
