import { expect, test } from 'vitest'
import { problemsOfTeam } from './team.ts'

const physician = { personId: 'a', profession: 'rehabilitation_physician', isLead: true } as const
const psychologist = { personId: 'b', profession: 'psychologist', isLead: false } as const

test('one lead among the experts and a guardian is a team', () => {
  expect(problemsOfTeam({ guardianIds: ['g'], experts: [physician, psychologist] })).toEqual([])
})

test('what is missing or double is named', () => {
  expect(problemsOfTeam({ guardianIds: [], experts: [] })).toEqual(['no-guardian', 'no-expert'])
  expect(problemsOfTeam({ guardianIds: ['g'], experts: [psychologist] })).toEqual(['no-lead'])
  expect(problemsOfTeam({ guardianIds: ['g'], experts: [physician, { ...psychologist, isLead: true }] })).toEqual([
    'several-leads',
  ])
  expect(problemsOfTeam({ guardianIds: ['g', 'g'], experts: [physician] })).toEqual(['named-twice'])
})
