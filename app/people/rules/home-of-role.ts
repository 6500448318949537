import type { Role } from '#app/people/rules/roles.ts'

/** Where a person's work starts under each hat. Analysts have no pages of their own yet, only the choice of hats. */
export function homeOf(role: Role): string {
  switch (role) {
    case 'guardian':
      return '/family'
    case 'specialist':
    case 'provider_manager':
      return '/provider'
    case 'social_worker':
    case 'finance_officer':
    case 'payout_approver':
    case 'municipality_administrator':
      return '/municipality'
    case 'expert':
      return '/assessments'
    case 'ministry_analyst':
      return '/role'
  }
}
