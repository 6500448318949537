import type { FamilyAssessment, FamilyChild } from '#app/assessment/rules/family-view.ts'
import type { DecisionState, FamilyTask } from '#app/assessment/rules/family-steps.ts'
import { nextTask } from '#app/assessment/rules/family-steps.ts'
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

/** What a family's other pages say of the way to the next plan: what is asked of the reader, or who is at work. */
export type AssessmentNotice = {
  /** The way to a plan, or a change of one that is in force. */
  of: 'assessment' | 'revision'
  task: FamilyTask | null
  waitsFor: 'experts' | 'worker' | 'plan' | 'signing' | 'nobody'
  serviceCount: number
  decision: FamilyDecision
  now: number
}

/** The notice of an overview; null when no assessment was ever opened. */
export function noticeOf({ assessment, decision, now }: FamilyOverview): AssessmentNotice | null {
  if (assessment === null) return null
  const task = nextTask(assessment, decision.state, decision.hasAcknowledged)
  const serviceCount = assessment.services.length
  return { of: 'assessment', task, waitsFor: waitsFor(assessment, decision), serviceCount, decision, now }
}

/** The notice of a revision that the reader has not acknowledged. */
export function revisionNotice(
  { planId, state }: { planId: string; state: 'sealed' | 'approved' },
  now: number,
): AssessmentNotice {
  return {
    of: 'revision',
    task: { step: 'decision', due: null },
    waitsFor: state === 'sealed' ? 'signing' : 'nobody',
    serviceCount: 0,
    decision: { planId, state, hasAcknowledged: false },
    now,
  }
}

/** Whether the way is walked to its end for the reader: the decision is in force and nothing waits for them. */
export function isWayOver({ task, waitsFor: whom }: AssessmentNotice): boolean {
  return task === null && whom === 'nobody'
}

function waitsFor(
  { completedAt, proposedAt }: Pick<FamilyAssessment, 'completedAt' | 'proposedAt'>,
  { state }: FamilyDecision,
): AssessmentNotice['waitsFor'] {
  if (completedAt === null) return proposedAt === null ? 'experts' : 'worker'
  if (state === 'approved') return 'nobody'
  return state === 'sealed' ? 'signing' : 'plan'
}
