import type { FamilyFile } from '#app/insight/rules/family-file.ts'
import { listGuardians } from '#app/insight/guardian-store.server.ts'
import { listSessions } from '#app/insight/session-store.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { loadSupportPlan } from '#app/plan/get-support-plan.server.ts'
import type { PlanQuestion } from '#app/plan/get-support-plan.server.ts'
import { read } from '#app/platform/db/transact.server.ts'

/** So many sessions each way: two months of a full week. */
const sessionsShown = 40

/**
 * A family as the municipality sees it: plan and money as the family sees them, guardians, sessions ahead and behind.
 * Null when the child is not the actor's to see. Every reading of a file is written down.
 */
export async function getFamilyFile(ctx: Context, question: PlanQuestion): Promise<FamilyFile | null> {
  const now = ctx.clock.now()
  return read(ctx, async (tx) => {
    const plan = await loadSupportPlan(ctx, tx, question)
    if (plan === null) return null
    const childId = plan.child.id
    const guardians = await listGuardians(tx, childId)
    const { ahead, behind } = await listSessions(tx, { childId, now, limit: sessionsShown })
    await recordAudit(ctx, tx, { action: 'child-file.read', subject: { kind: 'child', id: childId } })
    return { now: now.epochMilliseconds, plan, guardians, ahead, behind }
  })
}
