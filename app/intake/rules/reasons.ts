import type { ColumnKey } from './columns.ts'

/** Why a row, and with it the other rows of its family and period, is not taken. */
export const refusalCodes = [
  'missing',
  'too-long',
  'formula',
  'not-text',
  'not-a-day',
  'not-a-number',
  'out-of-range',
  'not-an-email',
  'not-a-code',
  'unknown-kind',
  'unknown-mode',
  'unknown-service',
  'no-price',
  'unknown-worker',
  'born-later',
  'period-backwards',
  'period-too-long',
  'period-over',
  'minimum-above',
  'half-a-place',
  'without-service',
  'service-twice',
  'budget-differs',
  'code-differs',
  'group-too-large',
  'others-refused',
  'code-of-another',
  'two-children',
  'period-overlaps',
  'period-open',
  'plan-differs',
  'fund-short',
  'not-possible',
] as const
/** What a row is taken with, and somebody should look at. */
export const doubtCodes = ['check-digit', 'no-email', 'no-worker', 'place-unknown'] as const

export type RefusalCode = (typeof refusalCodes)[number]
export type DoubtCode = (typeof doubtCodes)[number]

/** A code with its column and what the sentence needs beside it; never a name, a personal code or words about health. */
export type Reason = {
  readonly code: RefusalCode | DoubtCode
  readonly column: ColumnKey | null
  /** Sums in cents, limits, row numbers: what the sentence fills in. */
  readonly values?: readonly string[]
}

export function isRefusal({ code }: Reason): boolean {
  return refusalCodes.some((refusal) => refusal === code)
}
