import { lockFamilyAssessment, setHandedIn } from '#app/assessment/family-answers-store.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type TakeBackRankingRefusal =
  | { kind: 'not-found' }
  /** The plan is being made of it. */
  | { kind: 'completed' }
  | { kind: 'not-handed-in' }

/** Opens the family's order again, as long as no plan was prepared from it. The order itself stays. */
export async function takeBackParentRanking(
  ctx: Context,
  { childId }: { childId: string },
): Promise<Result<{ assessmentId: string }, TakeBackRankingRefusal>> {
  if (ctx.actor.role !== 'guardian') return refuse({ kind: 'not-found' })
  return transact<{ assessmentId: string }, TakeBackRankingRefusal>(ctx, async (tx) => {
    const assessment = await lockFamilyAssessment(ctx, tx, childId)
    if (assessment === null) return refuse({ kind: 'not-found' })
    if (assessment.isCompleted) return refuse({ kind: 'completed' })
    if (!assessment.isHandedIn) return refuse({ kind: 'not-handed-in' })
    const { assessmentId } = assessment
    await setHandedIn(tx, assessmentId, null)
    await recordAudit(ctx, tx, { action: 'ranking.take-back', subject: { kind: 'assessment', id: assessmentId } })
    return accept({ assessmentId })
  })
}
