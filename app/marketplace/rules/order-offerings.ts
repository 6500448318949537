import type { Cents } from '#app/platform/money.ts'
import type { Mode } from './modes.ts'

/** What the order of found offerings depends on. */
export type Found = {
  readonly id: string
  readonly mode: Mode
  readonly unitPrice: Cents
  /** One way from home; null when the family does not travel or it is not known where to. */
  readonly minutesByCar: number | null
}

export type OfferingOrder = 'distance' | 'price'

/**
 * Orders what was found. By distance: home visits, then what lies within the family's travel limit from near to far,
 * then online, then what lies beyond it. By price: the cheaper unit first, then as by distance. Equal ones keep a
 * stable order. Long trips overload a child: product.md section 7.
 */
export function orderOfferings<Some extends Found>(
  offerings: readonly Some[],
  { order, travelLimitMinutes }: { order: OfferingOrder; travelLimitMinutes: number | null },
): Some[] {
  const nearness = (offering: Some) => groupOf(offering, travelLimitMinutes)
  return offerings.toSorted(
    (one, other) =>
      (order === 'price' ? one.unitPrice - other.unitPrice : 0) ||
      nearness(one) - nearness(other) ||
      (one.minutesByCar ?? 0) - (other.minutesByCar ?? 0) ||
      one.unitPrice - other.unitPrice ||
      (one.id < other.id ? -1 : 1),
  )
}

function groupOf({ mode, minutesByCar }: Found, travelLimitMinutes: number | null): number {
  if (mode === 'at_home') return 0
  if (mode === 'online') return 2
  return isBeyond(minutesByCar, travelLimitMinutes) ? 3 : 1
}

/** Further than the family wishes to travel; exactly at the limit is within it. */
export function isBeyond(minutesByCar: number | null, travelLimitMinutes: number | null): boolean {
  return minutesByCar !== null && travelLimitMinutes !== null && minutesByCar > travelLimitMinutes
}
