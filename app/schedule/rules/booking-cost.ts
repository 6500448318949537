import type { Cents } from '#app/platform/money.ts'
import type { CancellationCause, CancellationOutcome, CancellationPolicy } from './cancellation.ts'
import { decideCancellation } from './cancellation.ts'

export type CancelReason =
  | 'plans_changed'
  | 'child_ill'
  | 'specialist_ill'
  | 'specialist_unavailable'
  | 'place_unavailable'
  | 'other'

/** Who cancels and why. For a child who is ill the note says what certificate there is; blank is none. */
export type Cancelling = {
  readonly by: 'guardian' | 'provider' | 'municipality'
  readonly reason: CancelReason
  readonly note: string | null
}

type Charged = CancellationPolicy & {
  readonly startsAt: Temporal.Instant
  readonly price: Cents
  /** Charges of this child in this period so far. */
  readonly alreadyCharged: number
}

/** What cancelling a booking costs by its own rule; shown before it is done and decided again when it is. */
export function costOf(
  booking: Charged,
  cancelling: Cancelling & { readonly now: Temporal.Instant },
): CancellationOutcome {
  const { startsAt, price, alreadyCharged } = booking
  const cause = causeOf(cancelling)
  return decideCancellation({ startsAt, price, alreadyCharged, now: cancelling.now, cause }, booking)
}

function causeOf({ by, reason, note }: Cancelling): CancellationCause {
  if (by !== 'guardian') return by
  return reason === 'child_ill' && writtenNote(note) !== null ? 'guardian-ill-with-note' : 'guardian'
}

/** A note without blanks around it, or null when nothing is written. */
export function writtenNote(note: string | null): string | null {
  return note === null || note.trim() === '' ? null : note.trim()
}
