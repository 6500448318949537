import type { RouteConfigEntry } from '@react-router/dev/routes'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { accessTable } from '#app/people/access-table.ts'
import routes from '#app/routes.ts'
import { projectFolder } from '../../scripts/bootstrap/project-folder.mjs'

/** The addresses the site answers, as full patterns such as /family/:childId/plan; layouts have none of their own. */
function patternsOf(entries: readonly RouteConfigEntry[], base: string): string[] {
  return entries.flatMap(({ path = '', index = false, children = [] }) => {
    const full = path === '' ? base : `${base}/${path}`
    const own = index || path !== '' ? [full === '' ? '/' : full] : []
    return [...own, ...patternsOf(children, full)]
  })
}

const patterns = patternsOf(await routes, '')

test('every address has its entry in the access table, and no entry is left over', () => {
  expect([...new Set(patterns)].toSorted()).toEqual(Object.keys(accessTable).toSorted())
})

test('every route points at a page that exists', async () => {
  const files = (entries: readonly RouteConfigEntry[]): string[] =>
    entries.flatMap(({ file, children = [] }) => [file, ...files(children)])
  const missing = files(await routes).filter((file) => !existsSync(join(projectFolder, 'app', file)))
  expect(missing).toEqual([])
})
