import type { RouteConfigEntry } from '@react-router/dev/routes'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { accessTable } from '#app/people/access-table.ts'
import routes from '#app/routes.ts'
import { routePatterns } from '#tests/support/route-patterns.ts'
import { projectFolder } from '../../scripts/bootstrap/project-folder.mjs'

test('every address has its entry in the access table, and no entry is left over', async () => {
  expect((await routePatterns()).toSorted()).toEqual(Object.keys(accessTable).toSorted())
})

test('every route points at a page that exists', async () => {
  const files = (entries: readonly RouteConfigEntry[]): string[] =>
    entries.flatMap(({ file, children = [] }) => [file, ...files(children)])
  const missing = files(await routes).filter((file) => !existsSync(join(projectFolder, 'app', file)))
  expect(missing).toEqual([])
})
