import { findFundingPolicy } from '#app/plan/funding-basis-store.server.ts'
import type { FundingBasis } from '#app/plan/rules/funding-policy.ts'
import { listPrices } from '#app/plan/store.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'

/**
 * The policy and price caps of one day for these services: what a plan is computed with when it is prepared, and what
 * the family's what-if is computed with before. Null while the municipality has no policy. Two statements; the caller
 * has found the services in the actor's scope.
 */
export async function loadFundingBasis(
  tx: Tx,
  question: { municipalityId: string; serviceIds: readonly string[]; on: Temporal.PlainDate },
): Promise<FundingBasis | null> {
  const policy = await findFundingPolicy(tx, question)
  if (policy === null) return null
  return { ...policy, prices: await listPrices(tx, question) }
}
