/**
 * A rank in whole halves, so that averaged ties stay whole numbers: 2 is first place, 3 is first place
 * shared by two, 4 is second place.
 */
export type HalfRank = number

/** How much each side's ranking weighs, in tenths that add up to ten. Stored with the plan it was used for. */
export type RankingWeights = { readonly expertTenths: number; readonly parentTenths: number }

/** 70 % experts, 30 % parents: the pilot's method, and the value a new municipality's policy starts with. */
export const defaultRankingWeights: RankingWeights = { expertTenths: 7, parentTenths: 3 }

export type ServiceRanks = {
  readonly serviceId: string
  readonly expertHalfRank: HalfRank
  readonly parentHalfRank: HalfRank
  /** Position in the municipality's catalogue; settles what scores and expert ranks leave open. */
  readonly catalogueOrder: number
}

/** One place of the joint list with every number its sum is made of, so that a family can check it. */
export type JointPlace = ServiceRanks & {
  /** 1 is the top of the list. */
  readonly place: number
  /** Rank points in halves: twice (number of services + 1 - rank). */
  readonly expertHalfPoints: number
  readonly parentHalfPoints: number
  readonly weights: RankingWeights
  /** The score in twentieths: tenths of weight times halves of points. Divide by 20 only to show it. */
  readonly scoreTwentieths: number
}

/**
 * Joins the experts' and the parents' rankings into one priority list: score = weight of experts x (n + 1 - their
 * rank) + weight of parents x (n + 1 - their rank), higher first; then the better expert rank, then catalogue order.
 * Whole numbers only. Source: product.md section 4, after the ministry's pilot (experts 70 %, parents 30 %).
 *
 * The ranks of each side must be a ranking of exactly these services, without gaps and with ties averaged (see
 * `averageTies`); anything else is a bug and throws a RangeError.
 */
export function rankJointly(services: readonly ServiceRanks[], weights: RankingWeights): JointPlace[] {
  requireWeights(weights)
  requireDistinct(services.map((service) => service.serviceId))
  requireRanking(services.map((service) => service.expertHalfRank))
  requireRanking(services.map((service) => service.parentHalfRank))

  return services
    .map((service) => scoreOf(service, services.length, weights))
    .toSorted(byPriority)
    .map((scored, index) => ({ ...scored, place: index + 1 }))
}

/**
 * Turns an ordering with ties, best first, into half ranks: the services of one group share the average of the
 * places they take. `[['a'], ['b', 'c'], ['d']]` gives a 2, b and c 5 (place 2.5), d 8. Empty groups take no place.
 */
export function averageTies(groups: readonly (readonly string[])[]): Map<string, HalfRank> {
  requireDistinct(groups.flat())

  const ranks = new Map<string, HalfRank>()
  for (const group of groups) {
    const firstPlace = ranks.size + 1
    const lastPlace = ranks.size + group.length
    for (const serviceId of group) ranks.set(serviceId, firstPlace + lastPlace)
  }
  return ranks
}

/** Whether these half ranks are a ranking without gaps, ties averaged: what one side's stored ranks must be. */
export function isRanking(halfRanks: readonly HalfRank[]): boolean {
  const sorted = halfRanks.toSorted((one, other) => one - other)
  return sorted.every((rank) => rank === sorted.indexOf(rank) + 1 + sorted.lastIndexOf(rank) + 1)
}

function scoreOf(service: ServiceRanks, count: number, weights: RankingWeights) {
  const expertHalfPoints = 2 * (count + 1) - service.expertHalfRank
  const parentHalfPoints = 2 * (count + 1) - service.parentHalfRank
  const scoreTwentieths = weights.expertTenths * expertHalfPoints + weights.parentTenths * parentHalfPoints
  return { ...service, expertHalfPoints, parentHalfPoints, weights, scoreTwentieths }
}

function byPriority(one: Omit<JointPlace, 'place'>, other: Omit<JointPlace, 'place'>): number {
  return (
    other.scoreTwentieths - one.scoreTwentieths ||
    one.expertHalfRank - other.expertHalfRank ||
    one.catalogueOrder - other.catalogueOrder ||
    // Two services at one catalogue position still come out in one order, whatever order they came in.
    (one.serviceId < other.serviceId ? -1 : 1)
  )
}

function requireWeights({ expertTenths, parentTenths }: RankingWeights): void {
  const areTenths = [expertTenths, parentTenths].every((tenths) => Number.isInteger(tenths) && tenths >= 0)
  if (!areTenths || expertTenths + parentTenths !== 10) {
    throw new RangeError(`Weights are not tenths that add up to ten: ${expertTenths} and ${parentTenths}`)
  }
}

function requireRanking(halfRanks: readonly HalfRank[]): void {
  if (!isRanking(halfRanks)) throw new RangeError(`Not a ranking without gaps: ${halfRanks.join(', ')}`)
}

function requireDistinct(serviceIds: readonly string[]): void {
  if (new Set(serviceIds).size !== serviceIds.length) throw new RangeError('A service is ranked twice')
}
