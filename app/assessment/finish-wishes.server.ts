import { countWishes, lockFamilyAssessment, setWishesDone } from '#app/assessment/family-answers-store.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type FinishWishesRefusal = { kind: 'not-found' } | { kind: 'completed' } | { kind: 'no-wish' }

/** A guardian says that all wishes are written for now, or takes it back. Wishes stay open to writing either way. */
export async function finishWishes(
  ctx: Context,
  { childId, isDone }: { childId: string; isDone: boolean },
): Promise<Result<{ isDone: boolean }, FinishWishesRefusal>> {
  if (ctx.actor.role !== 'guardian') return refuse({ kind: 'not-found' })

  return transact<{ isDone: boolean }, FinishWishesRefusal>(ctx, async (tx) => {
    const assessment = await lockFamilyAssessment(ctx, tx, childId)
    if (assessment === null) return refuse({ kind: 'not-found' })
    if (assessment.isCompleted) return refuse({ kind: 'completed' })
    if (isDone && (await countWishes(tx, assessment.assessmentId)) === 0) return refuse({ kind: 'no-wish' })
    await setWishesDone(tx, assessment, { personId: ctx.actor.personId, at: ctx.clock.now(), isDone })
    return accept({ isDone })
  })
}
