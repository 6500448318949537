import { type Cents, priceOf, smallerOf, subtractCents } from '#app/platform/money.ts'
import type { Hundredths } from '#app/platform/quantity.ts'
import { accept, refuse, type Result } from '#app/platform/result.ts'
import { startOfDay } from '#app/platform/time.ts'
import type { CancellationPolicy } from './cancellation.ts'

/** Everything that decides whether a session can be booked, as it stands now. */
export type BookingFacts = {
  readonly now: Temporal.Instant
  readonly startsAt: Temporal.Instant
  readonly periodEndsBefore: Temporal.PlainDate
  /** The municipality lets the provider serve its families on the day of the session. */
  readonly isProviderAccepted: boolean
  readonly isSpecialistBusy: boolean
  /** The child has something else in the same lane. */
  readonly isChildBusy: boolean
  /** The start is one of the offering's free starts. */
  readonly isFreeStart: boolean
  /** Today's price of a unit; null when the offering has none. */
  readonly tariff: Cents | null
  /** The most the municipality pays for a unit; null when it set no cap. */
  readonly cap: Cents | null
  readonly quantity: Hundredths
  readonly seenPrice: Cents
  readonly available: Cents
  readonly policy: CancellationPolicy | null
}

export type BookRefusal =
  | { kind: 'not-found' }
  | TimeRefusal
  | { kind: 'price-changed'; was: Cents; is: Cents }
  | { kind: 'budget-exceeded'; missing: Cents }

/** Why a time cannot be had. */
export type TimeRefusal =
  | { kind: 'period-over'; endsBefore: Temporal.PlainDate }
  | { kind: 'slot-in-the-past' }
  | { kind: 'provider-not-accepted' }
  | { kind: 'slot-taken' }
  | { kind: 'child-busy' }
  /** Outside the specialist's hours, too soon or too far ahead. */
  | { kind: 'not-a-free-slot' }

export type BookingDecision = { unitPrice: Cents; price: Cents; policy: CancellationPolicy }

/**
 * Decides whether a session is booked and at what price: the offering's tariff of today, at most the municipality's
 * cap. What the family can do least about is told first, money last. Source: product.md section 5.
 */
export function decideBooking(facts: BookingFacts): Result<BookingDecision, BookRefusal> {
  const placed = refusalOfTime(facts)
  if (placed !== null) return refuse(placed)
  const unitPrice = unitPriceOf(facts)
  if (unitPrice === null || facts.policy === null) return refuse({ kind: 'not-found' })

  const price = priceOf(facts.quantity, unitPrice)
  if (price !== facts.seenPrice) return refuse({ kind: 'price-changed', was: facts.seenPrice, is: price })
  if (price > facts.available) {
    return refuse({ kind: 'budget-exceeded', missing: subtractCents(price, facts.available) })
  }
  return accept({ unitPrice, price, policy: facts.policy })
}

/** What one unit costs the family's budget; null when the offering has no tariff in force. */
export function unitPriceOf({ tariff, cap }: { tariff: Cents | null; cap: Cents | null }): Cents | null {
  if (tariff === null) return null
  return cap === null ? tariff : smallerOf(tariff, cap)
}

type TimeFacts = Omit<BookingFacts, 'tariff' | 'cap' | 'quantity' | 'seenPrice' | 'available' | 'policy'>

/** Why a time cannot be had; null when it can. The same for a new booking and for one that moves. */
export function refusalOfTime(facts: TimeFacts): TimeRefusal | null {
  const periodEnd = startOfDay(facts.periodEndsBefore)
  if (Temporal.Instant.compare(facts.now, periodEnd) >= 0 || Temporal.Instant.compare(facts.startsAt, periodEnd) >= 0) {
    return { kind: 'period-over', endsBefore: facts.periodEndsBefore }
  }
  if (Temporal.Instant.compare(facts.startsAt, facts.now) <= 0) return { kind: 'slot-in-the-past' }
  if (!facts.isProviderAccepted) return { kind: 'provider-not-accepted' }
  if (facts.isSpecialistBusy) return { kind: 'slot-taken' }
  if (facts.isChildBusy) return { kind: 'child-busy' }
  return facts.isFreeStart ? null : { kind: 'not-a-free-slot' }
}
