import { isRouteErrorResponse } from 'react-router'
import type { PageContext } from '#app/platform/http/page-context.ts'
import { themes } from '#app/platform/http/page-context.ts'

/** What the error page knows when a middleware refused the request and no loader ran: see deny. */
export function pageOfDenial(error: unknown): Pick<PageContext, 'requestId' | 'theme'> | undefined {
  if (!isRouteErrorResponse(error)) return undefined
  const data: unknown = error.data
  if (typeof data !== 'object' || data === null || !('page' in data)) return undefined
  const { page } = data
  if (typeof page !== 'object' || page === null || !('requestId' in page) || !('theme' in page)) return undefined
  return {
    requestId: typeof page.requestId === 'string' ? page.requestId : null,
    theme: themes.find((theme) => theme === page.theme) ?? 'system',
  }
}
