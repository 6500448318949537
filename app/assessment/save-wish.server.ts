import type { LockedAssessment } from '#app/assessment/family-answers-store.server.ts'
import {
  countWishes,
  findWish,
  insertWish,
  lockFamilyAssessment,
  updateWish,
} from '#app/assessment/family-answers-store.server.ts'
import { longestWish, mostWishes } from '#app/assessment/rules/family-view.ts'
import type { Context } from '#app/people/context.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

/** `wishId` is the page's own for a new wish, so that saving twice is one wish; `version` 0 says that it is new. */
export type SaveWishInput = { childId: string; wishId: string; text: string; version: number }
export type SavedWish = { version: number; savedAt: string }
export type SaveWishRefusal =
  | { kind: 'not-found' }
  | { kind: 'completed' }
  | { kind: 'empty' }
  | { kind: 'too-long'; longest: number }
  | { kind: 'too-many'; most: number }
  /** Somebody else, or another window, wrote it in between: what stands there now. */
  | { kind: 'changed-meanwhile'; text: string; version: number; by: string; at: string }
  /** Removed in between. */
  | { kind: 'gone' }

/** Writes a wish of the parents in their own words. Nobody's words are written over unseen: compare and set. */
export async function saveWish(ctx: Context, input: SaveWishInput): Promise<Result<SavedWish, SaveWishRefusal>> {
  if (ctx.actor.role !== 'guardian') return refuse({ kind: 'not-found' })
  return transact<SavedWish, SaveWishRefusal>(
    ctx,
    async (tx) => {
      const assessment = await lockFamilyAssessment(ctx, tx, input.childId)
      return assessment === null ? refuse({ kind: 'not-found' }) : writeWish(ctx, tx, { ...input, assessment })
    },
    { goal_pkey: { kind: 'not-found' } },
  )
}

/** The part that guardians and their social worker share, inside their transaction and behind the lock. */
export async function writeWish(
  ctx: Context,
  tx: Tx,
  { assessment, wishId, version, ...typed }: Omit<SaveWishInput, 'childId'> & { assessment: LockedAssessment },
): Promise<Result<SavedWish, SaveWishRefusal>> {
  const text = typed.text.trim()
  const at = ctx.clock.now()
  const writing = { wishId, text, personId: ctx.actor.personId, at }
  if (text.length > longestWish) return refuse({ kind: 'too-long', longest: longestWish })
  if (assessment.isCompleted) return refuse({ kind: 'completed' })
  if (text === '') return refuse({ kind: 'empty' })

  const stored = await findWish(tx, assessment.assessmentId, wishId)
  if (stored === null) {
    if (version !== 0) return refuse({ kind: 'gone' })
    if ((await countWishes(tx, assessment.assessmentId)) >= mostWishes) {
      return refuse({ kind: 'too-many', most: mostWishes })
    }
    await insertWish(tx, assessment, writing)
    return accept({ version: 1, savedAt: at.toString() })
  }
  if (stored.text === text) return accept({ version: stored.version, savedAt: at.toString() })
  if (stored.version !== version) {
    return refuse({
      kind: 'changed-meanwhile',
      text: stored.text,
      version: stored.version,
      by: stored.changedBy ?? '',
      at: (stored.changedAt ?? at).toString(),
    })
  }
  return accept({ version: await updateWish(tx, writing), savedAt: at.toString() })
}
