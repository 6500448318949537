import { expect, test } from 'vitest'
import { nameStatements } from '#app/platform/db/name-statements.ts'

test('the same text has one name, and past the limit there is none', () => {
  const nameOf = nameStatements(2)

  const names = ['SELECT 1', 'SELECT 2', 'SELECT 1', 'SELECT 3', 'SELECT 2'].map((sql) => nameOf({ sql }))

  expect(names).toEqual(['s0', 's1', 's0', '', 's1'])
})
