import { useRouteLoaderData } from 'react-router'
import type { PageContext } from '#app/platform/http/page-context.ts'

/** What the page knows about its request: receipt, appearance, whether the data is invented. */
export function usePage(): PageContext {
  const page = useRouteLoaderData<PageContext>('root')
  return page ?? { requestId: null, locale: 'lv', theme: 'system', flash: null, demo: false }
}
