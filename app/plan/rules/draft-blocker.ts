import type { AssessedServiceEntry, BothLanguages, ResultProblem } from '#app/assessment/rules/assessed-result.ts'
import type { FundingBasis } from '#app/plan/rules/funding-policy.ts'
import { basisProblem } from '#app/plan/rules/funding-policy.ts'
import type { CatalogueName } from '#app/plan/rules/preview-plan.ts'

/** Why the joint list of an assessment cannot be drawn yet. */
export type DraftBlocker =
  /** The lead has not fixed the experts' order. */
  | { kind: 'not-proposed' }
  /** The parents have not handed in theirs. */
  | { kind: 'not-ranked' }
  /** No service, no wish, or an order with gaps. */
  | { kind: 'not-usable' }
  | { kind: 'no-policy' }
  | { kind: 'no-price'; services: BothLanguages[] }

/** The first thing that blocks, in the order of the model's steps; null when the list can be drawn. */
export function draftBlocker({
  isProposed,
  isRanked,
  problems,
  services,
  basis,
  catalogue,
}: {
  isProposed: boolean
  isRanked: boolean
  problems: readonly ResultProblem[]
  services: readonly AssessedServiceEntry[]
  basis: FundingBasis | null
  catalogue: readonly CatalogueName[]
}): DraftBlocker | null {
  if (!isProposed) return { kind: 'not-proposed' }
  if (!isRanked) return { kind: 'not-ranked' }
  if (problems.length > 0) return { kind: 'not-usable' }
  const problem = basisProblem(basis, services)
  if (problem === null || problem.kind === 'no-policy') return problem
  const missing = new Set(problem.serviceIds)
  return {
    kind: 'no-price',
    services: catalogue.filter(({ serviceId }) => missing.has(serviceId)).map(({ name }) => name),
  }
}
