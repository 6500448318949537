import type { Role } from '#app/people/rules/roles.ts'

/**
 * Whether a role reads what a family wishes for and the experts aim at. Those who pay see what was granted and why; the
 * goals say more about a child's health than a payment needs.
 */
export function readsGoals(role: Role): boolean {
  return role !== 'finance_officer' && role !== 'payout_approver'
}
