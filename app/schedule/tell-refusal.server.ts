import type { BookRefusal } from './rules/decide-booking.ts'

/** A refusal as plain values, for a page to put into words. */
export function tellRefusal(refusal: BookRefusal) {
  if (refusal.kind !== 'period-over') return refusal
  return { kind: refusal.kind, lastDay: refusal.endsBefore.subtract({ days: 1 }).toString() }
}
