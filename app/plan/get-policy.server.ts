import type { Context } from '#app/people/context.server.ts'
import { listPolicies } from '#app/plan/policy-store.server.ts'
import type { PolicyView } from '#app/plan/rules/policy.ts'
import { policyOn } from '#app/plan/rules/policy.ts'
import { read } from '#app/platform/db/transact.server.ts'
import { dateOf } from '#app/platform/time.ts'

/** The policy of the actor's municipality by date, for its administrator; null for anybody else. */
export async function getPolicy(ctx: Context): Promise<PolicyView | null> {
  const { municipalityId, role } = ctx.actor
  if (municipalityId === null || role !== 'municipality_administrator') return null
  const today = dateOf(ctx.clock.now())
  const versions = await read(ctx, (tx) => listPolicies(tx, municipalityId))
  return { ...policyOn(versions, today.toString()), earliest: today.add({ days: 1 }).toString() }
}
