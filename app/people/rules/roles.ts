/** The hats of product life; the database knows the same list. */
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
