export const professions = [
  'rehabilitation_physician',
  'physiotherapist',
  'ergotherapist',
  'psychologist',
  'audiologist_speech_therapist',
  'other',
] as const
export type Profession = (typeof professions)[number]

export type TeamMember = { personId: string; profession: Profession; isLead: boolean }

export type TeamProblem = 'no-guardian' | 'no-expert' | 'no-lead' | 'several-leads' | 'named-twice'

/**
 * What is wrong with those who are invited to a new assessment: at least one guardian and one expert, exactly one lead
 * (it should be the rehabilitation physician; who it is stays the municipality's decision), nobody twice.
 */
export function problemsOfTeam({
  guardianIds,
  experts,
}: {
  guardianIds: readonly string[]
  experts: readonly TeamMember[]
}): TeamProblem[] {
  const leads = experts.filter((expert) => expert.isLead).length
  const ids = experts.map((expert) => expert.personId)
  return [
    ...(guardianIds.length === 0 ? (['no-guardian'] as const) : []),
    ...(experts.length === 0 ? (['no-expert'] as const) : []),
    ...(experts.length > 0 && leads === 0 ? (['no-lead'] as const) : []),
    ...(leads > 1 ? (['several-leads'] as const) : []),
    ...(new Set(ids).size < ids.length || new Set(guardianIds).size < guardianIds.length
      ? (['named-twice'] as const)
      : []),
  ]
}
