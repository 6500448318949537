import type { Role } from './roles.ts'

/** Where a hat belongs: the database holds the same. */
export type PlaceOfRole = 'municipality' | 'provider' | 'specialist' | 'nowhere'

export function placeOfRole(role: Role): PlaceOfRole {
  switch (role) {
    case 'specialist':
      return 'specialist'
    case 'provider_manager':
      return 'provider'
    case 'ministry_analyst':
      return 'nowhere'
    case 'guardian':
    case 'expert':
    case 'social_worker':
    case 'finance_officer':
    case 'payout_approver':
    case 'municipality_administrator':
      return 'municipality'
  }
}
