import type { BookedMode } from './booked-place.ts'
import { bookedPlace } from './booked-place.ts'
import type { Difference } from './delivered-amount.ts'
import { differencesBetween } from './delivered-amount.ts'
import type { PlaceType } from './six-elements.ts'
import type { Cents } from '#app/platform/money.ts'
import type { Hundredths, Unit } from '#app/platform/quantity.ts'

/** What a booking said and what was stated, as instants. */
export type Compared = {
  kind: 'delivered' | 'not_attended' | 'late_cancellation'
  unit: Unit
  mode: BookedMode
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  startedAt: Temporal.Instant | null
  endedAt: Temporal.Instant | null
  placeType: PlaceType | null
  bookedQuantity: Hundredths
  quantity: Hundredths
  unitPrice: Cents
  reserved: Cents
  amount: Cents
}

/** Which of the values shown side by side are truly different. */
export type DifferentValue = Difference['what']

/**
 * What to mark on a page that shows a booking beside its statement. Of a session that was not attended only the
 * amount can differ: it has no times.
 */
export function differentValues(row: Compared): DifferentValue[] {
  const { startedAt, endedAt, placeType, quantity, amount, reserved } = row
  if (startedAt === null || endedAt === null || placeType === null) return amount === reserved ? [] : ['amount']
  const booked = {
    unit: row.unit,
    quantity: row.bookedQuantity,
    unitPrice: row.unitPrice,
    reserved,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    placeType: bookedPlace(row.mode),
  }
  return differencesBetween(booked, { startedAt, endedAt, placeType, quantity }, amount).map(({ what }) => what)
}
