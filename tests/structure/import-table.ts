import type { Import, Source } from './sources.ts'

/**
 * Which capability may use which other, beside `people`, `platform` and `ui`, which are open to all. The order is the
 * one in which work and money flow; CONTRIBUTING.md shows the same table.
 */
const uses: Record<string, readonly string[]> = {
  people: [],
  budget: [],
  marketplace: [],
  assessment: ['marketplace'],
  plan: ['assessment', 'budget', 'marketplace'],
  schedule: ['plan', 'budget', 'marketplace'],
  delivery: ['schedule', 'budget', 'marketplace'],
  progress: ['delivery', 'schedule', 'plan', 'assessment', 'budget', 'marketplace'],
  payout: ['delivery', 'budget', 'marketplace'],
  intake: ['plan', 'assessment', 'budget', 'marketplace'],
  messages: ['assessment', 'plan', 'budget', 'marketplace', 'schedule', 'delivery', 'progress', 'payout', 'intake'],
  insight: ['assessment', 'plan', 'budget', 'marketplace', 'schedule', 'delivery', 'progress', 'payout', 'intake'],
}

const openToAll = ['people', 'platform', 'ui', 'paraglide']
const valueTypes = ['money', 'time', 'result', 'quantity'].map((name) => `app/platform/${name}.ts`)
/** Packages that only calculate: the same input gives the same answer, and nothing outside is touched. */
const calculatingPackages = ['date-holidays', 'ibantools', 'xmlbuilder2', 'papaparse']
/** The access policy for children is a condition in SQL that the stores of every capability use. */
const policiesInSql = ['app/people/child-scope.server.ts']
const databasePackages = ['pg', '@prisma/client', '@prisma/adapter-pg']

type Place = {
  area: string
  isRule: boolean
  isRoute: boolean
  isUi: boolean
  isStore: boolean
  isServer: boolean
  isTest: boolean
}

function placeOf(path: string): Place {
  const [, area = '', folder = ''] = path.split('/')
  return {
    area,
    isRule: folder === 'rules',
    isRoute: folder === 'routes',
    isUi: area === 'ui' || folder === 'ui',
    isStore: /(^|[/-])store\.server\.ts$/.test(path),
    isServer: /\.server\.tsx?$/.test(path),
    isTest: /\.test\.tsx?$/.test(path),
  }
}

/** Says why a file may not import what it imports; undefined when it may. Files directly in app/ put all together. */
export function refusalOf(path: string, { target, isOurs }: Import): string | undefined {
  if (!path.slice('app/'.length).includes('/')) return undefined
  const from = placeOf(path)
  return isOurs ? refusalOfOurs(from, path, target) : refusalOfPackage(from, path, target)
}

/**
 * Platform holds the database client itself, and the ledger is SQL from end to end (decision 0003). Everywhere else it is
 * the stores; a page never talks to the database.
 */
function mayTalkToDatabase(path: string, { area, isRoute, isStore, isServer, isTest }: Place): boolean {
  if (isRoute) return isTest
  return isStore || isTest || area === 'platform' || (area === 'budget' && isServer) || policiesInSql.includes(path)
}

function refusalOfPackage(from: Place, path: string, name: string): string | undefined {
  if (from.isTest) return undefined
  if (from.isRule) return calculatingPackages.includes(name) ? undefined : 'rules are pure and use no such package'
  if (databasePackages.includes(name) && !mayTalkToDatabase(path, from)) return 'only a store talks to the database'
  return undefined
}

function refusalOfOurs(from: Place, path: string, target: string): string | undefined {
  if (!target.startsWith('app/'))
    return from.isTest && target.startsWith('tests/') ? undefined : 'the application uses nothing outside app/'
  const to = placeOf(target)
  if (from.isRule && !from.isTest && !to.isRule && !valueTypes.includes(target))
    return 'rules use rules and the shared value types only'
  if (from.isUi && to.isServer) return 'ui never uses a server file'
  if (target.startsWith('app/platform/db/generated/') && !mayTalkToDatabase(path, from))
    return 'only a store talks to the database'
  if (from.isRoute && to.isStore) return 'routes use use cases, never a store'
  if (from.area === to.area) return undefined
  if (from.area === 'ui') return uiRefusal(to, target)
  if (from.area === 'platform') return platformRefusal(from, to)
  if (!openToAll.includes(to.area) && !(uses[from.area] ?? []).includes(to.area))
    return `${from.area} does not use ${to.area}`
  if (to.isStore) return 'a store belongs to its own capability'
  if (to.isRoute && !path.startsWith('app/platform/')) return 'a capability uses no routes of another'
  return undefined
}

function uiRefusal(to: Place, target: string): string | undefined {
  if (to.area === 'paraglide' || target.startsWith('app/platform/i18n/') || valueTypes.includes(target))
    return undefined
  return 'ui uses only ui, the shared value types and the languages'
}

function platformRefusal(from: Place, to: Place): string | undefined {
  if (to.area === 'paraglide') return undefined
  if (to.area === 'ui' && (from.isRoute || from.isUi)) return undefined
  return 'platform knows no capability'
}

/** Every forbidden import, as a sentence with its place. */
export function forbiddenImports(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, imports }) =>
    imports.flatMap((item) => {
      const refusal = refusalOf(path, item)
      return refusal === undefined ? [] : [`${path} imports ${item.target}: ${refusal}`]
    }),
  )
}

/** Every ring of files that import one another, each told once. */
export function importCycles(sources: readonly Source[]): string[] {
  const graph = new Map(
    sources.map(({ path, imports }) => [path, imports.filter((item) => item.isOurs).map((item) => item.target)]),
  )
  const finished = new Set<string>()
  const cycles: string[] = []
  const visit = (path: string, trail: readonly string[]) => {
    const at = trail.indexOf(path)
    if (at >= 0) cycles.push([...trail.slice(at), path].join(' -> '))
    if (at >= 0 || finished.has(path)) return
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path])
    finished.add(path)
  }
  for (const path of graph.keys()) visit(path, [])
  return cycles
}
