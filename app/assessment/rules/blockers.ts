import type { AssessmentOverview, OpenQuestion } from './overview.ts'

/** Something that has to happen before the assessment goes on, with those it hangs on where it is people. */
export type Blocker =
  | { kind: 'wishes-missing'; names: string[] }
  | { kind: 'no-wish' }
  | { kind: 'no-lead' }
  | { kind: 'experts-missing'; names: string[] }
  | { kind: 'goals-not-agreed' }
  | { kind: 'no-services' }
  | { kind: 'orders-missing'; names: string[] }
  | { kind: 'not-proposed' }
  | { kind: 'questions-open'; count: number }
  | { kind: 'ranking-missing' }
  | { kind: 'plan-not-prepared' }
  | { kind: 'plan-not-sealed'; planId: string }
  | { kind: 'signatures-missing'; planId: string; kinds: ('social_worker' | 'physician')[] }
  | { kind: 'not-approved'; planId: string }

type Facts = Pick<
  AssessmentOverview,
  'wishes' | 'services' | 'goalsAgreedAt' | 'proposedAt' | 'rankedAt' | 'completedAt' | 'plan'
> & {
  guardians: readonly Pick<AssessmentOverview['guardians'][number], 'name' | 'wishesDoneAt'>[]
  experts: readonly Pick<
    AssessmentOverview['experts'][number],
    'name' | 'isLead' | 'submittedAt' | 'orderSubmittedAt' | 'endedAt'
  >[]
  questions: readonly Pick<OpenQuestion, 'id'>[]
}

/**
 * What stands between an assessment and its next big step (the proposal to the parents, their ranking, the plan, the
 * signatures, the approval), in the order in which it is best done. Empty when the plan is approved.
 */
export function blockersOf(facts: Facts): Blocker[] {
  if (facts.completedAt !== null) return beforeApproval(facts)
  const questions: Blocker[] =
    facts.questions.length === 0 ? [] : [{ kind: 'questions-open', count: facts.questions.length }]
  if (facts.rankedAt !== null) return [...questions, { kind: 'plan-not-prepared' }]
  if (facts.proposedAt !== null) return [...questions, { kind: 'ranking-missing' }]
  return beforeProposal(facts)
}

function beforeProposal({ guardians, experts, wishes, services, goalsAgreedAt }: Facts): Blocker[] {
  const team = experts.filter((expert) => expert.endedAt === null)
  const writing = guardians.filter((guardian) => guardian.wishesDoneAt === null).map((guardian) => guardian.name)
  const assessing = team.filter((expert) => expert.submittedAt === null).map((expert) => expert.name)
  const ordering = team.filter((expert) => expert.orderSubmittedAt === null).map((expert) => expert.name)
  const blockers: (Blocker | null)[] = [
    writing.length > 0 ? { kind: 'wishes-missing', names: writing } : wishes === 0 ? { kind: 'no-wish' } : null,
    team.some((expert) => expert.isLead) ? null : { kind: 'no-lead' },
    assessing.length > 0 ? { kind: 'experts-missing', names: assessing } : null,
    goalsAgreedAt === null ? { kind: 'goals-not-agreed' } : null,
    services === 0 ? { kind: 'no-services' } : null,
    services > 0 && ordering.length > 0 ? { kind: 'orders-missing', names: ordering } : null,
    services > 0 ? { kind: 'not-proposed' } : null,
  ]
  return blockers.filter((blocker) => blocker !== null)
}

function beforeApproval({ plan, experts }: Pick<Facts, 'plan' | 'experts'>): Blocker[] {
  if (plan === null) return [{ kind: 'plan-not-prepared' }]
  if (plan.state !== 'draft') return []
  if (plan.sealedAt === null) return [{ kind: 'plan-not-sealed', planId: plan.id }]
  const kinds = (['social_worker', 'physician'] as const).filter(
    (kind) => !plan.signatures.some((signature) => signature.kind === kind),
  )
  if (kinds.length === 0) return [{ kind: 'not-approved', planId: plan.id }]
  const nobodySigns = kinds.includes('physician') && !experts.some((expert) => expert.isLead && expert.endedAt === null)
  return [
    ...(nobodySigns ? [{ kind: 'no-lead' } as const] : []),
    { kind: 'signatures-missing', planId: plan.id, kinds },
  ]
}
