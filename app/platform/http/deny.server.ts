import type { RouterContextProvider } from 'react-router'
import { data } from 'react-router'
import { pageContext } from '#app/platform/http/page-context.ts'

/**
 * The answer of a middleware that lets a request go no further. No loader runs after it, so what the error page must
 * know (reference, language, appearance) travels with it.
 */
export function deny(context: Readonly<RouterContextProvider>, status: 400 | 403 | 404 | 411 | 413) {
  return data({ page: context.get(pageContext) }, { status })
}
