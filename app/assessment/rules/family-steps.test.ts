import { expect, test } from 'vitest'
import type { DecisionState } from '#app/assessment/rules/family-steps.ts'
import { nextTask, orderState, stepStates } from '#app/assessment/rules/family-steps.ts'
import type { FamilyService } from '#app/assessment/rules/family-view.ts'

const at = '2026-11-25T10:00:00Z'
const me = { name: 'Anna', isMe: true, at }
const words = { lv: '', en: '' }

function service(understoodBy: FamilyService['understoodBy']): FamilyService {
  return {
    id: 's',
    serviceId: 's',
    name: words,
    unit: 'session',
    units: 1,
    minimumUnits: 1,
    mode: null,
    sessionsPerWeek: null,
    beneficiary: 'child',
    reason: words,
    explanation: words,
    otherPayer: null,
    expertHalfRank: 2,
    parentHalfRank: null,
    goals: [],
    understoodBy,
    questions: [],
  }
}

type Stage = {
  isWritten?: boolean
  isProposed?: boolean
  isRead?: boolean
  isHandedIn?: boolean
  isCompleted?: boolean
  decision?: DecisionState
  hasAcknowledged?: boolean
}

function seenAt(stage: Stage) {
  return {
    wishesDue: '2026-12-01',
    rankingDue: '2026-12-20',
    proposedAt: stage.isProposed ? at : null,
    completedAt: stage.isCompleted ? at : null,
    guardians: [
      {
        personId: 'p',
        name: 'Anna',
        isMe: true,
        wishesDoneAt: stage.isWritten ? at : null,
        wishesToldTo: null,
        lastAct: null,
      },
    ],
    services: stage.isProposed ? [service(stage.isRead ? [me] : [{ ...me, isMe: false }])] : [],
    ranking: { version: 0, changedBy: null, handedIn: stage.isHandedIn ? me : null, told: null },
  }
}

const proposed = { isWritten: true, isProposed: true }
const completed = { ...proposed, isRead: true, isHandedIn: true, isCompleted: true }

test.each<[string, Stage, string | null, string]>([
  ['nothing written', {}, 'wishes', 'wishes'],
  ['wishes done', { isWritten: true }, null, 'experts'],
  ['proposed, read by the other guardian only', proposed, 'reading', 'reading'],
  ['proposed before my wishes were done', { isProposed: true }, 'reading', 'reading'],
  ['all read', { ...proposed, isRead: true }, 'order', 'order'],
  ['handed in without reading all', { ...proposed, isHandedIn: true }, null, 'decision'],
  ['plan being prepared', { ...completed, decision: 'preparing' }, null, 'decision'],
  ['plan to be signed', { ...completed, decision: 'sealed' }, 'decision', 'decision'],
  ['seen, not signed yet', { ...completed, decision: 'sealed', hasAcknowledged: true }, null, 'decision'],
])('%s: the one thing to do and the step we are at', (_, stage, task, now) => {
  const decision = stage.decision ?? 'none'

  expect(nextTask(seenAt(stage), decision, stage.hasAcknowledged ?? false)?.step ?? null).toBe(task)
  const states = Object.entries(stepStates(seenAt(stage), decision))
  expect(states.filter(([, state]) => state === 'now').map(([step]) => step)).toEqual([now])
})

test('a decision in force waits to be read once, then nothing is left to do', () => {
  const seen = seenAt(completed)

  expect(nextTask(seen, 'approved', false)).toEqual({ step: 'decision', due: null })
  expect(nextTask(seen, 'approved', true)).toBeNull()
  expect(Object.values(stepStates(seen, 'approved'))).toEqual(['done', 'done', 'done', 'done', 'done'])
})

test('a task names the day it is due', () => {
  expect(nextTask(seenAt({}), 'none', false)?.due).toBe('2026-12-01')
  expect(nextTask(seenAt(proposed), 'none', false)?.due).toBe('2026-12-20')
})

test.each<[Stage, string]>([
  [{}, 'not-yet'],
  [proposed, 'open'],
  [{ ...proposed, isHandedIn: true }, 'handed-in'],
  [completed, 'closed'],
])('the order of %j is %s', (stage, state) => {
  expect(orderState(seenAt(stage))).toBe(state)
})
