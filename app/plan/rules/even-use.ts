import type { PeriodMoney, PeriodView } from '#app/plan/rules/plan-view.ts'
import { type Cents, addCents, cents } from '#app/platform/money.ts'

/** How money goes against time, with the numbers of the sentence that says so. */
export type EvenUse = {
  kind: 'even' | 'slower' | 'faster'
  timePercent: number
  /** Delivered and paid, of what was allocated. */
  usedPercent: number
  /** What is free and booked ahead, spread evenly over the weeks left. */
  perWeek: Cents
}

/** Nobody spends by the day: this far apart, in hundredths of the whole, still counts as even. */
const tolerancePercent = 10

/**
 * Compares money used with time passed in a running period. Sessions that are booked count as on their way, so a family
 * that has booked ahead is not told that it uses little. Null when there is nothing to compare.
 */
export function compareUse(
  period: Pick<PeriodView, 'phase' | 'elapsedPercent' | 'daysLeft'>,
  money: Pick<PeriodMoney, 'allocated' | 'available' | 'reserved' | 'delivered' | 'paid'>,
): EvenUse | null {
  if (period.phase !== 'running' || money.allocated === 0) return null
  const used = addCents(money.delivered, money.paid)
  const timePercent = period.elapsedPercent
  const usedPercent = (used / money.allocated) * 100
  const bookedPercent = (addCents(used, money.reserved) / money.allocated) * 100
  const ahead = addCents(money.available, money.reserved)
  const perWeek = cents(Math.floor((ahead * 7) / Math.max(7, period.daysLeft)))
  return { kind: kindOf({ timePercent, usedPercent, bookedPercent }), timePercent, usedPercent, perWeek }
}

function kindOf(percent: { timePercent: number; usedPercent: number; bookedPercent: number }): EvenUse['kind'] {
  if (percent.usedPercent > percent.timePercent + tolerancePercent) return 'faster'
  return percent.bookedPercent < percent.timePercent - tolerancePercent ? 'slower' : 'even'
}
