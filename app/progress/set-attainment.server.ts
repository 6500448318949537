import { z } from 'zod'
import { continueFrom } from '#app/assessment/carry-over.server.ts'
import { lockSeat } from '#app/assessment/find-seat.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'
import { findAttainment, isGoalToMeasure, saveAttainment } from './looking-back-store.server.ts'
import type { Level } from './rules/goal-attainment.ts'
import { isLevel } from './rules/goal-attainment.ts'

export const longestAttainmentNote = 2_000

/** `version` is the one that was read, 0 while the goal was not measured. */
export type SetAttainmentInput = { assessmentId: string; goalId: string; level: number; note: string; version: number }
export type SetAttainmentRefusal =
  | { kind: 'not-found' }
  | { kind: 'already-completed' }
  | { kind: 'level-out-of-range' }
  | { kind: 'too-long'; most: number }
  /** Another expert measured it meanwhile. */
  | { kind: 'changed-meanwhile'; found: { level: Level; note: string; version: number; by: string; at: string } }

/**
 * An expert of the looking-back assessment says how far a goal of the period before was reached, on the goal's scale.
 * What goes on with the goal starts from there. Until the assessment is completed it may be measured again.
 */
export async function setAttainment(
  ctx: Context,
  { assessmentId, goalId, level, note, version }: SetAttainmentInput,
): Promise<Result<{ version: number; savedAt: string }, SetAttainmentRefusal>> {
  if (!z.uuid().safeParse(goalId).success) return refuse({ kind: 'not-found' })
  const at = ctx.clock.now()
  return transact<{ version: number; savedAt: string }, SetAttainmentRefusal>(ctx, async (tx) => {
    const seat = await lockSeat(ctx, tx, assessmentId)
    if (seat === null || (seat.role !== 'lead' && seat.role !== 'expert')) return refuse({ kind: 'not-found' })
    if (!(await isGoalToMeasure(tx, { goalId, assessmentId }))) return refuse({ kind: 'not-found' })
    if (seat.isCompleted) return refuse({ kind: 'already-completed' })
    if (!isLevel(level)) return refuse({ kind: 'level-out-of-range' })
    const words = note.trim()
    if (words.length > longestAttainmentNote) return refuse({ kind: 'too-long', most: longestAttainmentNote })

    const { municipalityId } = seat
    const by = ctx.actor.personId
    const before = await findAttainment(tx, { goalId, assessmentId })
    const what = { municipalityId, goalId, assessmentId, level, note: words, version, by, at }
    const saved = await saveAttainment(tx, what)
    if (saved === null) {
      return before === null ? refuse({ kind: 'not-found' }) : refuse({ kind: 'changed-meanwhile', found: before })
    }
    await continueFrom(tx, { continuedId: goalId, assessmentId, level, before: before?.level ?? null })
    await recordAudit(ctx, tx, { action: 'goal.measure', subject: { kind: 'goal', id: goalId } })
    return accept({ version: saved, savedAt: at.toString() })
  })
}
