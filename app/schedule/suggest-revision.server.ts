import type { Context } from '#app/people/context.server.ts'
import { inTenant } from '#app/people/context.server.ts'
import { longestReason } from '#app/plan/rules/revised-lines.ts'
import { writeSuggestion } from '#app/plan/write-suggestion.server.ts'
import { findOwnBooking } from '#app/schedule/change-store.server.ts'
import { read, transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type SuggestRevisionRefusal =
  | { kind: 'not-found' }
  | { kind: 'reason-needed' }
  | { kind: 'too-long'; most: number }

/** A specialist, or who manages the provider, suggests a change of the child's plan from one of their sessions. */
export async function suggestRevision(
  ctx: Context,
  { bookingId, reason }: { bookingId: string; reason: string },
): Promise<Result<{ requestId: string }, SuggestRevisionRefusal>> {
  const { role, providerId } = ctx.actor
  if (providerId === null || (role !== 'specialist' && role !== 'provider_manager'))
    return refuse({ kind: 'not-found' })
  const words = reason.trim()
  if (words === '') return refuse({ kind: 'reason-needed' })
  if (words.length > longestReason) return refuse({ kind: 'too-long', most: longestReason })
  const booking = await read(ctx, (tx) => findOwnBooking(ctx, tx, bookingId))
  if (booking === null) return refuse({ kind: 'not-found' })

  const { municipalityId, childId, periodId } = booking
  return transact(inTenant(ctx, municipalityId), async (tx) =>
    accept(
      await writeSuggestion(ctx, tx, { municipalityId, childId, periodId, providerId, askedAs: role, reason: words }),
    ),
  )
}
