import { findChildFor } from '#app/people/child-scope.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { findPlanToRevise, insertRequest } from '#app/plan/request-store.server.ts'
import { longestReason } from '#app/plan/rules/revised-lines.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { emit } from '#app/platform/events.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'
import { dateOf } from '#app/platform/time.ts'

export type AskForRevisionRefusal =
  | { kind: 'not-found' }
  | { kind: 'reason-needed' }
  | { kind: 'too-long'; most: number }
  | { kind: 'no-plan' }
  | { kind: 'period-over' }

/** A guardian asks for the plan of a period to be changed, in their own words. */
export async function askForRevision(
  ctx: Context,
  { childId, periodId, reason }: { childId: string; periodId: string; reason: string },
): Promise<Result<{ requestId: string }, AskForRevisionRefusal>> {
  if (ctx.actor.role !== 'guardian') return refuse({ kind: 'not-found' })
  const words = reason.trim()
  if (words === '') return refuse({ kind: 'reason-needed' })
  if (words.length > longestReason) return refuse({ kind: 'too-long', most: longestReason })
  const at = ctx.clock.now()

  return transact<{ requestId: string }, AskForRevisionRefusal>(ctx, async (tx) => {
    const child = await findChildFor(ctx, tx, childId)
    const found = child === null ? null : await findPlanToRevise(tx, { childId: child.id, periodId })
    if (child === null || found === null) return refuse({ kind: 'not-found' })
    if (found.approvedPlanId === null) return refuse({ kind: 'no-plan' })
    if (Temporal.PlainDate.compare(dateOf(at), found.endsBefore) >= 0) return refuse({ kind: 'period-over' })
    const requestId = crypto.randomUUID()
    const { municipalityId } = found
    const { personId } = ctx.actor
    await insertRequest(tx, {
      requestId,
      municipalityId,
      childId: child.id,
      periodId: found.periodId,
      askedBy: personId,
      askedAs: 'guardian',
      providerId: null,
      reason: words,
      at,
    })
    await emit(tx, { type: 'revision.requested', municipalityId, subjectId: requestId, personId, at })
    return accept({ requestId })
  })
}
