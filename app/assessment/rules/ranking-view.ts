import type { AssessmentHead } from '#app/assessment/rules/assessment-head.ts'
import type { BothLanguages } from '#app/assessment/rules/assessed-result.ts'
import type { ProposalBlocker } from '#app/assessment/rules/proposal.ts'
import type { Profession } from '#app/assessment/rules/team.ts'
import type { TeamPlace } from '#app/assessment/rules/team-order.ts'
import type { ToldOrder } from '#app/assessment/rules/told-order.ts'
import type { Unit } from '#app/platform/quantity.ts'

/** How far the order of the services is. Instants as ISO texts. */
export type OrderState = {
  readonly areGoalsAgreed: boolean
  readonly isProposed: boolean
  readonly isCompleted: boolean
  readonly proposedAt: string | null
  readonly proposedBy: string | null
  readonly proposalReason: string | null
  readonly parentsRankedAt: string | null
  readonly parentsRankingChangedAt: string | null
  /** The family's order as the social worker entered it; null when a guardian handed it in. */
  readonly told: ToldOrder | null
}

export type RankedServiceView = {
  readonly id: string
  readonly name: BothLanguages
  readonly units: number
  readonly unit: Unit
  readonly understoodBy: number
}

export type RankingMember = {
  readonly personId: string
  readonly name: string
  readonly profession: Profession
  readonly isLead: boolean
  readonly hasHandedInAssessment: boolean
  readonly orderHandedInAt: string | null
}

export type TeamView = {
  readonly order: string[][]
  readonly places: readonly TeamPlace[]
  /** Whose orders the average is made of, in the order of `halfRanks`. */
  readonly experts: readonly { name: string; isLead: boolean }[]
}

export type RankingView = {
  readonly head: AssessmentHead
  readonly state: OrderState
  /** The services that ask for money of the budget, in the order of the catalogue. */
  readonly services: readonly RankedServiceView[]
  /** Names of every service on the list, for what lacks. */
  readonly names: Readonly<Record<string, BothLanguages>>
  readonly members: readonly RankingMember[]
  /** The reader's own order; null for who gives none. `isStarted` once they have saved one. */
  readonly own: {
    readonly order: string[][]
    readonly isStarted: boolean
    readonly handedInAt: string | null
  } | null
  /** The average of the orders handed in; null while there is none. */
  readonly team: TeamView | null
  /** An expert reads the others' orders once their own is handed in, so that it is their own. */
  readonly isTeamHidden: boolean
  /** What the lead fixed, last or now. */
  readonly fixed: string[][] | null
  readonly blockers: readonly ProposalBlocker[]
  /** Questions of the parents that nobody has answered. */
  readonly openQuestions: number
}
