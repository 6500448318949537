import type { HalfRank } from '#app/assessment/rules/joint-ranking.ts'
import { averageTies } from '#app/assessment/rules/joint-ranking.ts'
import type { RankedGroups } from '#app/assessment/rules/ranking-text.ts'
import { writeOrder } from '#app/assessment/rules/ranking-text.ts'

/** What the experts' orders say of one service. */
export type TeamPlace = {
  readonly serviceId: string
  /** The sum of the experts' half ranks: the average place is this divided by twice the number of experts. */
  readonly sumOfHalfRanks: number
  readonly bestHalfRank: HalfRank
  readonly worstHalfRank: HalfRank
  /** Each expert's half rank, in the order the experts were given. */
  readonly halfRanks: readonly HalfRank[]
}

export type TeamOrder = {
  readonly groups: string[][]
  readonly places: ReadonlyMap<string, TeamPlace>
}

/**
 * The order that a team proposes: by the average of the places its experts gave, best first; equal averages share a
 * place. Averages of the same number of experts compare as their sums of half ranks do, so all numbers stay whole.
 * Null while no expert has given an order.
 *
 * Every order must be one of exactly these services (see `orderProblems`); another is a bug and throws a RangeError.
 */
export function teamOrder(serviceIds: readonly string[], orders: readonly RankedGroups[]): TeamOrder | null {
  if (orders.length === 0) return null
  const ranks = orders.map((order) => averageTies(order))
  const places = new Map(
    serviceIds.map((serviceId): [string, TeamPlace] => {
      const halfRanks = ranks.map((given) => requireRank(given, serviceId, serviceIds.length))
      return [
        serviceId,
        {
          serviceId,
          halfRanks,
          sumOfHalfRanks: halfRanks.reduce((sum, rank) => sum + rank, 0),
          bestHalfRank: Math.min(...halfRanks),
          worstHalfRank: Math.max(...halfRanks),
        },
      ]
    }),
  )
  const bySum = new Map<number, string[]>()
  for (const { serviceId, sumOfHalfRanks } of places.values()) {
    bySum.set(sumOfHalfRanks, [...(bySum.get(sumOfHalfRanks) ?? []), serviceId])
  }
  const groups = [...bySum].toSorted(([one], [other]) => one - other).map(([, group]) => group)
  return { groups, places }
}

/** Whether two orders say the same: the services of one tie may be written in any order. */
export function isSameOrder(one: RankedGroups, other: RankedGroups): boolean {
  const plain = (groups: RankedGroups) => writeOrder(groups.map((group) => group.toSorted()))
  return plain(one) === plain(other)
}

function requireRank(ranks: ReadonlyMap<string, HalfRank>, serviceId: string, count: number): HalfRank {
  const rank = ranks.get(serviceId)
  if (rank === undefined || ranks.size !== count) throw new RangeError('An order is not one of exactly these services')
  return rank
}
