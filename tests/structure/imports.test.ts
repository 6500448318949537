import { expect, test } from 'vitest'
import { forbiddenImports, importCycles, refusalOf } from './import-table.ts'
import { importsOf, readSources } from './sources.ts'

const sources = await readSources()

test('no file imports what its place does not allow', () => {
  expect(sources.length).toBeGreaterThan(10)
  expect(forbiddenImports(sources)).toEqual([])
})

test('no files import one another in a ring', () => {
  expect(importCycles(sources)).toEqual([])
})

test.each([
  ['app/budget/hold-money.server.ts', '#app/schedule/book-session.server.ts', 'budget does not use schedule'],
  [
    'app/plan/rules/funding-line.ts',
    '#app/platform/db/transact.server.ts',
    'rules use rules and the shared value types only',
  ],
  ['app/plan/rules/funding-line.ts', 'zod', 'rules are pure and use no such package'],
  ['app/plan/routes/plan.tsx', '../store.server.ts', 'routes use use cases, never a store'],
  ['app/plan/routes/plan.tsx', '#app/platform/db/generated/client.ts', 'only a store talks to the database'],
  ['app/platform/routes/dev-ui.tsx', '#app/platform/db/generated/client.ts', 'only a store talks to the database'],
  ['app/plan/approve-plan.server.ts', 'pg', 'only a store talks to the database'],
  ['app/plan/approve-plan.server.ts', '#app/budget/store.server.ts', 'a store belongs to its own capability'],
  ['app/plan/ui/plan-list.tsx', '#app/plan/get-plan.server.ts', 'ui never uses a server file'],
  ['app/ui/button.tsx', '#app/plan/rules/funding-line.ts', 'ui uses only ui, the shared value types and the languages'],
  ['app/platform/http/serve.server.ts', '#app/people/actor.ts', 'platform knows no capability'],
  ['app/insight/home.server.ts', '#app/plan/routes/plan.tsx', 'a capability uses no routes of another'],
  ['app/payout/run.server.ts', '#app/messages/notify.server.ts', 'payout does not use messages'],
])('%s may not import %s', (path, name, refusal) => {
  const [found] = importsOf(path, `import type { X } from '${name}'`)
  expect(found && refusalOf(path, found)).toBe(refusal)
})

test.each([
  ['app/schedule/book-session.server.ts', '#app/budget/hold-money.server.ts'],
  ['app/plan/routes/plan.tsx', '../get-plan.server.ts'],
  ['app/delivery/store.server.ts', '#app/platform/db/generated/client.ts'],
  ['app/budget/post-transfer.server.ts', '#app/platform/db/generated/client.ts'],
  ['app/plan/rules/funding-line.ts', '#app/platform/money.ts'],
  ['app/ui/button.tsx', '#app/platform/i18n/format.ts'],
  ['app/root.tsx', '#app/people/actor.server.ts'],
])('%s may import %s', (path, name) => {
  const [found] = importsOf(path, `import { x } from '${name}'`)
  expect(found && refusalOf(path, found)).toBeUndefined()
})
