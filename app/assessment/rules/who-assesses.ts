/** Who may record an assessment: the experts, and the social worker who leads the family through it. */
export function mayAssess(role: string): boolean {
  return role === 'expert' || role === 'social_worker' || role === 'municipality_administrator'
}
