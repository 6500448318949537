import type { GoalHorizon } from '#app/assessment/rules/assessed-result.ts'

/** The five levels of Goal Attainment Scaling: 0 is what is expected, +2 much more, -2 much less. */
export const scaleLevels = [-2, -1, 0, 1, 2] as const
export type ScaleLevel = (typeof scaleLevels)[number]

/** Where a child may stand at the start: what is expected is still ahead, or keeping it is the goal. */
export const baselines = [-2, -1, 0] as const satisfies readonly ScaleLevel[]
export const weights = [1, 2, 3] as const
export const longestGoal = 500
export const longestLevel = 500
export const mostGoals = 60

/** What each level means for this child, in words that two people would judge alike. */
export type ScaleTexts = Readonly<Record<ScaleLevel, string>>

/** A goal as it is written. `servesId` is the wish, or for a short-term goal the wish or long-term goal, it leads to. */
export type GoalDraft = {
  text: string
  servesId: string | null
  weight: number
  baseline: number | null
  levels: ScaleTexts
}

export type PlacedGoal = { id: string; horizon: GoalHorizon; servesId: string | null }
export type WrittenGoal = PlacedGoal & Pick<GoalDraft, 'text' | 'baseline' | 'levels'>

/** A wish or a goal as screens take it: its scale, who changed it last, and what hangs on it. Instants are ISO texts. */
export type TeamGoal = {
  id: string
  horizon: GoalHorizon
  text: string
  servesId: string | null
  weight: number
  baseline: ScaleLevel | null
  levels: ScaleTexts
  version: number
  changedBy: string | null
  changedAt: string | null
  /** Notes and marks. */
  notes: number
  services: number
  /** Goals of a later period that go on with it. */
  continuedBy: number
}

export type GoalDraftProblem =
  | { problem: 'no-text' }
  | { problem: 'too-long'; field: string; longest: number }
  | { problem: 'unknown-weight' }
  | { problem: 'unknown-baseline' }
  /** What it is to lead to is not there, or is not a wish or a larger goal. */
  | { problem: 'serves-nothing' }

const rank: Readonly<Record<GoalHorizon, number>> = { wish: 0, long_term: 1, short_term: 2 }

/** What a goal may lead to: wishes, and for a short-term goal the long-term goals too. So links never run in a ring. */
export function mayServe(horizon: GoalHorizon, served: GoalHorizon): boolean {
  return rank[served] < rank[horizon]
}

/** What is wrong with a goal as it was sent. Unfinished levels are no mistake: goals are kept while they are written. */
export function goalDraftProblems(
  draft: GoalDraft,
  { horizon, goals }: { horizon: GoalHorizon; goals: readonly PlacedGoal[] },
): GoalDraftProblem[] {
  const problems: GoalDraftProblem[] = []
  if (draft.text.trim() === '') problems.push({ problem: 'no-text' })
  const texts = { text: draft.text, ...levelFields(draft.levels) }
  for (const [field, text] of Object.entries(texts)) {
    const longest = field === 'text' ? longestGoal : longestLevel
    if (text.length > longest) problems.push({ problem: 'too-long', field, longest })
  }
  if (!weights.some((weight) => weight === draft.weight)) problems.push({ problem: 'unknown-weight' })
  const { baseline, servesId } = draft
  if (baseline !== null && !baselines.some((level) => level === baseline))
    problems.push({ problem: 'unknown-baseline' })
  const served = servesId === null ? null : goals.find((goal) => goal.id === servesId)
  if (served === undefined || (served !== null && !mayServe(horizon, served.horizon))) {
    problems.push({ problem: 'serves-nothing' })
  }
  return problems
}

/** The names of the level fields in forms: "level-2" to "level+2". */
export function levelFields(levels: ScaleTexts): Record<string, string> {
  return Object.fromEntries(scaleLevels.map((level) => [levelField(level), levels[level]]))
}

export function levelField(level: ScaleLevel): string {
  return `level${level > 0 ? '+' : ''}${level}`
}

/** The wish that a goal leads to, itself or through a larger goal; null when it leads to none. */
export function wishOf(goal: PlacedGoal, goals: readonly PlacedGoal[]): PlacedGoal | null {
  let at: PlacedGoal | undefined = goal
  // No link leads downwards, so a way has at most two steps; a longer one would be broken data.
  for (let step = 0; at !== undefined && step <= 2; step += 1) {
    if (at.horizon === 'wish') return at
    const { servesId }: PlacedGoal = at
    at = goals.find((other) => other.id === servesId)
  }
  return null
}

/** The parents' wishes that no goal leads to: said to the parents, never passed over. */
export function unservedWishes<Goal extends PlacedGoal>(goals: readonly Goal[]): Goal[] {
  const served = new Set(goals.filter((goal) => goal.horizon !== 'wish').map((goal) => wishOf(goal, goals)?.id))
  return goals.filter((goal) => goal.horizon === 'wish' && !served.has(goal.id))
}

export type UnfinishedGoal = {
  goalId: string
  /** Levels that say nothing yet. */
  emptyLevels: readonly ScaleLevel[]
  hasNoBaseline: boolean
  leadsToNoWish: boolean
}

/** What a goal still needs before it can be agreed: a long-term goal its wish, a short-term one its scale as well. */
export function unfinishedIn(goal: WrittenGoal, goals: readonly PlacedGoal[]): UnfinishedGoal | null {
  if (goal.horizon === 'wish') return null
  const isMeasured = goal.horizon === 'short_term'
  const emptyLevels = isMeasured ? scaleLevels.filter((level) => goal.levels[level].trim() === '') : []
  const hasNoBaseline = isMeasured && goal.baseline === null
  const leadsToNoWish = wishOf(goal, goals) === null
  if (emptyLevels.length === 0 && !hasNoBaseline && !leadsToNoWish) return null
  return { goalId: goal.id, emptyLevels, hasNoBaseline, leadsToNoWish }
}

export type AgreementGap =
  | { gap: 'no-short-term-goal' }
  | ({ gap: 'unfinished' } & UnfinishedGoal)
  /** Nobody said yet that these wishes have no goal this time. */
  | { gap: 'wishes-unserved'; wishIds: readonly string[] }

/** What keeps the goals from being agreed. `acceptedWishIds` are wishes that the lead knows to have no goal. */
export function agreementGaps(goals: readonly WrittenGoal[], acceptedWishIds: readonly string[]): AgreementGap[] {
  const gaps: AgreementGap[] = []
  if (!goals.some((goal) => goal.horizon === 'short_term')) gaps.push({ gap: 'no-short-term-goal' })
  for (const goal of goals) {
    const unfinished = unfinishedIn(goal, goals)
    if (unfinished !== null) gaps.push({ gap: 'unfinished', ...unfinished })
  }
  const accepted = new Set(acceptedWishIds)
  const wishIds = unservedWishes(goals)
    .map((wish) => wish.id)
    .filter((id) => !accepted.has(id))
  if (wishIds.length > 0) gaps.push({ gap: 'wishes-unserved', wishIds })
  return gaps
}
