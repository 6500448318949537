import { loadFamilyAssessment } from '#app/assessment/get-family-assessment.server.ts'
import { entriesToFund } from '#app/assessment/rules/family-view.ts'
import type { Context } from '#app/people/context.server.ts'
import { loadFundingBasis } from '#app/plan/get-funding-basis.server.ts'
import type { FamilyRankingView } from '#app/plan/rules/family-ranking-view.ts'
import { basisProblem } from '#app/plan/rules/funding-policy.ts'
import { read } from '#app/platform/db/transact.server.ts'
import { dateOf } from '#app/platform/time.ts'

/**
 * The proposed services of a family with the policy and prices of today, so that browser and server can compute where
 * the money ends. Null when the child is not in the actor's care. Three statements.
 */
export async function getFamilyRanking(ctx: Context, question: { childId: string }): Promise<FamilyRankingView | null> {
  const at = ctx.clock.now()
  return read(ctx, async (tx) => {
    const found = await loadFamilyAssessment(ctx, tx, question)
    if (found === null) return null
    const view = { ...found, now: at.epochMilliseconds }
    const services = found.assessment?.services ?? []
    if (services.length === 0) return { ...view, basis: null, problem: null }
    const basis = await loadFundingBasis(tx, {
      municipalityId: found.child.municipalityId,
      serviceIds: services.map(({ serviceId }) => serviceId),
      on: dateOf(at),
    })
    const problem = basisProblem(basis, entriesToFund(services, new Map()))
    if (basis === null) return { ...view, basis: null, problem }
    const { weights, budget, prices, whenItDoesNotFit } = basis
    return { ...view, basis: { weights, budget, prices, whenItDoesNotFit }, problem }
  })
}
