import { expect, test } from 'vitest'
import { notesFor, observesAs } from '#app/progress/rules/who-reads-notes.ts'

test.each([
  ['guardian', 'all', 'guardian'],
  ['social_worker', 'all', 'social_worker'],
  ['municipality_administrator', 'all', null],
  ['expert', 'all', 'expert'],
  ['specialist', 'own-provider', null],
  ['provider_manager', 'own-provider', null],
  ['finance_officer', 'none', null],
  ['payout_approver', 'none', null],
  ['ministry_analyst', 'none', null],
  ['anybody else', 'none', null],
])('%s reads %s of the notes and observes as %s', (role, reach, author) => {
  expect(notesFor(role)).toBe(reach)
  expect(observesAs(role)).toBe(author)
})
