import { deleteWish, findWish, lockFamilyAssessment } from '#app/assessment/family-answers-store.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type RemoveWishInput = { childId: string; wishId: string; version: number }
export type RemoveWishRefusal =
  | { kind: 'not-found' }
  | { kind: 'completed' }
  /** A goal of the experts serves it already. */
  | { kind: 'served' }
  /** Written anew in between: what is there now has not been seen. */
  | { kind: 'changed-meanwhile'; text: string; by: string }

/** Takes a wish out. One that a goal serves stays: the goal would hang in the air. */
export async function removeWish(
  ctx: Context,
  { childId, wishId, version }: RemoveWishInput,
): Promise<Result<{ text: string }, RemoveWishRefusal>> {
  if (ctx.actor.role !== 'guardian') return refuse({ kind: 'not-found' })

  return transact<{ text: string }, RemoveWishRefusal>(ctx, async (tx) => {
    const assessment = await lockFamilyAssessment(ctx, tx, childId)
    if (assessment === null) return refuse({ kind: 'not-found' })
    if (assessment.isCompleted) return refuse({ kind: 'completed' })
    const wish = await findWish(tx, assessment.assessmentId, wishId)
    if (wish === null) return refuse({ kind: 'not-found' })
    if (wish.isServed) return refuse({ kind: 'served' })
    if (wish.version !== version) {
      return refuse({ kind: 'changed-meanwhile', text: wish.text, by: wish.changedBy ?? '' })
    }
    await deleteWish(tx, wishId)
    return accept({ text: wish.text })
  })
}
