import type { Locale } from '#app/paraglide/runtime.js'

export const roles = [
  'guardian',
  'specialist',
  'provider_manager',
  'expert',
  'social_worker',
  'finance_officer',
  'payout_approver',
  'municipality_administrator',
  'ministry_analyst',
] as const
export type Role = (typeof roles)[number]

/** A person under one of their hats, as every use case gets to know them. */
export type Actor = {
  personId: string
  sessionId: string
  roleGrantId: string
  role: Role
  givenName: string
  familyName: string
  locale: Locale
  /** The tenant; null for people of providers, who serve several. */
  municipalityId: string | null
  providerId: string | null
  specialistId: string | null
}
