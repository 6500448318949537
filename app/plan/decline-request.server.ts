import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { markDeclined } from '#app/plan/request-store.server.ts'
import { mayApprovePlans } from '#app/plan/rules/who-approves.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { emit } from '#app/platform/events.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

/** `not-found` is also said of a request that somebody answered already: there is nothing left to decline. */
export type DeclineRequestRefusal = { kind: 'not-found' } | { kind: 'answer-needed' }

/** Declines a request for a revision with an answer that whoever asked reads. */
export async function declineRequest(
  ctx: Context,
  { requestId, answer }: { requestId: string; answer: string },
): Promise<Result<{ childId: string }, DeclineRequestRefusal>> {
  const { municipalityId, role, personId } = ctx.actor
  if (municipalityId === null || !mayApprovePlans(role)) return refuse({ kind: 'not-found' })
  const words = answer.trim()
  if (words === '') return refuse({ kind: 'answer-needed' })

  return transact<{ childId: string }, DeclineRequestRefusal>(ctx, async (tx) => {
    const declined = await markDeclined(ctx, tx, { requestId, answer: words })
    if (declined === null) return refuse({ kind: 'not-found' })
    const at = ctx.clock.now()
    await recordAudit(ctx, tx, { action: 'revision.decline', subject: { kind: 'revision_request', id: requestId } })
    await emit(tx, { type: 'revision.declined', municipalityId, subjectId: requestId, personId, at })
    return accept(declined)
  })
}
