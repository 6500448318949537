import type { RouteConfigEntry } from '@react-router/dev/routes'
import routes from '#app/routes.ts'

/** The addresses the site answers, as full patterns such as /family/:childId/plan; layouts have none of their own. */
export async function routePatterns(): Promise<string[]> {
  return [...new Set(patternsOf(await routes, ''))]
}

function patternsOf(entries: readonly RouteConfigEntry[], base: string): string[] {
  return entries.flatMap(({ path = '', index = false, children = [] }) => {
    const full = path === '' ? base : `${base}/${path}`
    const own = index || path !== '' ? [full === '' ? '/' : full] : []
    return [...own, ...patternsOf(children, full)]
  })
}
