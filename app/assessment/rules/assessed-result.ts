import type { HalfRank } from '#app/assessment/rules/joint-ranking.ts'
import { isRanking } from '#app/assessment/rules/joint-ranking.ts'

export const goalHorizons = ['wish', 'long_term', 'short_term'] as const
export type GoalHorizon = (typeof goalHorizons)[number]

export const beneficiaries = ['child', 'parents', 'both'] as const
export type Beneficiary = (typeof beneficiaries)[number]

export const modes = ['at_provider', 'at_home', 'institution', 'online'] as const
export type Mode = (typeof modes)[number]

/** A text that people read in their own language. */
export type BothLanguages = { readonly lv: string; readonly en: string }

/** One goal. `key` names it within the result, so that another goal can say that it serves this one. */
export type GoalEntry = {
  readonly key: string
  readonly horizon: GoalHorizon
  readonly text: string
  /** The parents' wish, or the long-term goal, that this goal serves. */
  readonly servesKey: string | null
}

type Explained = {
  readonly serviceId: string
  readonly beneficiary: Beneficiary
  /** Why the child needs it. */
  readonly reason: BothLanguages
  /** What it is and how it goes, in plain words. */
  readonly explanation: BothLanguages
}

/** A service that asks for money of the individual budget, with both ranks. Units are whole units of the service. */
export type NeededService = Explained & {
  readonly payer: 'individual-budget'
  readonly expertHalfRank: HalfRank
  readonly parentHalfRank: HalfRank
  readonly units: number
  readonly minimumUnits: number
  readonly mode: Mode | null
  readonly sessionsPerWeek: number | null
}

/** A service that the state, the school or others already pay for. */
export type CoveredService = Explained & { readonly payer: 'others'; readonly otherPayer: BothLanguages }

export type AssessedServiceEntry = NeededService | CoveredService

export type AssessedResult = {
  readonly goals: readonly GoalEntry[]
  readonly services: readonly AssessedServiceEntry[]
}

export type ResultProblem =
  | { readonly problem: 'no-wish' }
  | { readonly problem: 'no-service' }
  | { readonly problem: 'goal-without-text'; readonly key: string }
  | { readonly problem: 'goal-twice'; readonly key: string }
  | { readonly problem: 'goal-serves-no-wish'; readonly key: string }
  | { readonly problem: 'service-twice'; readonly serviceId: string }
  | { readonly problem: 'units-out-of-range'; readonly serviceId: string }
  | { readonly problem: 'expert-ranks-have-gaps' }
  | { readonly problem: 'parent-ranks-have-gaps' }

/** The most units one service can ask for in six months: an assistant round the clock stays below it. */
const mostUnits = 5_000

/**
 * What keeps a result from being used: nothing is ranked, a ranking has gaps (ties are averaged, see
 * `averageTies`), a minimum above the units asked. An empty list means that a plan can be made of it.
 */
export function problemsOf({ goals, services }: AssessedResult): ResultProblem[] {
  return [...goalProblems(goals), ...serviceProblems(services)]
}

function goalProblems(goals: readonly GoalEntry[]): ResultProblem[] {
  const problems: ResultProblem[] = []
  const byKey = new Map<string, GoalEntry>()
  for (const goal of goals) {
    if (byKey.has(goal.key)) problems.push({ problem: 'goal-twice', key: goal.key })
    byKey.set(goal.key, goal)
    if (goal.text.trim() === '') problems.push({ problem: 'goal-without-text', key: goal.key })
  }
  if (!goals.some((goal) => goal.horizon === 'wish')) problems.push({ problem: 'no-wish' })
  for (const { key, horizon, servesKey } of goals) {
    if (servesKey === null) continue
    const served = byKey.get(servesKey)
    if (served === undefined || !servesUpwards(horizon, served.horizon)) {
      problems.push({ problem: 'goal-serves-no-wish', key })
    }
  }
  return problems
}

/** Wishes lead to long-term goals and those to short-term ones, so links never run in a ring. */
function servesUpwards(horizon: GoalHorizon, served: GoalHorizon): boolean {
  return goalHorizons.indexOf(served) < goalHorizons.indexOf(horizon)
}

function serviceProblems(services: readonly AssessedServiceEntry[]): ResultProblem[] {
  if (services.length === 0) return [{ problem: 'no-service' }]
  const problems: ResultProblem[] = []
  const seen = new Set<string>()
  const needed = services.filter((service) => service.payer === 'individual-budget')
  for (const { serviceId } of services) {
    if (seen.has(serviceId)) problems.push({ problem: 'service-twice', serviceId })
    seen.add(serviceId)
  }
  for (const service of needed) {
    if (!hasSensibleUnits(service)) problems.push({ problem: 'units-out-of-range', serviceId: service.serviceId })
  }
  if (!isRanking(needed.map((service) => service.expertHalfRank))) problems.push({ problem: 'expert-ranks-have-gaps' })
  if (!isRanking(needed.map((service) => service.parentHalfRank))) problems.push({ problem: 'parent-ranks-have-gaps' })
  return problems
}

function hasSensibleUnits({ units, minimumUnits }: NeededService): boolean {
  return (
    Number.isInteger(units) &&
    Number.isInteger(minimumUnits) &&
    units >= 1 &&
    units <= mostUnits &&
    minimumUnits >= 0 &&
    minimumUnits <= units
  )
}
