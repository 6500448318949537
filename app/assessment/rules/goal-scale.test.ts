import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { GoalDraft, WrittenGoal } from '#app/assessment/rules/goal-scale.ts'
import {
  agreementGaps,
  goalDraftProblems,
  levelField,
  scaleLevels,
  unfinishedIn,
  unservedWishes,
  wishOf,
} from '#app/assessment/rules/goal-scale.ts'

const described = { [-2]: 'a', [-1]: 'b', 0: 'c', 1: 'd', 2: 'e' }
const undescribed = { [-2]: '', [-1]: '', 0: '', 1: ' ', 2: '' }

const wish = (id: string): WrittenGoal => ({
  id,
  horizon: 'wish',
  servesId: null,
  text: 'Lai runā.',
  baseline: null,
  levels: undescribed,
})
const long = (id: string, servesId: string | null): WrittenGoal => ({ ...wish(id), horizon: 'long_term', servesId })
const short = (id: string, servesId: string | null, changes: Partial<WrittenGoal> = {}): WrittenGoal => ({
  ...wish(id),
  horizon: 'short_term',
  servesId,
  baseline: -2,
  levels: described,
  ...changes,
})
const draft = (changes: Partial<GoalDraft> = {}): GoalDraft => ({
  text: 'Saka divus vārdus kopā.',
  servesId: 'w',
  weight: 1,
  baseline: -1,
  levels: undescribed,
  ...changes,
})

test('a goal that is still being written is no mistake', () => {
  const goals = [wish('w')]
  expect(goalDraftProblems(draft(), { horizon: 'short_term', goals })).toEqual([])
  expect(goalDraftProblems(draft({ servesId: null, baseline: null }), { horizon: 'long_term', goals })).toEqual([])
})

test.each([
  ['nothing written', { text: ' ' }, { problem: 'no-text' }],
  ['20,000 characters', { text: 'ā'.repeat(20_000) }, { problem: 'too-long', field: 'text', longest: 500 }],
  [
    'a level that is too long',
    { levels: { ...undescribed, [2]: 'x'.repeat(501) } },
    { problem: 'too-long', field: 'level+2', longest: 500 },
  ],
  ['weight 4', { weight: 4 }, { problem: 'unknown-weight' }],
  ['weight 0', { weight: 0 }, { problem: 'unknown-weight' }],
  ['a start at +1', { baseline: 1 }, { problem: 'unknown-baseline' }],
  ['a start at -7', { baseline: -7 }, { problem: 'unknown-baseline' }],
  ['a wish that is not there', { servesId: 'gone' }, { problem: 'serves-nothing' }],
  ['a goal of its own kind', { servesId: 's' }, { problem: 'serves-nothing' }],
])('says what is wrong with %s', (_, changes, problem) => {
  const goals = [wish('w'), short('s', 'w')]
  expect(goalDraftProblems(draft(changes), { horizon: 'short_term', goals })).toEqual([problem])
})

test('a goal leads to a wish itself or through a larger goal', () => {
  const goals = [wish('w'), long('l', 'w'), short('s', 'l'), short('t', 'w'), long('m', null), short('u', 'm')]
  expect(goals.map((goal) => wishOf(goal, goals)?.id ?? null)).toEqual(['w', 'w', 'w', 'w', null, null])
})

test('links in a ring, which only broken data has, lead nowhere and end', () => {
  const goals = [long('l', 'm'), long('m', 'l')]
  expect(goals.map((goal) => wishOf(goal, goals))).toEqual([null, null])
})

test('a short-term goal needs five levels, a start and a wish; a long-term one only its wish', () => {
  const goals = [wish('w'), long('l', 'w')]
  expect(unfinishedIn(short('s', 'l'), goals)).toBeNull()
  expect(unfinishedIn(long('l', 'w'), goals)).toBeNull()
  expect(unfinishedIn(short('s', null, { baseline: null, levels: { ...described, [1]: ' ' } }), goals)).toEqual({
    goalId: 's',
    emptyLevels: [1],
    hasNoBaseline: true,
    leadsToNoWish: true,
  })
})

test('goals are agreed when each is finished and each wish is served or known not to be', () => {
  const goals = [wish('w'), wish('v'), short('s', 'w')]
  expect(agreementGaps(goals, [])).toEqual([{ gap: 'wishes-unserved', wishIds: ['v'] }])
  expect(agreementGaps(goals, ['v'])).toEqual([])
  expect(agreementGaps([wish('w')], ['w'])).toEqual([{ gap: 'no-short-term-goal' }])
})

test('accepting one wish accepts no other', () => {
  const goals = [wish('w'), wish('v'), wish('x'), short('s', 'w')]
  expect(agreementGaps(goals, ['v', 'w'])).toEqual([{ gap: 'wishes-unserved', wishIds: ['x'] }])
})

test('a wish is served exactly when some goal leads to it, whatever the links', () => {
  const links = fc.array(fc.record({ isLong: fc.boolean(), serves: fc.nat({ max: 12 }) }), { maxLength: 10 })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), links, (wishes, made) => {
      const goals: WrittenGoal[] = Array.from({ length: wishes }, (_, index) => wish(`w${index}`))
      for (const [index, { isLong, serves }] of made.entries()) {
        const possible = goals.filter((goal) => goal.horizon === 'wish' || (!isLong && goal.horizon === 'long_term'))
        const servesId = possible[serves]?.id ?? null
        goals.push(isLong ? long(`g${index}`, servesId) : short(`g${index}`, servesId))
      }
      const unserved = new Set(unservedWishes(goals).map((goal) => goal.id))
      for (const goal of goals.filter((each) => each.horizon === 'wish')) {
        const isServed = goals.some((other) => other.horizon !== 'wish' && wishOf(other, goals)?.id === goal.id)
        expect(unserved.has(goal.id)).toBe(!isServed)
      }
    }),
  )
})

test('every level has a field of its own', () => {
  expect(scaleLevels.map(levelField)).toEqual(['level-2', 'level-1', 'level0', 'level+1', 'level+2'])
})
