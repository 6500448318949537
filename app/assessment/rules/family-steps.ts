import type { FamilyAssessment, FamilyService } from '#app/assessment/rules/family-view.ts'

/** The five steps of an assessment as a family goes through them. */
export const familySteps = ['wishes', 'experts', 'reading', 'order', 'decision'] as const
export type FamilyStep = (typeof familySteps)[number]
export type StepState = 'done' | 'now' | 'later'

/** How far the decision is: nothing yet, offered for signing, in force. */
export type DecisionState = 'none' | 'preparing' | 'sealed' | 'approved'

/** What is asked of the reader now, with the last day for it; null when others are at work. */
export type FamilyTask = { step: 'wishes' | 'reading' | 'order'; due: string | null } | { step: 'decision'; due: null }

type Seen = Pick<
  FamilyAssessment,
  'proposedAt' | 'completedAt' | 'guardians' | 'services' | 'ranking' | 'wishesDue' | 'rankingDue'
>

/** Whether the reader has marked a service as understood. */
export function haveUnderstood({ understoodBy }: Pick<FamilyService, 'understoodBy'>): boolean {
  return understoodBy.some(({ isMe }) => isMe)
}

/** Whether the reader has said that all their wishes are written. */
export function areWishesDone({ guardians }: Pick<FamilyAssessment, 'guardians'>): boolean {
  return guardians.some((guardian) => guardian.isMe && guardian.wishesDoneAt !== null)
}

/** What the family's order can still be: changed, only taken back first, or nothing any more. */
export function orderState({
  proposedAt,
  completedAt,
  ranking,
}: Pick<Seen, 'proposedAt' | 'completedAt' | 'ranking'>): 'not-yet' | 'open' | 'handed-in' | 'closed' {
  if (completedAt !== null) return 'closed'
  if (proposedAt === null) return 'not-yet'
  return ranking.handedIn === null ? 'open' : 'handed-in'
}

/** The one thing to do next for the reader; null while others are at work or everything is decided. */
export function nextTask(seen: Seen, decision: DecisionState, hasAcknowledged: boolean): FamilyTask | null {
  if (seen.completedAt !== null) {
    const canAcknowledge = (decision === 'sealed' || decision === 'approved') && !hasAcknowledged
    return canAcknowledge ? { step: 'decision', due: null } : null
  }
  if (seen.proposedAt === null) return areWishesDone(seen) ? null : { step: 'wishes', due: seen.wishesDue }
  if (seen.ranking.handedIn !== null) return null
  const step = seen.services.every(haveUnderstood) ? 'order' : 'reading'
  return { step, due: seen.rankingDue }
}

/** Where each step stands for the reader. Exactly one is "now" until the decision is made. */
export function stepStates(seen: Seen, decision: DecisionState): Record<FamilyStep, StepState> {
  const later = { wishes: 'done', experts: 'done', reading: 'later', order: 'later', decision: 'later' } as const
  if (seen.completedAt !== null || seen.ranking.handedIn !== null) {
    return { ...later, reading: 'done', order: 'done', decision: decision === 'approved' ? 'done' : 'now' }
  }
  if (seen.proposedAt !== null) {
    return seen.services.every(haveUnderstood)
      ? { ...later, reading: 'done', order: 'now' }
      : { ...later, reading: 'now' }
  }
  return areWishesDone(seen) ? { ...later, experts: 'now' } : { ...later, wishes: 'now', experts: 'later' }
}
