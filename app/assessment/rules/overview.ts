import type { AssessmentHead } from './assessment-head.ts'
import type { BothLanguages } from './assessed-result.ts'
import type { Profession } from './team.ts'
import type { ToldOrder } from './told-order.ts'

/*
 * One assessment as those see it who work on it. Instants are ISO texts and days "2026-11-24", so that loaders can hand
 * all of it to the browser.
 */

export type OverviewGuardian = {
  personId: string
  name: string
  wishesDoneAt: string | null
  /** Services of the proposal whose present explanation they marked as understood. */
  understood: number
  remindedToday: boolean
}

export type OverviewExpert = {
  personId: string
  name: string
  profession: Profession
  isLead: boolean
  submittedAt: string | null
  orderSubmittedAt: string | null
  /** No longer part of the team. */
  endedAt: string | null
  remindedToday: boolean
}

export type OpenQuestion = {
  id: string
  /** The assessed service it stands beside. */
  serviceId: string
  service: BothLanguages
  text: string
  askedBy: string
  askedAt: string
}

export type OverviewPlan = {
  id: string
  state: 'draft' | 'approved' | 'superseded'
  sealedAt: string | null
  approvedAt: string | null
  signatures: { kind: 'social_worker' | 'physician' | 'guardian'; name: string; at: string }[]
}

export type HistoryEntry = { type: string; by: string | null; at: string }

export type AssessmentOverview = {
  head: AssessmentHead
  today: string
  deadlines: { wishesDue: string | null; expertsDue: string | null; rankingDue: string | null }
  openedAt: string
  wishes: number
  longTermGoals: number
  shortTermGoals: number
  /** Services that ask for money of the individual budget; those of other payers are not ordered. */
  services: number
  servicesOfOthers: number
  goalsAgreedAt: string | null
  proposedAt: string | null
  rankedAt: string | null
  /** The family's order as the social worker entered it; null when a guardian handed it in. */
  told: ToldOrder | null
  completedAt: string | null
  guardians: OverviewGuardian[]
  experts: OverviewExpert[]
  questions: OpenQuestion[]
  plan: OverviewPlan | null
  history: HistoryEntry[]
  /** Those who care for the child, or are experts of the municipality, and are not invited. */
  invitable: { guardians: Person[]; experts: Person[] }
}

export type Person = { personId: string; name: string }
