import type { FamilyAssessment, FamilyChild } from '#app/assessment/rules/family-view.ts'
import type { DecisionState } from '#app/assessment/rules/family-steps.ts'
import type { BasisProblem, FundingBasis } from '#app/plan/rules/funding-policy.ts'

/** What prices and the what-if of a family are computed with; the problem says why they cannot be. */
export type FamilyBasis = Pick<FundingBasis, 'weights' | 'budget' | 'prices' | 'whenItDoesNotFit'>

/** The assessment of a family with what money it is about. `basis` is null when no plan could be computed today. */
export type FamilyRankingView = {
  child: FamilyChild
  assessment: FamilyAssessment | null
  basis: FamilyBasis | null
  problem: BasisProblem | null
  /** Epoch milliseconds: the page says "today" as of then. */
  now: number
}

/** The decision that came out of an assessment, as far as it is. */
export type FamilyDecision = { planId: string | null; state: DecisionState; hasAcknowledged: boolean }

export type FamilyOverview = {
  child: FamilyChild
  assessment: FamilyAssessment | null
  decision: FamilyDecision
  now: number
}
