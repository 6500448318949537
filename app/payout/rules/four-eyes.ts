import { accept, refuse, type Result } from '#app/platform/result.ts'

type Prepared = { readonly preparedBy: string; readonly preparedAt: Temporal.Instant }
type Approved = Prepared & { readonly approvedBy: string; readonly approvedAt: Temporal.Instant }

/**
 * A payout run on its way: prepared -> approved -> at the bank -> executed. An approver may return it with a reason,
 * and it is prepared anew; a run that is not approved yet can be withdrawn, which frees its deliveries. From the
 * approval on its contents never change.
 */
export type RunState =
  | (Prepared & { readonly state: 'prepared' })
  | (Prepared & {
      readonly state: 'returned'
      readonly returnedBy: string
      readonly returnedAt: Temporal.Instant
      readonly reason: string
    })
  | (Approved & { readonly state: 'approved' })
  | (Approved & { readonly state: 'at-bank'; readonly sentBy: string; readonly sentAt: Temporal.Instant })
  | (Approved & {
      readonly state: 'executed'
      readonly executedBy: string
      readonly executedAt: Temporal.Instant
      /** The date the bank states. */
      readonly bankDate: Temporal.PlainDate
    })
  | (Prepared & { readonly state: 'withdrawn'; readonly withdrawnBy: string; readonly withdrawnAt: Temporal.Instant })

/** Who acts, and what the municipality entrusted them with. One person may hold both rights, but not for one run. */
export type RunActor = { readonly personId: string; readonly mayPrepare: boolean; readonly mayApprove: boolean }

export type RunStep =
  | { readonly step: 'approve' }
  | { readonly step: 'return'; readonly reason: string }
  | { readonly step: 'prepare-again' }
  | { readonly step: 'withdraw' }
  /** The payment file is handed out, or the payments are given to another rail. */
  | { readonly step: 'send' }
  | { readonly step: 'execute'; readonly bankDate: Temporal.PlainDate }

export type RunRefusal =
  | { readonly kind: 'not-entrusted'; readonly with: 'preparing' | 'approving' }
  | { readonly kind: 'prepared-it-yourself' }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'step-not-possible'; readonly state: RunState['state']; readonly step: RunStep['step'] }

/** Prepares a run. Refuses whoever is not entrusted with preparing. */
export function prepareRun(
  actor: RunActor,
  now: Temporal.Instant,
): Result<RunState & { state: 'prepared' }, RunRefusal> {
  if (!actor.mayPrepare) return refuse({ kind: 'not-entrusted', with: 'preparing' })
  return accept({ state: 'prepared', preparedBy: actor.personId, preparedAt: now })
}

/**
 * Takes a run one step further. Approving and returning need the right to approve and somebody other than the one who
 * prepared the run (four eyes); the other steps need the right to prepare. Returning needs a reason in words. Handing
 * out the file again while the run is at the bank changes nothing, so that a lost download can be repeated.
 *
 * Refuses, in this order: a step the state does not allow, a person not entrusted with it, the preparer as approver,
 * a missing reason. Source: product.md section 2.
 */
export function takeStep(
  run: RunState,
  step: RunStep,
  actor: RunActor,
  now: Temporal.Instant,
): Result<RunState, RunRefusal> {
  const next = nextState(run, step, actor, now)
  if (next === null) return refuse({ kind: 'step-not-possible', state: run.state, step: step.step })

  const isApprovers = step.step === 'approve' || step.step === 'return'
  if (isApprovers && !actor.mayApprove) return refuse({ kind: 'not-entrusted', with: 'approving' })
  if (!isApprovers && !actor.mayPrepare) return refuse({ kind: 'not-entrusted', with: 'preparing' })
  if (isApprovers && actor.personId === run.preparedBy) return refuse({ kind: 'prepared-it-yourself' })
  if (step.step === 'return' && step.reason.trim() === '') return refuse({ kind: 'reason-missing' })
  return accept(next)
}

function nextState(run: RunState, step: RunStep, actor: RunActor, now: Temporal.Instant): RunState | null {
  const { preparedBy, preparedAt } = run
  const by = actor.personId
  if (run.state === 'prepared') {
    if (step.step === 'approve') return { state: 'approved', preparedBy, preparedAt, approvedBy: by, approvedAt: now }
    if (step.step === 'return') {
      return { state: 'returned', preparedBy, preparedAt, returnedBy: by, returnedAt: now, reason: step.reason.trim() }
    }
  }
  if (run.state === 'returned' && step.step === 'prepare-again')
    return { state: 'prepared', preparedBy: by, preparedAt: now }
  if ((run.state === 'prepared' || run.state === 'returned') && step.step === 'withdraw') {
    return { state: 'withdrawn', preparedBy, preparedAt, withdrawnBy: by, withdrawnAt: now }
  }
  if (run.state === 'approved' && step.step === 'send') return { ...run, state: 'at-bank', sentBy: by, sentAt: now }
  if (run.state === 'at-bank' && step.step === 'send') return run
  if (run.state === 'at-bank' && step.step === 'execute') {
    const { approvedBy, approvedAt } = run
    const approval = { preparedBy, preparedAt, approvedBy, approvedAt }
    return { ...approval, state: 'executed', executedBy: by, executedAt: now, bankDate: step.bankDate }
  }
  return null
}
