import type { Cents } from '#app/platform/money.ts'
import type { RunRefusal } from './rules/four-eyes.ts'
import type { FileProblem } from './rules/pain001.ts'

/** Why a step with a payout run is refused, for the use cases that refuse and the screens that say so. */
export type PrepareRefusal =
  | { kind: 'not-entrusted'; with: 'preparing' }
  | { kind: 'dates-wrong' }
  | { kind: 'nothing-to-pay'; leftOut: number }
  /** Families answered, or a colleague prepared, since the page was opened. */
  | { kind: 'total-changed'; total: Cents }
  | { kind: 'file-not-payable'; problems: readonly (Pick<FileProblem, 'what'> & { creditor: string | null })[] }

export type ApproveRefusal =
  | RunRefusal
  | { kind: 'not-found' }
  /** A delivery of the run was settled otherwise since: the run must be returned and prepared anew. */
  | { kind: 'deliveries-changed'; count: number }

export type ReturnRefusal = RunRefusal | { kind: 'not-found' }

export type ExecuteRefusal = RunRefusal | { kind: 'not-found' } | { kind: 'payout-unknown' }
