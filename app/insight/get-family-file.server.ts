import { findOpenAssessment } from '#app/assessment/find-open-assessment.server.ts'
import type { FamilyFile } from '#app/insight/rules/family-file.ts'
import { listGuardians } from '#app/insight/guardian-store.server.ts'
import { listSessions } from '#app/insight/session-store.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { loadSupportPlan } from '#app/plan/get-support-plan.server.ts'
import type { PlanQuestion } from '#app/plan/get-support-plan.server.ts'
import { read } from '#app/platform/db/transact.server.ts'

/** What fits a first look, and all that half a year of a full week can hold. */
const sessionsShown = { some: 8, all: 400 }

export type FamilyFileQuestion = PlanQuestion & { sessions: keyof typeof sessionsShown }

/**
 * A family as the municipality sees it: plan and money as the family sees them, guardians, sessions ahead and behind.
 * Null when the child is not the actor's to see. Every reading of a file is written down.
 */
export async function getFamilyFile(ctx: Context, question: FamilyFileQuestion): Promise<FamilyFile | null> {
  const now = ctx.clock.now()
  return read(ctx, async (tx) => {
    const plan = await loadSupportPlan(ctx, tx, question)
    if (plan === null) return null
    const childId = plan.child.id
    const guardians = await listGuardians(tx, childId)
    const sessions = await listSessions(tx, { childId, now, limit: sessionsShown[question.sessions] })
    const assessment = await findOpenAssessment(ctx, tx, childId)
    await recordAudit(ctx, tx, { action: 'child-file.read', subject: { kind: 'child', id: childId } })
    return { now: now.epochMilliseconds, plan, guardians, assessment, ...sessions }
  })
}
