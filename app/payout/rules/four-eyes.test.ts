import { expect, test } from 'vitest'
import { type RunActor, type RunAtHand, runStates, type RunStep, takeStep } from './four-eyes.ts'

const date = (text: string) => Temporal.PlainDate.from(text)
const both: RunActor = { personId: 'anna', mayPrepare: true, mayApprove: true }
const otherBoth: RunActor = { personId: 'juris', mayPrepare: true, mayApprove: true }
const clerk: RunActor = { personId: 'clerk', mayPrepare: true, mayApprove: false }
const approver: RunActor = { personId: 'approver', mayPrepare: false, mayApprove: true }
const nobody: RunActor = { personId: 'nobody', mayPrepare: false, mayApprove: false }
const prepared: RunAtHand = { state: 'prepared', preparedBy: 'anna', approvedOn: null }
const approved: RunAtHand = { state: 'approved', preparedBy: 'anna', approvedOn: date('2026-12-03') }
const execute = (bankDate: string) =>
  ({ step: 'execute', bankDate: date(bankDate), today: date('2026-12-08') }) as const

test('another person approves what was prepared', () => {
  expect(takeStep(prepared, { step: 'approve' }, approver)).toEqual({ ok: true, value: 'approved' })
  expect(takeStep(prepared, { step: 'approve' }, otherBoth)).toEqual({ ok: true, value: 'approved' })
})

test('the one who prepared cannot approve, whatever rights they hold', () => {
  expect(takeStep(prepared, { step: 'approve' }, both)).toMatchObject({ refusal: { kind: 'prepared-it-yourself' } })
})

test('the right to prepare is not the right to approve', () => {
  expect(takeStep(prepared, { step: 'approve' }, clerk)).toMatchObject({
    refusal: { kind: 'not-entrusted', with: 'approving' },
  })
})

test.each([both, clerk, approver])('whoever handles payments may return a run with a reason ($personId)', (actor) => {
  expect(takeStep(prepared, { step: 'return', reason: 'Trūkst dokumenta' }, actor)).toMatchObject({ value: 'returned' })
  expect(takeStep(prepared, { step: 'return', reason: '  ' }, actor)).toMatchObject({
    refusal: { kind: 'reason-missing' },
  })
})

test('nobody else returns or executes a run', () => {
  const refusal = { kind: 'not-entrusted', with: 'payments' }
  expect(takeStep(prepared, { step: 'return', reason: 'x' }, nobody)).toMatchObject({ refusal })
  expect(takeStep(approved, execute('2026-12-04'), nobody)).toMatchObject({ refusal })
})

test.each([
  ['2026-12-02', { refusal: { kind: 'bank-date-before-approval' } }],
  ['2026-12-03', { value: 'executed' }],
  ['2026-12-08', { value: 'executed' }],
  ['2026-12-09', { refusal: { kind: 'bank-date-in-future' } }],
])('the bank pays between the approval and today: %s', (bankDate, outcome) => {
  expect(takeStep(approved, execute(bankDate), clerk)).toMatchObject(outcome)
})

const steps: RunStep[] = [{ step: 'approve' }, { step: 'return', reason: 'Trūkst dokumenta' }, execute('2026-12-04')]
const possible: Record<string, readonly string[]> = { prepared: ['approve', 'return'], approved: ['execute'] }

test.each(runStates)('a run that is %s takes only the steps of its state', (state) => {
  const run = { ...approved, state }
  const taken = steps.filter((step) => takeStep(run, step, otherBoth).ok).map(({ step }) => step)
  expect(taken).toEqual(possible[state] ?? [])
})
