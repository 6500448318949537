import { setHandedIn } from '#app/assessment/family-answers-store.server.ts'
import { lockForFamily } from '#app/assessment/record-family-wish.server.ts'
import { longestNote } from '#app/assessment/rules/told-order.ts'
import type {
  ParentRankingInput,
  ParentRankingRefusal,
  SavedRanking,
} from '#app/assessment/save-parent-ranking.server.ts'
import { whileOpen, writeParentRanking } from '#app/assessment/save-parent-ranking.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { emit } from '#app/platform/events.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

/** `note` says when and how the family told its order; it is shown wherever the order is. */
export type RecordFamilyRankingInput = Omit<ParentRankingInput, 'childId'> & { assessmentId: string; note: string }
export type RecordFamilyRankingRefusal =
  | ParentRankingRefusal
  | { kind: 'note-needed' }
  | { kind: 'note-too-long'; longest: number }

/**
 * The family's social worker hands in the order that a family without the portal told in person or by phone. Until the
 * plan is prepared any guardian can take it back, as if one of them had handed it in.
 */
export async function recordFamilyRanking(
  ctx: Context,
  { assessmentId, order, version, ...typed }: RecordFamilyRankingInput,
): Promise<Result<SavedRanking, RecordFamilyRankingRefusal>> {
  const note = typed.note.trim()
  return transact<SavedRanking, RecordFamilyRankingRefusal>(ctx, async (tx) => {
    const assessment = whileOpen(await lockForFamily(ctx, tx, assessmentId))
    if (!assessment.ok) return assessment
    if (note === '') return refuse({ kind: 'note-needed' })
    if (note.length > longestNote) return refuse({ kind: 'note-too-long', longest: longestNote })
    const saved = await writeParentRanking(ctx, tx, { assessment: assessment.value, order, version })
    if (!saved.ok) return saved

    const { municipalityId } = assessment.value
    const { personId } = ctx.actor
    const at = ctx.clock.now()
    await setHandedIn(tx, assessmentId, { personId, at, note })
    await recordAudit(ctx, tx, { action: 'ranking.record', subject: { kind: 'assessment', id: assessmentId } })
    await emit(tx, { type: 'assessment.ranked', municipalityId, subjectId: assessmentId, personId, at })
    return accept(saved.value)
  })
}
