/** Who may record an assessment: the experts, and the social worker who leads the family through it. */
export function mayAssess(role: string): boolean {
  return role === 'expert' || role === 'social_worker' || role === 'municipality_administrator'
}

/** Who opens an assessment and invites to it: the child's social worker; the administrator stands in. */
export function mayOpenAssessments(role: string): boolean {
  return role === 'social_worker' || role === 'municipality_administrator'
}
