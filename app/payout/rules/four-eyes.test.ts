import fc from 'fast-check'
import { expect, test } from 'vitest'
import { prepareRun, type RunActor, type RunState, type RunStep, takeStep } from './four-eyes.ts'

const now = Temporal.Instant.from('2026-12-03T08:00:00Z')
const anna: RunActor = { personId: 'anna', mayPrepare: true, mayApprove: true }
const juris: RunActor = { personId: 'juris', mayPrepare: true, mayApprove: true }
const clerk: RunActor = { personId: 'clerk', mayPrepare: true, mayApprove: false }
const approver: RunActor = { personId: 'approver', mayPrepare: false, mayApprove: true }
const bankDate = Temporal.PlainDate.from('2026-12-04')

function prepared(by: RunActor = anna): RunState {
  const run = prepareRun(by, now)
  if (!run.ok) throw new Error(run.refusal.kind)
  return run.value
}

function after(run: RunState, ...steps: [RunStep, RunActor][]): RunState {
  return steps.reduce((state, [step, actor]) => {
    const next = takeStep(state, step, actor, now)
    if (!next.ok) throw new Error(next.refusal.kind)
    return next.value
  }, run)
}

test('a run goes from one who prepares over another who approves to the bank and is executed', () => {
  const run = after(
    prepared(),
    [{ step: 'approve' }, juris],
    [{ step: 'send' }, clerk],
    [{ step: 'execute', bankDate }, clerk],
  )

  expect(run).toEqual({
    state: 'executed',
    preparedBy: 'anna',
    preparedAt: now,
    approvedBy: 'juris',
    approvedAt: now,
    executedBy: 'clerk',
    executedAt: now,
    bankDate,
  })
})

test('the one who prepared cannot approve or return, whatever rights they hold', () => {
  expect(takeStep(prepared(), { step: 'approve' }, anna, now)).toEqual({
    ok: false,
    refusal: { kind: 'prepared-it-yourself' },
  })
  expect(takeStep(prepared(), { step: 'return', reason: 'x' }, anna, now)).toMatchObject({
    refusal: { kind: 'prepared-it-yourself' },
  })
})

test('after a return, the one who prepares it anew cannot approve it, the first one can', () => {
  const again = after(
    prepared(),
    [{ step: 'return', reason: ' Trūkst dokumenta ' }, juris],
    [{ step: 'prepare-again' }, juris],
  )

  expect(takeStep(again, { step: 'approve' }, juris, now)).toMatchObject({ refusal: { kind: 'prepared-it-yourself' } })
  expect(takeStep(again, { step: 'approve' }, anna, now)).toMatchObject({
    ok: true,
    value: { state: 'approved', approvedBy: 'anna' },
  })
})

test('steps need the right that belongs to them', () => {
  expect(prepareRun(approver, now)).toEqual({ ok: false, refusal: { kind: 'not-entrusted', with: 'preparing' } })
  expect(takeStep(prepared(), { step: 'approve' }, clerk, now)).toMatchObject({
    refusal: { kind: 'not-entrusted', with: 'approving' },
  })
  expect(takeStep(prepared(), { step: 'withdraw' }, approver, now)).toMatchObject({ refusal: { with: 'preparing' } })
})

test('a return needs a reason, kept without the space around it', () => {
  expect(takeStep(prepared(), { step: 'return', reason: '  ' }, juris, now)).toMatchObject({
    refusal: { kind: 'reason-missing' },
  })
  expect(after(prepared(), [{ step: 'return', reason: ' Trūkst dokumenta ' }, juris])).toMatchObject({
    reason: 'Trūkst dokumenta',
  })
})

test('handing out the file again changes nothing', () => {
  const sent = after(prepared(), [{ step: 'approve' }, juris], [{ step: 'send' }, clerk])

  expect(takeStep(sent, { step: 'send' }, anna, now.add({ hours: 1 }))).toEqual({ ok: true, value: sent })
})

const allowed: Record<RunState['state'], readonly RunStep['step'][]> = {
  prepared: ['approve', 'return', 'withdraw'],
  returned: ['prepare-again', 'withdraw'],
  approved: ['send'],
  'at-bank': ['send', 'execute'],
  executed: [],
  withdrawn: [],
}
const steps = fc.constantFrom<RunStep>(
  { step: 'approve' },
  { step: 'return', reason: 'Trūkst dokumenta' },
  { step: 'prepare-again' },
  { step: 'withdraw' },
  { step: 'send' },
  { step: 'execute', bankDate },
)

test('along every path only the steps of the table are possible, and no run is approved by its preparer', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(steps, fc.constantFrom(anna, juris, clerk, approver)), { maxLength: 12 }), (path) => {
      let run = prepared()
      for (const [step, actor] of path) {
        const next = takeStep(run, step, actor, now)
        const isPossible = allowed[run.state].includes(step.step)
        expect(!next.ok && next.refusal.kind === 'step-not-possible').toBe(!isPossible)
        if (next.ok) run = next.value
        if ('approvedBy' in run) expect(run.approvedBy).not.toBe(run.preparedBy)
      }
    }),
    { numRuns: 500 },
  )
})
