import { expect, test } from 'vitest'
import type { AssessedResult, NeededService } from '#app/assessment/rules/assessed-result.ts'
import { problemsOf } from '#app/assessment/rules/assessed-result.ts'

const text = { lv: 'teksts', en: 'text' }
const wish = { key: 'w', horizon: 'wish', text: 'Lai smejas biežāk.', servesKey: null } as const

function needed(serviceId: string, need: Partial<NeededService> = {}): NeededService {
  return {
    payer: 'individual-budget',
    serviceId,
    expertHalfRank: 2,
    parentHalfRank: 2,
    units: 10,
    minimumUnits: 1,
    mode: null,
    sessionsPerWeek: null,
    beneficiary: 'child',
    reason: text,
    explanation: text,
    ...need,
  }
}

const result = (change: Partial<AssessedResult>): AssessedResult => ({
  goals: [wish],
  services: [needed('a')],
  ...change,
})

test('a wish and one ranked service are a usable result', () => {
  expect(problemsOf(result({}))).toEqual([])
})

test.each([
  [1, 0, true],
  [1, 1, true],
  [0, 0, false],
  [1, 2, false],
  [5_000, 1, true],
  [5_001, 1, false],
  [1.5, 1, false],
])('%d units with a minimum of %d are in range: %s', (units, minimumUnits, inRange) => {
  const problems = problemsOf(result({ services: [needed('a', { units, minimumUnits })] }))

  expect(problems.length === 0).toBe(inRange)
})

test('a goal serves only what stands above it, so goals never run in a ring', () => {
  const long = { key: 'l', horizon: 'long_term', text: 'Iet.', servesKey: 's' } as const
  const short = { key: 's', horizon: 'short_term', text: 'Stāv.', servesKey: 'l' } as const

  expect(problemsOf(result({ goals: [wish, long, short] }))).toEqual([{ problem: 'goal-serves-no-wish', key: 'l' }])
})

test('ties are averaged: two services that share first place have rank 1.5 each', () => {
  const tied = [
    needed('a', { expertHalfRank: 3, parentHalfRank: 2 }),
    needed('b', { expertHalfRank: 3, parentHalfRank: 4 }),
  ]
  const both = [
    needed('a', { expertHalfRank: 2, parentHalfRank: 2 }),
    needed('b', { expertHalfRank: 2, parentHalfRank: 4 }),
  ]

  expect(problemsOf(result({ services: tied }))).toEqual([])
  expect(problemsOf(result({ services: both }))).toEqual([{ problem: 'expert-ranks-have-gaps' }])
})
