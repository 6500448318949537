import type { Context } from '#app/people/context.server.ts'
import type { NewRequest } from '#app/plan/request-store.server.ts'
import { insertRequest } from '#app/plan/request-store.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { emit } from '#app/platform/events.server.ts'

/** Writes a provider's suggestion, inside the transaction that has shown the session to be the provider's. */
export async function writeSuggestion(
  ctx: Context,
  tx: Tx,
  suggestion: Omit<NewRequest, 'requestId' | 'askedBy' | 'at'>,
): Promise<{ requestId: string }> {
  const requestId = crypto.randomUUID()
  const { personId } = ctx.actor
  const at = ctx.clock.now()
  const { municipalityId } = suggestion
  await insertRequest(tx, { ...suggestion, requestId, askedBy: personId, at })
  await emit(tx, { type: 'revision.requested', municipalityId, subjectId: requestId, personId, at })
  return { requestId }
}
