import { z } from 'zod'
import type { Context } from '#app/people/context.server.ts'
import { read } from '#app/platform/db/transact.server.ts'
import { accept, refuse, type Result } from '#app/platform/result.ts'
import { findPayee } from './list-provider-payouts.server.ts'
import type { ProviderPayoutDetail, ProviderSession } from './provider-payout-store.server.ts'
import { findPayoutOf, listSessionsOf } from './provider-payout-store.server.ts'

export type ProviderPayoutPage = { payout: ProviderPayoutDetail; sessions: readonly ProviderSession[] }

/** One payout to the actor's provider and the sessions it pays. Another provider's is not found. */
export async function getProviderPayout(
  ctx: Context,
  { payoutId }: { payoutId: string },
): Promise<Result<ProviderPayoutPage, { kind: 'not-found' }>> {
  const providerId = findPayee(ctx.actor)
  if (providerId === null || !z.uuid().safeParse(payoutId).success) return refuse({ kind: 'not-found' })
  return read(ctx, async (tx) => {
    const payout = await findPayoutOf(tx, { providerId, payoutId })
    if (payout === null) return refuse({ kind: 'not-found' })
    return accept({ payout, sessions: await listSessionsOf(tx, { providerId, payoutId }) })
  })
}
