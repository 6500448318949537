import { loadAssessmentHead } from '#app/assessment/get-assessment-head.server.ts'
import { findOverviewRow } from '#app/assessment/overview-store.server.ts'
import type { AssessmentOverview } from '#app/assessment/rules/overview.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { read } from '#app/platform/db/transact.server.ts'
import { dateOf, startOfDay } from '#app/platform/time.ts'

/**
 * One assessment as those see it who work on it: who has done what, what is open, what happened. Null when it is not
 * theirs. Every reading is written down.
 */
export async function getOverview(
  ctx: Context,
  { assessmentId }: { assessmentId: string },
): Promise<AssessmentOverview | null> {
  const now = ctx.clock.now()
  const today = dateOf(now)
  return read(ctx, async (tx) => {
    const head = await loadAssessmentHead(ctx, tx, assessmentId)
    if (head === null) return null
    const row = await findOverviewRow(tx, { assessmentId, now, dayBegan: startOfDay(today) })
    if (row === null) return null
    await recordAudit(ctx, tx, { action: 'assessment.read', subject: { kind: 'assessment', id: assessmentId } })
    return { ...row, head, today: today.toString() }
  })
}
