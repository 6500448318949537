import { type Cents, cents, priceOf, subtractCents, zeroCents } from '#app/platform/money.ts'
import { type Hundredths, hundredths, quarterHours, type Unit } from '#app/platform/quantity.ts'
import { type CancellationPolicy, lateCharge } from '#app/schedule/rules/cancellation.ts'
import type { PlaceType } from './six-elements.ts'

/** What the booking reserved. */
export type BookedSession = {
  readonly unit: Unit
  readonly quantity: Hundredths
  readonly unitPrice: Cents
  readonly reserved: Cents
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly placeType: PlaceType
}

/** What the specialist states took place. For hours the quantity follows from begin and end. */
export type DeliveredSession = {
  readonly startedAt: Temporal.Instant
  readonly endedAt: Temporal.Instant
  readonly placeType: PlaceType
  readonly quantity: Hundredths
}

/** Whether more than the reserved price may be taken: only with the guardian's consent and free money of the line. */
export type ExtraAllowance = { readonly guardianConsents: boolean; readonly available: Cents }

/** One thing that differs from the booking, with both values. */
export type Difference =
  | { readonly what: 'start' | 'end'; readonly booked: Temporal.Instant; readonly delivered: Temporal.Instant }
  | { readonly what: 'quantity'; readonly booked: Hundredths; readonly delivered: Hundredths }
  | { readonly what: 'place'; readonly booked: PlaceType; readonly delivered: PlaceType }
  | { readonly what: 'amount'; readonly booked: Cents; readonly delivered: Cents }

/** What a confirmation is worth. `amount` + `release` = reserved + `extraTaken`. */
export type DeliveredWorth = {
  readonly quantity: Hundredths
  readonly amount: Cents
  /** Goes back to the plan line. */
  readonly release: Cents
  /** What the delivery is worth above the reserved price; asked of the guardian. */
  readonly extraAsked: Cents
  /** What of it may be taken: all or nothing, so that a statement never shows part of a quarter hour. */
  readonly extraTaken: Cents
  readonly differences: readonly Difference[]
}

/**
 * What a confirmed delivery is worth: session, trip, course and kilometre by the quantity stated, hour by started
 * quarter hours of the actual time (whole minutes count), each at the booked unit price. Never above the reserved
 * price, unless the guardian consents and the money is available. Source: product.md section 5.
 *
 * An end before the begin throws a RangeError: `completeRecord` refuses it before.
 */
export function worthOfDelivery(
  booked: BookedSession,
  delivered: DeliveredSession,
  allowance: ExtraAllowance,
): DeliveredWorth {
  const quantity = booked.unit === 'hour' ? hoursBetween(delivered) : delivered.quantity
  const worth = priceOf(quantity, booked.unitPrice)
  const extraAsked = cents(Math.max(0, worth - booked.reserved))
  const mayTakeExtra = allowance.guardianConsents && extraAsked <= allowance.available
  const extraTaken = mayTakeExtra ? extraAsked : zeroCents

  const amount = subtractCents(worth, subtractCents(extraAsked, extraTaken))
  const release = cents(Math.max(0, booked.reserved - worth))
  const differences = differencesBetween(booked, { ...delivered, quantity }, amount)
  return { quantity, amount, release, extraAsked, extraTaken, differences }
}

/** Why a booked session did not take place although nobody cancelled it. */
export type Absence = 'no-show' | 'ill-with-note'

/**
 * What a session is worth that the child did not attend: the policy's share of the reserved price, at most so many
 * times per child and period, else nothing; an ill child with a note costs nothing. Source: product.md section 5.
 */
export function worthOfAbsence(
  absence: { readonly cause: Absence; readonly reserved: Cents; readonly alreadyCharged: number },
  policy: CancellationPolicy,
): DeliveredWorth {
  const { cause, reserved, alreadyCharged } = absence
  const amount = cause === 'no-show' ? lateCharge({ price: reserved, alreadyCharged }, policy) : zeroCents
  return {
    quantity: hundredths(0),
    amount,
    release: subtractCents(reserved, amount),
    extraAsked: zeroCents,
    extraTaken: zeroCents,
    differences: amount === reserved ? [] : [{ what: 'amount', booked: reserved, delivered: amount }],
  }
}

function hoursBetween({ startedAt, endedAt }: DeliveredSession): Hundredths {
  const minutes = Math.floor(startedAt.until(endedAt).total('minutes'))
  if (minutes < 0) throw new RangeError('A session ends before it begins')
  return quarterHours(minutes)
}

/**
 * What differs between a booking and what was stated, in the order people check it; `amount` is what is owed. Pages
 * mark these and nothing else.
 */
export function differencesBetween(booked: BookedSession, delivered: DeliveredSession, amount: Cents): Difference[] {
  const differences: Difference[] = []
  if (!booked.startsAt.equals(delivered.startedAt)) {
    differences.push({ what: 'start', booked: booked.startsAt, delivered: delivered.startedAt })
  }
  if (!booked.endsAt.equals(delivered.endedAt)) {
    differences.push({ what: 'end', booked: booked.endsAt, delivered: delivered.endedAt })
  }
  if (booked.quantity !== delivered.quantity) {
    differences.push({ what: 'quantity', booked: booked.quantity, delivered: delivered.quantity })
  }
  if (booked.placeType !== delivered.placeType) {
    differences.push({ what: 'place', booked: booked.placeType, delivered: delivered.placeType })
  }
  if (booked.reserved !== amount) differences.push({ what: 'amount', booked: booked.reserved, delivered: amount })
  return differences
}
