import { loadFamilyAssessment } from '#app/assessment/get-family-assessment.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { findFamilyDecision, findOpenForFamily } from '#app/plan/family-decision-store.server.ts'
import type { AssessmentNotice, FamilyOverview } from '#app/plan/rules/family-ranking-view.ts'
import { isWayOver, noticeOf, revisionNotice } from '#app/plan/rules/family-ranking-view.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { read } from '#app/platform/db/transact.server.ts'

/**
 * The way of a family from its wishes to the decision: where it is, who takes part, what is asked of the reader now.
 * Null when the child is not in the actor's care. Two statements.
 */
export async function getFamilyOverview(ctx: Context, question: { childId: string }): Promise<FamilyOverview | null> {
  return read(ctx, (tx) => loadFamilyOverview(ctx, tx, question))
}

/**
 * What the family's other pages say of the way to the next plan, or of a revision that waits to be acknowledged; null
 * when nothing is open, which one small statement finds out. The caller has found the child in the actor's scope. At most three statements.
 */
export async function loadAssessmentNotice(
  ctx: Context,
  tx: Tx,
  { childId }: { childId: string },
): Promise<AssessmentNotice | null> {
  if (ctx.actor.role !== 'guardian') return null
  const { isOnTheWay, revision } = await findOpenForFamily(tx, { childId, personId: ctx.actor.personId })
  const overview = isOnTheWay ? await loadFamilyOverview(ctx, tx, { childId }) : null
  const notice = overview === null ? null : noticeOf(overview)
  // What is asked of the reader goes before what others are at work on.
  if (revision !== null && (notice === null || notice.task === null)) {
    return revisionNotice(revision, ctx.clock.now().epochMilliseconds)
  }
  return notice === null || isWayOver(notice) ? null : notice
}

async function loadFamilyOverview(ctx: Context, tx: Tx, question: { childId: string }): Promise<FamilyOverview | null> {
  const found = await loadFamilyAssessment(ctx, tx, question)
  if (found === null) return null
  const now = ctx.clock.now().epochMilliseconds
  if (found.assessment === null) {
    return { ...found, decision: { planId: null, state: 'none', hasAcknowledged: false }, now }
  }
  const { periodId } = found.assessment
  return { ...found, decision: await findFamilyDecision(tx, { periodId, personId: ctx.actor.personId }), now }
}
