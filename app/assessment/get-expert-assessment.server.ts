import { z } from 'zod'
import type { Expertise } from '#app/assessment/expertise-store.server.ts'
import { findBesideExpertise, findExpertise } from '#app/assessment/expertise-store.server.ts'
import { loadAssessmentHead } from '#app/assessment/get-assessment-head.server.ts'
import type { AssessmentHead } from '#app/assessment/rules/assessment-head.ts'
import type { BesideExpertise } from '#app/assessment/rules/expertise-view.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { read } from '#app/platform/db/transact.server.ts'

export type ExpertAssessment = { head: AssessmentHead; expert: Expertise; beside: BesideExpertise; isMine: boolean }

/**
 * What an expert handed in, for everybody of the staff with a part in the assessment. A draft is its author's alone:
 * for others it is not there.
 */
export async function getExpertAssessment(
  ctx: Context,
  { assessmentId, personId }: { assessmentId: string; personId: string },
): Promise<ExpertAssessment | null> {
  if (!z.uuid().safeParse(personId).success) return null
  return read(ctx, async (tx) => {
    const head = await loadAssessmentHead(ctx, tx, assessmentId)
    if (head === null) return null
    const expert = await findExpertise(tx, { assessmentId, personId })
    const isMine = personId === ctx.actor.personId
    if (expert === null || (expert.submittedAt === null && !isMine)) return null
    const beside = await findBesideExpertise(tx, assessmentId)
    if (beside === null) return null
    await recordAudit(ctx, tx, { action: 'assessment.read', subject: { kind: 'assessment', id: assessmentId } })
    return { head, expert, beside, isMine }
  })
}
