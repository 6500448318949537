import type { SystemContext } from '#app/people/context.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { emit } from '#app/platform/events.server.ts'
import { accept } from '#app/platform/result.ts'
import { acceptOverdue } from './answer-store.server.ts'

const batch = 200

/**
 * Accepts, in one municipality, every statement whose guardian said nothing until its time to answer was over: the
 * provider's pay does not hang on a free evening. What was asked above the reserved price is not taken, since nobody
 * agreed to it. Safe to run as often as wanted and beside itself. Source: product.md section 8.
 */
export async function acceptSilentDeliveries(ctx: SystemContext): Promise<{ accepted: number }> {
  const municipalityId = ctx.scope.tenant
  if (municipalityId === null) throw new Error('Silence is counted in one municipality at a time')
  const at = ctx.clock.now()
  let accepted = 0
  for (;;) {
    const done = await transact(ctx, async (tx) => {
      const ids = await acceptOverdue(tx, municipalityId, at, batch)
      for (const subjectId of ids) {
        await emit(tx, { type: 'delivery.answered', municipalityId, subjectId, personId: null, at })
      }
      return accept(ids.length)
    })
    if (!done.ok) throw new Error('Accepting by silence refuses nothing')
    accepted += done.value
    if (done.value < batch) return { accepted }
  }
}
