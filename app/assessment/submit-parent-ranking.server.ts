import { setHandedIn } from '#app/assessment/family-answers-store.server.ts'
import type {
  ParentRankingInput,
  ParentRankingRefusal,
  SavedRanking,
} from '#app/assessment/save-parent-ranking.server.ts'
import { lockOpenRanking, writeParentRanking } from '#app/assessment/save-parent-ranking.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { emit } from '#app/platform/events.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

/**
 * Hands the family's order in, as it was on the screen (step 6). From here the plan can be prepared; until it is, any
 * guardian can take the order back.
 */
export async function submitParentRanking(
  ctx: Context,
  input: ParentRankingInput,
): Promise<Result<SavedRanking, ParentRankingRefusal>> {
  if (ctx.actor.role !== 'guardian') return refuse({ kind: 'not-found' })
  return transact<SavedRanking, ParentRankingRefusal>(ctx, async (tx) => {
    const assessment = await lockOpenRanking(ctx, tx, input.childId)
    if (!assessment.ok) return assessment
    const saved = await writeParentRanking(ctx, tx, { ...input, assessment: assessment.value })
    if (!saved.ok) return saved

    const { assessmentId, municipalityId } = assessment.value
    const { personId } = ctx.actor
    const at = ctx.clock.now()
    await setHandedIn(tx, assessmentId, { personId, at })
    await recordAudit(ctx, tx, { action: 'ranking.submit', subject: { kind: 'assessment', id: assessmentId } })
    await emit(tx, { type: 'assessment.ranked', municipalityId, subjectId: assessmentId, personId, at })
    return accept(saved.value)
  })
}
