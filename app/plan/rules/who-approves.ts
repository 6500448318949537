/** Who may open a period and approve its plan: the family's social worker or the municipality's administrator. */
export function mayApprovePlans(role: string): boolean {
  return role === 'social_worker' || role === 'municipality_administrator'
}
