import type { AssessedServiceEntry, BothLanguages } from '#app/assessment/rules/assessed-result.ts'
import type { RankingWeights } from '#app/assessment/rules/joint-ranking.ts'
import type { WhenItDoesNotFit } from '#app/plan/rules/funding-line.ts'
import type { ServicePrices } from '#app/plan/rules/support-plan.ts'
import { servicesWithoutPrice } from '#app/plan/rules/support-plan.ts'
import type { Cents } from '#app/platform/money.ts'

/** What a municipality's policy of one day says about making a plan. */
export type FundingPolicy = {
  readonly policyId: string
  readonly weights: RankingWeights
  readonly minimumRule: 'skip' | 'stop'
  /** The minimum rule in the words of the funding line. */
  readonly whenItDoesNotFit: WhenItDoesNotFit
  /** The individual budget of a period unless the social worker says otherwise. */
  readonly budget: Cents
  readonly appealDays: number
  readonly appealTo: BothLanguages
}

/** Everything that `computePlan` needs besides the services themselves. */
export type FundingBasis = FundingPolicy & { readonly prices: readonly ServicePrices[] }

/** What keeps a plan from being computed: no policy yet, or services without a price cap on the day. */
export type BasisProblem = { kind: 'no-policy' } | { kind: 'no-price'; serviceIds: readonly string[] }

/** The problem of a basis with these services, or null when a plan can be computed. */
export function basisProblem(
  basis: FundingBasis | null,
  services: readonly AssessedServiceEntry[],
): BasisProblem | null {
  if (basis === null) return { kind: 'no-policy' }
  const serviceIds = servicesWithoutPrice(services, basis.prices)
  return serviceIds.length === 0 ? null : { kind: 'no-price', serviceIds }
}
