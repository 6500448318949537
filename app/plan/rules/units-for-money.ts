import type { Cents } from '#app/platform/money.ts'
import { type Hundredths, type Unit, hundredths } from '#app/platform/quantity.ts'

/**
 * What an amount pays for at a price, to tell a family how far it reaches: hours in quarters, everything else whole,
 * always rounded down. Nothing for a price of zero, which says nothing about how far money reaches.
 */
export function unitsForMoney({ money, unitPrice, unit }: { money: Cents; unitPrice: Cents; unit: Unit }): Hundredths {
  if (unitPrice <= 0) return hundredths(0)
  const step = unit === 'hour' ? 25 : 100
  return hundredths(Math.floor((money * 100) / unitPrice / step) * step)
}
