import type { SessionView } from '#app/insight/rules/home-view.ts'
import type { Contact, SupportPlanView } from '#app/plan/rules/plan-view.ts'

export type GuardianContact = Contact & { kind: 'parent' | 'legal_representative' | 'foster_family' }

/** A family as its municipality sees it. */
export type FamilyFile = {
  /** Epoch milliseconds. */
  now: number
  plan: SupportPlanView
  guardians: GuardianContact[]
  /** The way to the child's assessment; null for those who have no part in assessments. */
  assessment: { openId: string | null } | null
  ahead: SessionView[]
  behind: SessionView[]
  hasMoreSessions: boolean
}
