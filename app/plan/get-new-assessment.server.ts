import { defaultDeadlines } from '#app/assessment/rules/deadlines.ts'
import { findChildFor } from '#app/people/child-scope.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { findNewAssessment } from '#app/plan/new-assessment-store.server.ts'
import type { NewAssessment } from '#app/plan/rules/new-assessment.ts'
import { offeredPeriod } from '#app/plan/rules/new-assessment.ts'
import { mayApprovePlans } from '#app/plan/rules/who-approves.ts'
import { read } from '#app/platform/db/transact.server.ts'
import { dateOf } from '#app/platform/time.ts'

/** Where the municipality has no policy yet, a period is as long as the model says. */
const usualMonths = 6

/** What the form that opens an assessment of a child offers; null when the child is not the actor's to see. */
export async function getNewAssessment(ctx: Context, { childId }: { childId: string }): Promise<NewAssessment | null> {
  const { municipalityId, role } = ctx.actor
  if (municipalityId === null || !mayApprovePlans(role)) return null
  const now = ctx.clock.now()
  const today = dateOf(now)
  return read(ctx, async (tx) => {
    const child = await findChildFor(ctx, tx, childId)
    if (child === null) return null
    const found = await findNewAssessment(tx, { municipalityId, childId, now, today })
    const { guardians, experts, lastEndsBefore, openAssessmentId, policy } = found
    const months = policy?.months ?? usualMonths
    const period = offeredPeriod({ today, lastEndsBefore, months })
    const due = defaultDeadlines(today)
    await recordAudit(ctx, tx, { action: 'child-file.read', subject: { kind: 'child', id: childId } })
    return {
      child: { id: child.id, name: `${child.givenName} ${child.familyName}` },
      openAssessmentId,
      guardians,
      experts,
      startsOn: period.startsOn.toString(),
      lastDay: period.endsBefore.subtract({ days: 1 }).toString(),
      months,
      budget: policy?.budget ?? null,
      wishesDue: due.wishesDue.toString(),
      expertsDue: due.expertsDue.toString(),
      rankingDue: due.rankingDue.toString(),
    }
  })
}
