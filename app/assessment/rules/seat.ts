/** The part somebody has in an assessment. The lead is the expert who fixes the team's order. */
export type SeatRole = 'lead' | 'expert' | 'social_worker' | 'administrator' | 'guardian'

/** The pages of one assessment in the staff's workspace. */
export const assessmentTabs = ['overview', 'own', 'goals', 'services', 'ranking', 'plan', 'looking-back'] as const
export type AssessmentTab = (typeof assessmentTabs)[number]

/** The pages a part opens; a look back exists only where a period came before. Guardians have pages of their own. */
export function tabsOf(role: SeatRole, { looksBack }: { looksBack: boolean }): AssessmentTab[] {
  if (role === 'guardian') return []
  return assessmentTabs.filter((tab) => {
    if (tab === 'own') return role === 'lead' || role === 'expert'
    return tab === 'looking-back' ? looksBack : true
  })
}

/** Whether a part runs the assessment: invites, sets deadlines, sends reminders. */
export function runsAssessment(role: SeatRole): boolean {
  return role === 'social_worker' || role === 'administrator'
}

/** Whether a part writes an assessment of its own and sets the goals. */
export function writesExpertise(role: SeatRole): boolean {
  return role === 'lead' || role === 'expert'
}
