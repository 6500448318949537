import type { HalfRank } from '#app/assessment/rules/joint-ranking.ts'
import { orderOfRanks } from '#app/assessment/rules/ranking-text.ts'

/** An expert's stored ranks; `orderHandedInAt` is null while they still work on the order. */
type Ranked = {
  readonly orderHandedInAt: string | null
  readonly ranks: readonly { serviceId: string; halfRank: HalfRank }[]
}

/** The orders that experts handed in, as orders of exactly these services: what was taken off the list is left out. */
export function givenOrders(serviceIds: readonly string[], team: readonly Ranked[]): string[][][] {
  return team.filter((member) => member.orderHandedInAt !== null).map((member) => orderOf(serviceIds, member))
}

/** One expert's order of these services; what they have not placed yet comes last, in the order of the list. */
export function orderOf(serviceIds: readonly string[], { ranks }: Pick<Ranked, 'ranks'>): string[][] {
  return orderOfRanks(serviceIds, new Map(ranks.map(({ serviceId, halfRank }) => [serviceId, halfRank])))
}
