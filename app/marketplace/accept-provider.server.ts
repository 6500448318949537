import { z } from 'zod'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { accept, refuse, type Result } from '#app/platform/result.ts'
import { upsertAcceptance } from './register-store.server.ts'

export type AcceptProviderInput = {
  providerId: string
  from: Temporal.PlainDate
  /** The first day on which it no longer serves the municipality's families; null until further notice. */
  until: Temporal.PlainDate | null
}
export type AcceptProviderRefusal = { kind: 'not-allowed' | 'not-found' | 'ends-before-it-begins' }

/**
 * A municipality's administrator lets a registered provider serve its families, or changes from when until when.
 * Sessions that are booked already stay.
 */
export async function acceptProvider(
  ctx: Context,
  { providerId, from, until }: AcceptProviderInput,
): Promise<Result<null, AcceptProviderRefusal>> {
  const { municipalityId, role } = ctx.actor
  if (role !== 'municipality_administrator' || municipalityId === null) return refuse({ kind: 'not-allowed' })
  if (!z.uuid().safeParse(providerId).success) return refuse({ kind: 'not-found' })
  if (until !== null && Temporal.PlainDate.compare(from, until) >= 0) return refuse({ kind: 'ends-before-it-begins' })

  return transact<null, AcceptProviderRefusal>(ctx, async (tx) => {
    const isThere = await upsertAcceptance(tx, { municipalityId, providerId, from, until })
    if (!isThere) return refuse({ kind: 'not-found' })
    await recordAudit(ctx, tx, { action: 'provider.accept', subject: { kind: 'provider', id: providerId } })
    return accept(null)
  })
}
