import type { BothLanguages } from '#app/assessment/rules/assessed-result.ts'
import type { ToldOrder } from '#app/assessment/rules/told-order.ts'
import type { PlanDifference } from '#app/plan/rules/plan-difference.ts'
import type { GuardianToTell, MissingSignature, SignatureKind, SignedHow } from '#app/plan/rules/plan-signing.ts'
import type { Contact, PlanContent } from '#app/plan/rules/plan-view.ts'
import type { Cents } from '#app/platform/money.ts'

/** One signature as people read it. Instants are ISO texts. */
export type SignatureView = {
  id: string
  kind: SignatureKind
  personId: string
  name: string
  how: SignedHow
  recordedBy: string
  note: string | null
  signedAt: string
}

/** All that stands around the list of one version. Days are texts, instants ISO texts. */
export type PlanHead = {
  planId: string
  childId: string
  childName: string
  periodId: string
  assessmentId: string | null
  startsOn: string
  /** Included. */
  lastDay: string
  version: number
  state: 'draft' | 'approved' | 'superseded' | 'withdrawn'
  origin: 'assessed' | 'taken_over' | 'revision'
  sealedAt: string | null
  preparedBy: string | null
  approvedAt: string | null
  approvedBy: string | null
  decisionYear: number | null
  decisionNumber: number | null
  decidedOn: string | null
  /** Of a revision: why; of a first plan: why the budget is another than the usual. */
  reason: string | null
  basedOnId: string | null
  minimumRule: 'skip' | 'stop'
  appealDays: number | null
  appealTo: BothLanguages
  withdrawnAt: string | null
  withdrawnBy: string | null
  withdrawnReason: string | null
  fourEyes: boolean
  /** The actor leads the team of the period's assessment. */
  leads: boolean
  /** Somebody does; nobody on a plan that was decided before the portal, until an expert is invited. */
  hasLead: boolean
  inFund: Cents
  municipality: { name: BothLanguages; legalName: string; registrationNo: string; email: string; phone: string }
  worker: Contact | null
}

/** What the actor can do with a plan now. A deed that waits for others is there, and says what it waits for. */
export type PlanDeeds = {
  sign: 'social_worker' | 'physician' | null
  acknowledge: boolean
  /** The guardians whose acknowledgement may be recorded. */
  record: GuardianToTell[]
  approve: 'now' | 'unsigned' | 'four-eyes' | null
  withdraw: boolean
}

export type PlanFile = {
  head: PlanHead
  content: PlanContent
  /** The family's order as the social worker entered it; null when a guardian handed it in. */
  told: ToldOrder | null
  signatures: SignatureView[]
  missing: MissingSignature[]
  /** What a revision changes against the version it is based on; null for a first plan. */
  difference: PlanDifference | null
  deeds: PlanDeeds
}

/** What the document of a decision is written of. */
export type DecisionFile = Pick<PlanFile, 'head' | 'content' | 'told' | 'signatures'>
