import type { Expertise } from '#app/assessment/expertise-store.server.ts'
import { findBesideExpertise, findExpertise } from '#app/assessment/expertise-store.server.ts'
import { loadAssessmentHead } from '#app/assessment/get-assessment-head.server.ts'
import type { AssessmentHead } from '#app/assessment/rules/assessment-head.ts'
import type { BesideExpertise } from '#app/assessment/rules/expertise-view.ts'
import { writesExpertise } from '#app/assessment/rules/seat.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { read } from '#app/platform/db/transact.server.ts'

export type OwnAssessment = { head: AssessmentHead; own: Expertise; beside: BesideExpertise }

/** What an expert writes, with what guides it; null for everybody who has no seat as an expert. */
export async function getOwnAssessment(
  ctx: Context,
  { assessmentId }: { assessmentId: string },
): Promise<OwnAssessment | null> {
  return read(ctx, async (tx) => {
    const head = await loadAssessmentHead(ctx, tx, assessmentId)
    if (head === null || !writesExpertise(head.role)) return null
    const own = await findExpertise(tx, { assessmentId, personId: ctx.actor.personId })
    const beside = await findBesideExpertise(tx, assessmentId)
    if (own === null || beside === null) return null
    await recordAudit(ctx, tx, { action: 'assessment.read', subject: { kind: 'assessment', id: assessmentId } })
    return { head, own, beside }
  })
}
