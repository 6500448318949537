import type { Expertise } from '#app/assessment/expertise-store.server.ts'
import { findExpertise, writeExpertise } from '#app/assessment/expertise-store.server.ts'
import { lockSeat } from '#app/assessment/find-seat.server.ts'
import type { ExpertTextProblem, SentExpertText } from '#app/assessment/rules/functioning.ts'
import { readExpertText, saysTheSame } from '#app/assessment/rules/functioning.ts'
import { writesExpertise } from '#app/assessment/rules/seat.ts'
import type { Context } from '#app/people/context.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type SaveOwnAssessmentInput = {
  assessmentId: string
  /** The version that was on the screen. */
  version: number
  text: SentExpertText
}
export type SavedExpertise = { version: number; savedAt: string }
export type SaveOwnAssessmentRefusal =
  | { kind: 'not-found' }
  | { kind: 'completed' }
  /** It was handed in; taking it back opens it again. */
  | { kind: 'submitted' }
  | { kind: 'not-sensible'; problems: readonly ExpertTextProblem[] }
  /** Written in another window in between: what stands there now. */
  | { kind: 'changed-meanwhile'; now: Expertise }

/**
 * Keeps what an expert writes about a child, finished or not. Only a seated expert, only their own text, until it is
 * handed in. A text that says what is stored already changes nothing, so that a save sent twice is one.
 */
export async function saveOwnAssessment(
  ctx: Context,
  { assessmentId, version, text: sent }: SaveOwnAssessmentInput,
): Promise<Result<SavedExpertise, SaveOwnAssessmentRefusal>> {
  return transact<SavedExpertise, SaveOwnAssessmentRefusal>(ctx, async (tx) => {
    const seat = await lockSeat(ctx, tx, assessmentId)
    if (seat === null || !writesExpertise(seat.role)) return refuse({ kind: 'not-found' })
    if (seat.isCompleted) return refuse({ kind: 'completed' })
    const { personId } = ctx.actor
    const stored = await findExpertise(tx, { assessmentId, personId })
    if (stored === null) return refuse({ kind: 'not-found' })
    if (stored.submittedAt !== null) return refuse({ kind: 'submitted' })
    const { text, problems } = readExpertText(sent)
    if (text === null) return refuse({ kind: 'not-sensible', problems })
    const at = ctx.clock.now()
    if (saysTheSame(text, stored.text)) {
      return accept({ version: stored.version, savedAt: stored.savedAt ?? at.toString() })
    }
    if (stored.version !== version) return refuse({ kind: 'changed-meanwhile', now: stored })

    const { municipalityId } = seat
    await writeExpertise(tx, { municipalityId, assessmentId, personId }, { text, version: version + 1, at })
    return accept({ version: version + 1, savedAt: at.toString() })
  })
}
