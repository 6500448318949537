/** How far an assessment has come, in the order of the model's steps. */
export const stages = [
  'wishes',
  'assessing',
  'goals',
  'services',
  'proposed',
  'ranked',
  'completed',
  'sealed',
  'signed',
  'approved',
] as const
export type Stage = (typeof stages)[number]

/** What became of the plan that was made of the assessment; null while there is none. */
export type PlanStep = 'draft' | 'sealed' | 'signed' | 'approved'

export type StageFacts = {
  /** Every guardian who was invited said that all wishes are written. */
  areWishesDone: boolean
  /** Every expert of the team handed in. */
  areExpertsDone: boolean
  areGoalsAgreed: boolean
  /** The lead fixed the order and opened the services to the parents. */
  isProposed: boolean
  /** The parents handed their ranking in. */
  isRanked: boolean
  isCompleted: boolean
  plan: PlanStep | null
}

/**
 * The furthest step that was reached. A stage names where the work stands; it locks nothing: experts may write before
 * all wishes are in, and a step that was skipped (goals agreed before everybody handed in) does not hold back.
 */
export function stageOf(facts: StageFacts): Stage {
  if (facts.plan === 'approved' || facts.plan === 'signed' || facts.plan === 'sealed') return facts.plan
  if (facts.isCompleted) return 'completed'
  if (facts.isRanked) return 'ranked'
  if (facts.isProposed) return 'proposed'
  if (facts.areGoalsAgreed) return 'services'
  if (facts.areExpertsDone) return 'goals'
  return facts.areWishesDone ? 'assessing' : 'wishes'
}

/** Who the next step waits for. */
export type Waiter = 'guardians' | 'experts' | 'lead' | 'social_worker' | 'signers' | 'nobody'

export function waitsFor(stage: Stage): Waiter {
  switch (stage) {
    case 'wishes':
    case 'proposed':
      return 'guardians'
    case 'assessing':
      return 'experts'
    case 'goals':
    case 'services':
      return 'lead'
    case 'ranked':
    case 'completed':
    case 'signed':
      return 'social_worker'
    case 'sealed':
      return 'signers'
    case 'approved':
      return 'nobody'
  }
}
