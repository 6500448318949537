import { loadFamilyAssessment } from '#app/assessment/get-family-assessment.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { findFamilyDecision } from '#app/plan/family-decision-store.server.ts'
import type { FamilyOverview } from '#app/plan/rules/family-ranking-view.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { read } from '#app/platform/db/transact.server.ts'

/**
 * The way of a family from its wishes to the decision: where it is, who takes part, what is asked of the reader now.
 * Null when the child is not in the actor's care. Two statements.
 */
export async function getFamilyOverview(ctx: Context, question: { childId: string }): Promise<FamilyOverview | null> {
  return read(ctx, (tx) => loadFamilyOverview(ctx, tx, question))
}

/** The same inside the transaction of a page that shows more. */
export async function loadFamilyOverview(
  ctx: Context,
  tx: Tx,
  question: { childId: string },
): Promise<FamilyOverview | null> {
  const found = await loadFamilyAssessment(ctx, tx, question)
  if (found === null) return null
  const now = ctx.clock.now().epochMilliseconds
  if (found.assessment === null) {
    return { ...found, decision: { planId: null, state: 'none', hasAcknowledged: false }, now }
  }
  const { periodId } = found.assessment
  return { ...found, decision: await findFamilyDecision(tx, { periodId, personId: ctx.actor.personId }), now }
}
