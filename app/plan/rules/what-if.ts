import { averageTies, isRanking } from '#app/assessment/rules/joint-ranking.ts'
import { entriesToFund, type FamilyService, servicesToRank } from '#app/assessment/rules/family-view.ts'
import { fitOrder } from '#app/assessment/rules/ranking-text.ts'
import type { FundingBasis } from '#app/plan/rules/funding-policy.ts'
import { type ComputedPlan, computePlan, type RankedLine } from '#app/plan/rules/support-plan.ts'
import { addCents, type Cents, cents, subtractCents } from '#app/platform/money.ts'

/** A service whose money depends on the family's order: units with it, and units by the experts' order alone. */
export type OrderEffect = { serviceId: string; unitsWith: number; unitsWithout: number }

/**
 * What a larger budget would do where the money passed a service by: enough more for its smallest useful number of
 * units, taken from services further down the list.
 */
export type LargerBudget = {
  serviceId: string
  /** How much more the budget would have to be. */
  more: Cents
  loses: { serviceId: string; unitsNow: number; unitsThen: number }[]
}

export type WhatIf = {
  lines: readonly RankedLine[]
  budget: Cents
  unassigned: Cents
  effects: OrderEffect[]
  largerBudget: LargerBudget | null
}

type Question = {
  services: readonly FamilyService[]
  /** The family's order: service ids, best first, ties in one group. */
  order: readonly (readonly string[])[]
  basis: Pick<FundingBasis, 'weights' | 'budget' | 'prices' | 'whenItDoesNotFit'>
}

/**
 * Where the money ends with this order of the family, computed by the rule that makes the plan (`computePlan`) with
 * the policy and prices of the day. Services that the order does not name come last. Every service must have a price;
 * null while the experts' own order is not whole.
 */
export function computeWhatIf({ services, order, basis }: Question): WhatIf | null {
  const needed = servicesToRank(services)
  if (needed.length === 0 || !isRanking(needed.map(({ expertHalfRank }) => expertHalfRank ?? 0))) return null
  const ids = needed.map(({ serviceId }) => serviceId)
  const ranks = averageTies(fitOrder(order, ids))
  const withBudget = (budget: Cents) => planOf({ services, ranks, basis: { ...basis, budget } })
  const plan = withBudget(basis.budget)
  const lines = rankedLines(plan)
  return {
    lines,
    budget: plan.budget,
    unassigned: plan.unassigned,
    effects: effectsOf(lines, rankedLines(planByExperts({ services, basis }))),
    largerBudget: findLargerBudget(lines, (more) => rankedLines(withBudget(addCents(plan.budget, more)))),
  }
}

/** The experts' own order as groups of service ids: where a family's order starts. */
export function expertsOrder(services: readonly FamilyService[]): string[][] {
  const groups = new Map<number, string[]>()
  for (const { serviceId, expertHalfRank } of servicesToRank(services)) {
    const rank = expertHalfRank ?? 0
    groups.set(rank, [...(groups.get(rank) ?? []), serviceId])
  }
  return [...groups.values()]
}

function planByExperts({ services, basis }: Omit<Question, 'order'>): ComputedPlan {
  const ranks = averageTies(expertsOrder(services))
  return planOf({ services, ranks, basis: { ...basis, weights: { expertTenths: 10, parentTenths: 0 } } })
}

function planOf({
  services,
  ranks,
  basis: { weights, budget, prices, whenItDoesNotFit },
}: Omit<Question, 'order'> & { ranks: ReadonlyMap<string, number> }): ComputedPlan {
  return computePlan({ services: entriesToFund(services, ranks), prices, weights, budget, whenItDoesNotFit })
}

function rankedLines({ lines }: ComputedPlan): RankedLine[] {
  return lines.filter((line) => line.payer === 'individual-budget')
}

function unitsOf(lines: readonly RankedLine[], serviceId: string): number {
  return lines.find(({ service }) => service.serviceId === serviceId)?.fundedUnits ?? 0
}

function effectsOf(lines: readonly RankedLine[], byExperts: readonly RankedLine[]): OrderEffect[] {
  return lines.flatMap(({ service: { serviceId }, fundedUnits }) => {
    const unitsWithout = unitsOf(byExperts, serviceId)
    return unitsWithout === fundedUnits ? [] : [{ serviceId, unitsWith: fundedUnits, unitsWithout }]
  })
}

/** The first service that was passed by while a later one got money, when giving it its minimum takes from later ones. */
function findLargerBudget(
  lines: readonly RankedLine[],
  withMore: (more: Cents) => readonly RankedLine[],
): LargerBudget | null {
  const lastFunded = lines.findLastIndex((line) => line.fundedUnits > 0)
  const passed = lines.find((line, index) => index < lastFunded && line.fundedUnits === 0)
  if (passed === undefined) return null
  const { serviceId, minimumUnits } = passed.service
  const more = subtractCents(cents(Math.max(1, minimumUnits) * passed.unitPrice), passed.leftBefore)
  const then = withMore(more)
  const loses = lines.flatMap(({ service, fundedUnits }) => {
    const unitsThen = unitsOf(then, service.serviceId)
    return unitsThen < fundedUnits ? [{ serviceId: service.serviceId, unitsNow: fundedUnits, unitsThen }] : []
  })
  return loses.length === 0 ? null : { serviceId, more, loses }
}
