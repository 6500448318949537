import type { PeriodMoney, PeriodView } from '#app/plan/rules/plan-view.ts'

/*
 * When a family or its social worker is told about the budget. Unbooked money lapses at the end of a period
 * (product.md section 5), so the word comes while there is still time to book.
 */

/** From this many days before the end, free money is pointed at. */
export const endingSoonDays = 42
/** At least this share of the budget counts as money left. */
export const muchLeftPercent = 15
/** Less than this share free counts as nearly out... */
export const nearlyOutPercent = 10
/** ...as long as the period still has this many days to go. */
export const longToGoDays = 28

export type BudgetFlag = 'money-left' | 'nearly-out'

/** What stands out in a running period's money; null when nothing does. */
export function flagBudget(
  period: Pick<PeriodView, 'phase' | 'daysLeft'>,
  money: Pick<PeriodMoney, 'allocated' | 'available'>,
): BudgetFlag | null {
  if (period.phase !== 'running' || money.allocated === 0) return null
  const freePercent = (money.available * 100) / money.allocated
  if (period.daysLeft <= endingSoonDays && freePercent >= muchLeftPercent) return 'money-left'
  return period.daysLeft >= longToGoDays && freePercent < nearlyOutPercent ? 'nearly-out' : null
}
