import { findRankingFacts } from '#app/assessment/family-answers-store.server.ts'
import { orderOfRanks } from '#app/assessment/rules/ranking-text.ts'
import type { OrderToTell, ToldOrder } from '#app/assessment/rules/told-order.ts'
import { findToldRow, listNamedServices } from '#app/assessment/told-order-store.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'

/** The order as a social worker entered it for the family; null when a guardian handed it in, or nobody has. */
export async function findToldOrder(tx: Tx, assessmentId: string): Promise<ToldOrder | null> {
  return findToldRow(tx, assessmentId)
}

/** What a social worker starts from when a family tells its order. The caller has found the assessment. */
export async function findOrderToTell(
  tx: Tx,
  assessment: { assessmentId: string; municipalityId: string },
): Promise<OrderToTell | null> {
  const facts = await findRankingFacts(tx, assessment)
  const services = await listNamedServices(tx, assessment.assessmentId)
  if (facts === null || services.length === 0) return null
  const ranksOf = (place: 'expertHalfRank' | 'parentHalfRank') =>
    new Map(
      services.flatMap((service): [string, number][] => {
        const rank = service[place]
        return rank === null ? [] : [[service.id, rank]]
      }),
    )
  const parents = ranksOf('parentHalfRank')
  return {
    services: services.map(({ id, name }) => ({ id, name })),
    order: orderOfRanks(
      services.map(({ id }) => id),
      parents.size === 0 ? ranksOf('expertHalfRank') : parents,
    ),
    version: facts.rankingVersion,
  }
}
