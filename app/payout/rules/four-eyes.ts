import { accept, refuse, type Result } from '#app/platform/result.ts'

/**
 * Where a payout run is: prepared -> approved -> executed, or prepared -> returned, which frees its deliveries for the
 * next run. From the approval on its contents never change.
 */
export const runStates = ['prepared', 'returned', 'approved', 'executed'] as const
export type RunState = (typeof runStates)[number]

/** A run as far as the next step needs it. Dates are Riga's. */
export type RunAtHand = {
  readonly state: RunState
  readonly preparedBy: string
  /** Null until somebody approves. */
  readonly approvedOn: Temporal.PlainDate | null
}

/** Who acts, and what the municipality entrusted them with. One person may hold both rights, but not for one run. */
export type RunActor = { readonly personId: string; readonly mayPrepare: boolean; readonly mayApprove: boolean }

export type RunStep =
  | { readonly step: 'approve' }
  | { readonly step: 'return'; readonly reason: string }
  /** `bankDate` is the day on which the bank says it paid. */
  | { readonly step: 'execute'; readonly bankDate: Temporal.PlainDate; readonly today: Temporal.PlainDate }

export type RunRefusal =
  | { readonly kind: 'not-entrusted'; readonly with: 'preparing' | 'approving' | 'payments' }
  | { readonly kind: 'prepared-it-yourself' }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'bank-date-before-approval' }
  | { readonly kind: 'bank-date-in-future' }
  | { readonly kind: 'step-not-possible'; readonly state: RunState; readonly step: RunStep['step'] }

/**
 * Says whether a step may be taken, and to which state it leads. Approving needs the right to approve and somebody
 * other than the one who prepared the run (four eyes). Returning moves no money, so that both sides may do it, the
 * preparer too, with a reason in words. The bank's answer is recorded by either side; its date lies between the
 * approval and today.
 *
 * Refuses, in this order: a step the state does not allow, a person not entrusted with it, the preparer as approver,
 * a missing reason, a date that cannot be. Source: product.md section 2.
 */
export function takeStep(run: RunAtHand, step: RunStep, actor: RunActor): Result<RunState, RunRefusal> {
  const from = step.step === 'execute' ? 'approved' : 'prepared'
  if (run.state !== from) return refuse({ kind: 'step-not-possible', state: run.state, step: step.step })
  if (step.step === 'approve') return approve(run, actor)
  if (!actor.mayPrepare && !actor.mayApprove) return refuse({ kind: 'not-entrusted', with: 'payments' })
  if (step.step === 'execute') return execute(run, step)
  if (step.reason.trim() === '') return refuse({ kind: 'reason-missing' })
  return accept('returned')
}

function approve(run: RunAtHand, actor: RunActor): Result<RunState, RunRefusal> {
  if (!actor.mayApprove) return refuse({ kind: 'not-entrusted', with: 'approving' })
  if (actor.personId === run.preparedBy) return refuse({ kind: 'prepared-it-yourself' })
  return accept('approved')
}

function execute(
  { approvedOn }: RunAtHand,
  { bankDate, today }: RunStep & { step: 'execute' },
): Result<RunState, RunRefusal> {
  if (approvedOn !== null && Temporal.PlainDate.compare(bankDate, approvedOn) < 0) {
    return refuse({ kind: 'bank-date-before-approval' })
  }
  if (Temporal.PlainDate.compare(today, bankDate) < 0) return refuse({ kind: 'bank-date-in-future' })
  return accept('executed')
}
