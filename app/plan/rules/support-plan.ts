import type { AssessedServiceEntry, CoveredService, NeededService } from '#app/assessment/rules/assessed-result.ts'
import type { RankingWeights } from '#app/assessment/rules/joint-ranking.ts'
import type { WhenItDoesNotFit } from '#app/plan/rules/funding-line.ts'
import { rankAndFund } from '#app/plan/rules/rank-and-fund.ts'
import type { Cents } from '#app/platform/money.ts'

/** What a municipality pays at most for one unit of a service, by mode. */
export type ServicePrices = {
  readonly serviceId: string
  readonly catalogueOrder: number
  readonly caps: readonly { readonly mode: string; readonly cents: Cents }[]
}

/** One service of the plan with every number that put it where it is. Units are whole units of the service. */
export type RankedLine = {
  readonly payer: 'individual-budget'
  readonly position: number
  readonly service: NeededService
  readonly scoreTwentieths: number
  readonly unitPrice: Cents
  readonly fundedUnits: number
  readonly fundedAmount: Cents
  /** What was left on the way down the list, before this service. */
  readonly leftBefore: Cents
  readonly outcome: 'full' | 'partly' | 'not_funded'
}

export type CoveredLine = { readonly payer: 'others'; readonly position: number; readonly service: CoveredService }

export type ComputedPlan = {
  readonly lines: readonly (RankedLine | CoveredLine)[]
  readonly budget: Cents
  readonly unassigned: Cents
}

/**
 * Makes the support plan of a period (steps 7-8): ranks the needed services jointly, funds them down the list within
 * the budget at the municipality's price caps, and lists what others pay after them. The price of a service is the cap
 * of the mode that was assessed, or the highest of its caps when the mode was left open, so that the money reaches
 * whichever provider the family chooses.
 *
 * Every needed service must have a price (see `servicesWithoutPrice`); a missing one is a bug and throws.
 */
export function computePlan({
  services,
  prices,
  weights,
  budget,
  whenItDoesNotFit = 'try-next',
}: {
  services: readonly AssessedServiceEntry[]
  prices: readonly ServicePrices[]
  weights: RankingWeights
  budget: Cents
  whenItDoesNotFit?: WhenItDoesNotFit
}): ComputedPlan {
  const needed = new Map(services.filter(isNeeded).map((service) => [service.serviceId, service]))
  const catalogue = new Map(prices.map((price) => [price.serviceId, price.catalogueOrder]))
  const { lines: funded, left } = rankAndFund({
    services: [...needed.values()].map((service) => {
      const unitPrice = priceOfUnit(service, prices)
      if (unitPrice === null) throw new Error(`Service ${service.serviceId} has no price`)
      return { ...service, unitPrice, catalogueOrder: catalogue.get(service.serviceId) ?? 0 }
    }),
    weights,
    budget,
    whenItDoesNotFit,
  })
  const lines = funded.map((line): RankedLine => {
    const service = needed.get(line.serviceId)
    if (service === undefined) throw new Error(`Service ${line.serviceId} is not among those asked for`)
    return {
      payer: 'individual-budget',
      position: line.place,
      service,
      scoreTwentieths: line.scoreTwentieths,
      unitPrice: line.unitPrice,
      fundedUnits: line.fundedUnits,
      fundedAmount: line.amount,
      leftBefore: line.leftBefore,
      outcome: line.outcome,
    }
  })
  const covered = services
    .filter(isCovered)
    .map((service, index): CoveredLine => ({ payer: 'others', position: lines.length + index + 1, service }))
  return { lines: [...lines, ...covered], budget, unassigned: left }
}

/** The money that each service of a plan gets, in the plan's order. */
export function moneyOfLines({ lines }: ComputedPlan): { serviceId: string; amount: Cents }[] {
  return lines.flatMap((line) =>
    line.payer === 'others' ? [] : [{ serviceId: line.service.serviceId, amount: line.fundedAmount }],
  )
}

/** The needed services that no price cap covers on the day: a plan cannot be made before they have one. */
export function servicesWithoutPrice(
  services: readonly AssessedServiceEntry[],
  prices: readonly ServicePrices[],
): string[] {
  return services
    .filter(isNeeded)
    .filter((service) => priceOfUnit(service, prices) === null)
    .map((service) => service.serviceId)
}

/** What one unit of a service counts for: the cap of its mode, or its highest; null when no cap covers it. */
export function priceOfUnit(
  { serviceId, mode }: { readonly serviceId: string; readonly mode: string | null },
  prices: readonly ServicePrices[],
): Cents | null {
  const caps = prices.find((price) => price.serviceId === serviceId)?.caps ?? []
  const fitting = mode === null ? caps : caps.filter((cap) => cap.mode === mode)
  return fitting.reduce<Cents | null>((most, cap) => (most === null || cap.cents > most ? cap.cents : most), null)
}

function isNeeded(service: AssessedServiceEntry): service is NeededService {
  return service.payer === 'individual-budget'
}

function isCovered(service: AssessedServiceEntry): service is CoveredService {
  return service.payer === 'others'
}
