import type { Actor } from '#app/people/actor.ts'
import type { RunActor } from './rules/four-eyes.ts'

/** What a person may do with payout runs under the hat they wear now. */
export function runActorOf({ personId, role }: Pick<Actor, 'personId' | 'role'>): RunActor {
  return { personId, mayPrepare: role === 'finance_officer', mayApprove: role === 'payout_approver' }
}

/** Whose runs somebody may look at: their municipality's, or null when payouts are none of their business. */
export function findPayoutTenant({ role, municipalityId }: Pick<Actor, 'role' | 'municipalityId'>): string | null {
  const handlesPayouts =
    role === 'finance_officer' || role === 'payout_approver' || role === 'municipality_administrator'
  return handlesPayouts ? municipalityId : null
}
