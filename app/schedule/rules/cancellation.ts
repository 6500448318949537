import { type Cents, percentOf, smallerOf, subtractCents, zeroCents } from '#app/platform/money.ts'

/** A municipality's rule for cancelled and missed sessions. Stored as policy with the date it holds from. */
export type CancellationPolicy = {
  /** Elapsed hours before the start up to which cancelling costs nothing. */
  readonly freeHoursBefore: number
  /** Whole per cent of the price the provider may claim for a late cancellation or a missed session. */
  readonly latePercent: number
  /** How often a child can be charged within one budget period. */
  readonly maxChargedPerPeriod: number
}

/** What a new municipality's policy starts with. Source: product.md section 5. */
export const defaultCancellationPolicy: CancellationPolicy = {
  freeHoursBefore: 24,
  latePercent: 50,
  maxChargedPerPeriod: 2,
}

export type CancellationCause = 'guardian' | 'guardian-ill-with-note' | 'provider' | 'municipality'

export type CancellationRequest = {
  readonly startsAt: Temporal.Instant
  /** The reserved price of the session. */
  readonly price: Cents
  readonly now: Temporal.Instant
  /** Late cancellations and missed sessions of this child in this period that were charged already. */
  readonly alreadyCharged: number
  readonly cause: CancellationCause
}

/** What cancelling costs. `charge` is the most the provider may claim; `charge` + `release` = price. */
export type CancellationOutcome = {
  readonly kind: 'free' | 'late'
  readonly reason:
    | 'in-time'
    | 'ill-with-note'
    | 'provider-cancels'
    | 'municipality-cancels'
    | 'late'
    | 'limit-of-charges-reached'
  readonly charge: Cents
  readonly release: Cents
  /** Cancelling at this very instant is still free. */
  readonly freeUntil: Temporal.Instant
}

/**
 * Decides what a cancellation costs: nothing up to the policy's hours before the start (exactly then included), for
 * an ill child with a note, and whenever the provider or the municipality cancels; later the provider may claim the policy's share, at
 * most so many times per child and period. The hours are elapsed hours: across a clock change the wall clock shows
 * an hour more or less. A guardian who cancels after the start is late like any other. Source: product.md section 5.
 */
export function decideCancellation(request: CancellationRequest, policy: CancellationPolicy): CancellationOutcome {
  const { price, cause } = request
  const freeUntil = freeCancellationUntil(request.startsAt, policy)
  const free = (reason: CancellationOutcome['reason']): CancellationOutcome => ({
    kind: 'free',
    reason,
    charge: zeroCents,
    release: price,
    freeUntil,
  })

  if (cause === 'provider') return free('provider-cancels')
  if (cause === 'municipality') return free('municipality-cancels')
  if (cause === 'guardian-ill-with-note') return free('ill-with-note')
  if (Temporal.Instant.compare(request.now, freeUntil) <= 0) return free('in-time')

  const charge = lateCharge({ price, alreadyCharged: request.alreadyCharged }, policy)
  const isCharged = request.alreadyCharged < policy.maxChargedPerPeriod
  return {
    kind: 'late',
    reason: isCharged ? 'late' : 'limit-of-charges-reached',
    charge,
    release: subtractCents(price, charge),
    freeUntil,
  }
}

/** The last instant at which a guardian cancels for nothing. */
export function freeCancellationUntil(startsAt: Temporal.Instant, policy: CancellationPolicy): Temporal.Instant {
  return startsAt.subtract({ hours: policy.freeHoursBefore })
}

/** The most a provider may claim for a late cancellation or a missed session; nothing once the limit is reached. */
export function lateCharge(
  { price, alreadyCharged }: { readonly price: Cents; readonly alreadyCharged: number },
  policy: CancellationPolicy,
): Cents {
  if (alreadyCharged >= policy.maxChargedPerPeriod) return zeroCents
  return smallerOf(percentOf(price, policy.latePercent), price)
}
