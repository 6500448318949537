import type { MiddlewareFunction } from 'react-router'
import { deny } from '#app/platform/http/deny.server.ts'
import { isFileForm } from '#app/platform/http/takes-files.ts'

/**
 * A body that is no form is refused before a page tries to read it; a form with files goes to the pages that take some,
 * which look into them themselves. So is the character NUL, in a form or an address: nobody types it, and the database
 * cannot keep it.
 */
export const requireForm: MiddlewareFunction<Response> = async ({ request, url, context }, next) => {
  if (/%00/.test(url.href)) throw deny(context, 400)
  if (request.method === 'GET' || request.method === 'HEAD') return next()
  if (isFileForm(request, url)) return next()
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) throw deny(context, 400)
  if (/%00|\0/.test(await request.clone().text())) throw deny(context, 400)
  return next()
}
