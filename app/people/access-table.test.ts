import { expect, test } from 'vitest'
import { accessTable, findAccess, mayOpen } from '#app/people/access-table.ts'
import { roles } from '#app/people/rules/roles.ts'

test('a pattern that is not in the table is unknown, also when objects have such a property', () => {
  for (const pattern of ['/somewhere', 'constructor', '__proto__', 'toString']) expect(findAccess(pattern)).toBeNull()
})

test('a visitor opens public pages only', () => {
  expect(mayOpen('public', null)).toBe(true)
  expect(mayOpen('signed-in', null)).toBe(false)
  expect(mayOpen(['guardian'], null)).toBe(false)
})

test('a page of one hat is closed to every other', () => {
  expect(roles.filter((role) => mayOpen(['guardian'], role))).toEqual(['guardian'])
})

test.each([
  ['/family', ['guardian']],
  ['/provider', ['specialist', 'provider_manager']],
  ['/assessments', ['expert', 'social_worker', 'municipality_administrator']],
  ['/municipality', ['social_worker', 'finance_officer', 'payout_approver', 'municipality_administrator']],
])('everything under %s is for its own hats', (root, hats) => {
  const entries = Object.entries(accessTable).filter(([pattern]) => pattern === root || pattern.startsWith(`${root}/`))
  for (const [pattern, access] of entries) {
    // The goals of a child are the experts' too: they follow what became of their work.
    const own = pattern === '/municipality/families/:childId/goals' ? [...hats, 'expert'] : hats
    const open = roles.filter((role) => mayOpen(access, role))
    expect({ pattern, foreign: open.filter((role) => !own.includes(role)) }).toEqual({ pattern, foreign: [] })
    expect(mayOpen(access, null)).toBe(false)
  }
})
