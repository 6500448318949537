import { expect, test } from 'vitest'
import { blockersOf } from './blockers.ts'

const at = '2026-11-25T10:00:00Z'
const physician = { name: 'Uldis', isLead: true, submittedAt: at, orderSubmittedAt: at, endedAt: null }
const ready: Parameters<typeof blockersOf>[0] = {
  wishes: 2,
  services: 5,
  goalsAgreedAt: at,
  proposedAt: null,
  rankedAt: null,
  completedAt: null,
  plan: null,
  guardians: [{ name: 'Ilze', wishesDoneAt: at }],
  experts: [physician],
  questions: [],
}
const plan = { id: 'p', state: 'draft', sealedAt: null, approvedAt: null, signatures: [] } as const
const signed = { name: 'Uldis', at } as const

test('at the start everything is named in the order in which it is done', () => {
  const start = {
    ...ready,
    wishes: 0,
    services: 0,
    goalsAgreedAt: null,
    guardians: [{ name: 'Ilze', wishesDoneAt: null }],
    experts: [{ ...physician, isLead: false, submittedAt: null, orderSubmittedAt: null }],
  }
  expect(blockersOf(start).map(({ kind }) => kind)).toEqual([
    'wishes-missing',
    'no-lead',
    'experts-missing',
    'goals-not-agreed',
    'no-services',
  ])
})

test('an expert who left holds nothing up, and does not lead', () => {
  const left = { ...physician, name: 'Rita', submittedAt: null, orderSubmittedAt: null, endedAt: at }
  expect(blockersOf({ ...ready, experts: [physician, left] })).toEqual([{ kind: 'not-proposed' }])
  expect(blockersOf({ ...ready, experts: [left] })).toEqual([{ kind: 'no-lead' }, { kind: 'not-proposed' }])
})

test('a family that is done without a wish is named as such', () => {
  expect(blockersOf({ ...ready, wishes: 0 })[0]).toEqual({ kind: 'no-wish' })
})

test('after the proposal the family is waited for, and its questions', () => {
  const proposed = { ...ready, proposedAt: at }
  expect(blockersOf(proposed)).toEqual([{ kind: 'ranking-missing' }])
  expect(blockersOf({ ...proposed, questions: [{ id: 'q' }] })).toEqual([
    { kind: 'questions-open', count: 1 },
    { kind: 'ranking-missing' },
  ])
  expect(blockersOf({ ...proposed, rankedAt: at })).toEqual([{ kind: 'plan-not-prepared' }])
})

test('then the plan: prepared, sealed, signed by both, approved', () => {
  const completed = { ...ready, proposedAt: at, rankedAt: at, completedAt: at }
  const sealed = { ...plan, sealedAt: at }
  expect(blockersOf(completed)).toEqual([{ kind: 'plan-not-prepared' }])
  expect(blockersOf({ ...completed, plan: { ...plan, signatures: [] } })).toEqual([
    { kind: 'plan-not-sealed', planId: 'p' },
  ])
  expect(blockersOf({ ...completed, plan: { ...sealed, signatures: [{ kind: 'physician', ...signed }] } })).toEqual([
    { kind: 'signatures-missing', planId: 'p', kinds: ['social_worker'] },
  ])
  expect(blockersOf({ ...completed, experts: [], plan: { ...sealed, signatures: [] } })).toEqual([
    { kind: 'no-lead' },
    { kind: 'signatures-missing', planId: 'p', kinds: ['social_worker', 'physician'] },
  ])
  const both = (['physician', 'social_worker', 'guardian'] as const).map((kind) => ({ kind, ...signed }))
  expect(blockersOf({ ...completed, plan: { ...sealed, signatures: both } })).toEqual([
    { kind: 'not-approved', planId: 'p' },
  ])
  expect(blockersOf({ ...completed, plan: { ...sealed, state: 'approved', signatures: both } })).toEqual([])
})
