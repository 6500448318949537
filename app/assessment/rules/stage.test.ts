import { expect, test } from 'vitest'
import type { StageFacts } from './stage.ts'
import { stageOf, stages, waitsFor } from './stage.ts'

const fresh: StageFacts = {
  areWishesDone: false,
  areExpertsDone: false,
  areGoalsAgreed: false,
  isProposed: false,
  isRanked: false,
  isCompleted: false,
  plan: null,
}

test.each<[Partial<StageFacts>, string]>([
  [{}, 'wishes'],
  [{ areWishesDone: true }, 'assessing'],
  [{ areWishesDone: true, areExpertsDone: true }, 'goals'],
  [{ areWishesDone: true, areExpertsDone: true, areGoalsAgreed: true }, 'services'],
  [{ areWishesDone: true, areExpertsDone: true, areGoalsAgreed: true, isProposed: true }, 'proposed'],
  [{ areGoalsAgreed: true, isProposed: true, isRanked: true }, 'ranked'],
  [{ isRanked: true, isCompleted: true }, 'completed'],
  [{ isCompleted: true, plan: 'draft' }, 'completed'],
  [{ isCompleted: true, plan: 'sealed' }, 'sealed'],
  [{ isCompleted: true, plan: 'signed' }, 'signed'],
  [{ isCompleted: true, plan: 'approved' }, 'approved'],
])('%o stands at %s', (facts, stage) => {
  expect(stageOf({ ...fresh, ...facts })).toBe(stage)
})

test('steps that came early do not hold back, and missing earlier ones do not either', () => {
  expect(stageOf({ ...fresh, areExpertsDone: true })).toBe('goals')
  expect(stageOf({ ...fresh, areGoalsAgreed: true })).toBe('services')
  expect(stageOf({ ...fresh, isProposed: true })).toBe('proposed')
})

test('every stage waits for somebody but the last', () => {
  expect(stages.filter((stage) => waitsFor(stage) === 'nobody')).toEqual(['approved'])
})
