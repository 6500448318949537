import type { Role } from '#app/people/rules/roles.ts'
import { m } from '#app/paraglide/messages.js'

const names = {
  guardian: m.people_role_guardian,
  specialist: m.people_role_specialist,
  provider_manager: m.people_role_provider_manager,
  expert: m.people_role_expert,
  social_worker: m.people_role_social_worker,
  finance_officer: m.people_role_finance_officer,
  payout_approver: m.people_role_payout_approver,
  municipality_administrator: m.people_role_municipality_administrator,
  ministry_analyst: m.people_role_ministry_analyst,
} as const satisfies Record<Role, () => string>

const shown = {
  guardian: m.people_demo_shows_guardian,
  specialist: m.people_demo_shows_specialist,
  provider_manager: m.people_demo_shows_provider_manager,
  expert: m.people_demo_shows_expert,
  social_worker: m.people_demo_shows_social_worker,
  finance_officer: m.people_demo_shows_finance_officer,
  payout_approver: m.people_demo_shows_payout_approver,
  municipality_administrator: m.people_demo_shows_municipality_administrator,
  ministry_analyst: m.people_demo_shows_ministry_analyst,
} as const satisfies Record<Role, () => string>

/** A hat in the reader's language. */
export function roleName(role: Role): string {
  return names[role]()
}

/** What a visitor of the demonstration sees under a hat. */
export function roleShows(role: Role): string {
  return shown[role]()
}
