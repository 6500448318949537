import { countWishes, findRankingFacts } from '#app/assessment/family-answers-store.server.ts'
import { lockSeat } from '#app/assessment/find-seat.server.ts'
import type { FinishWishesRefusal } from '#app/assessment/finish-wishes.server.ts'
import type { SaveWishRefusal } from '#app/assessment/save-wish.server.ts'
import { writeWish } from '#app/assessment/save-wish.server.ts'
import { noteWishesTold } from '#app/assessment/told-order-store.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

/** `wishId` is the page's own, so that a wish that is sent twice is one wish. */
export type RecordFamilyWishInput = { assessmentId: string; wishId: string; text: string }

/**
 * The family's social worker adds a wish as a family that does not use the portal told it. Guardians can change or
 * remove it like one of their own.
 */
export async function recordFamilyWish(
  ctx: Context,
  { assessmentId, wishId, text }: RecordFamilyWishInput,
): Promise<Result<{ wishId: string }, SaveWishRefusal>> {
  return transact<{ wishId: string }, SaveWishRefusal>(
    ctx,
    async (tx) => {
      const assessment = await lockForFamily(ctx, tx, assessmentId)
      if (assessment === null) return refuse({ kind: 'not-found' })
      const written = await writeWish(ctx, tx, { assessment, wishId, text, version: 0 })
      if (!written.ok) return written
      await recordAudit(ctx, tx, { action: 'wish.record', subject: { kind: 'assessment', id: assessmentId } })
      return accept({ wishId })
    },
    { goal_pkey: { kind: 'not-found' } },
  )
}

/**
 * The social worker notes that the family said all its wishes, for every guardian who has not said it in the portal.
 * Each of them can take it back there.
 */
export async function recordWishesDone(
  ctx: Context,
  { assessmentId }: { assessmentId: string },
): Promise<Result<{ guardians: number }, FinishWishesRefusal>> {
  return transact<{ guardians: number }, FinishWishesRefusal>(ctx, async (tx) => {
    const assessment = await lockForFamily(ctx, tx, assessmentId)
    if (assessment === null) return refuse({ kind: 'not-found' })
    if (assessment.isCompleted) return refuse({ kind: 'completed' })
    if ((await countWishes(tx, assessmentId)) === 0) return refuse({ kind: 'no-wish' })
    const guardians = await noteWishesTold(tx, assessment, { personId: ctx.actor.personId, at: ctx.clock.now() })
    await recordAudit(ctx, tx, { action: 'wishes.record-done', subject: { kind: 'assessment', id: assessmentId } })
    return accept({ guardians })
  })
}

/** The assessment, locked, for the one who may write in it what the family told: its social worker. */
export async function lockForFamily(ctx: Context, tx: Tx, assessmentId: string) {
  const seat = await lockSeat(ctx, tx, assessmentId)
  return seat?.role === 'social_worker' ? findRankingFacts(tx, seat) : null
}
