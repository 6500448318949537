import { findExpertise, writeSubmitted } from '#app/assessment/expertise-store.server.ts'
import { lockSeat } from '#app/assessment/find-seat.server.ts'
import type { MissingFromExpert } from '#app/assessment/rules/functioning.ts'
import { missingFromExpert } from '#app/assessment/rules/functioning.ts'
import { writesExpertise } from '#app/assessment/rules/seat.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { emit } from '#app/platform/events.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type SubmitOwnAssessmentRefusal =
  | { kind: 'not-found' }
  | { kind: 'completed' }
  | { kind: 'not-ready'; missing: readonly MissingFromExpert[] }

/** Hands an expert's assessment in: from now on everybody of the team reads it. Handing in twice is once. */
export async function submitOwnAssessment(
  ctx: Context,
  { assessmentId }: { assessmentId: string },
): Promise<Result<{ submittedAt: string }, SubmitOwnAssessmentRefusal>> {
  return transact<{ submittedAt: string }, SubmitOwnAssessmentRefusal>(ctx, async (tx) => {
    const seat = await lockSeat(ctx, tx, assessmentId)
    if (seat === null || !writesExpertise(seat.role)) return refuse({ kind: 'not-found' })
    if (seat.isCompleted) return refuse({ kind: 'completed' })
    const { personId } = ctx.actor
    const stored = await findExpertise(tx, { assessmentId, personId })
    if (stored === null) return refuse({ kind: 'not-found' })
    if (stored.submittedAt !== null) return accept({ submittedAt: stored.submittedAt })
    const missing = missingFromExpert(stored.text)
    if (missing.length > 0) return refuse({ kind: 'not-ready', missing })

    const at = ctx.clock.now()
    const { municipalityId } = seat
    await writeSubmitted(tx, { assessmentId, personId }, at)
    await recordAudit(ctx, tx, { action: 'assessment.hand-in', subject: { kind: 'assessment', id: assessmentId } })
    await emit(tx, { type: 'assessment.submitted', municipalityId, subjectId: assessmentId, personId, at })
    return accept({ submittedAt: at.toString() })
  })
}
