import type { Seat } from '#app/assessment/find-seat.server.ts'
import { lockSeat } from '#app/assessment/find-seat.server.ts'
import { findGoalsAgreedAt } from '#app/assessment/goal-store.server.ts'
import { writesExpertise } from '#app/assessment/rules/seat.ts'
import type { Context } from '#app/people/context.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type ClosedGoals =
  | { kind: 'not-found' }
  /** A plan is being made of it. */
  | { kind: 'completed' }
  /** The parents are reading and ranking; the lead can take the proposal back. */
  | { kind: 'proposed' }
  /** The lead said that they are agreed; the lead opens them again. */
  | { kind: 'agreed' }

/** The assessment, locked, while its goals are the team's to change. */
export async function lockOpenGoals(ctx: Context, tx: Tx, assessmentId: string): Promise<Result<Seat, ClosedGoals>> {
  const seat = await lockSeat(ctx, tx, assessmentId)
  if (seat === null || !writesExpertise(seat.role)) return refuse({ kind: 'not-found' })
  if (seat.isCompleted) return refuse({ kind: 'completed' })
  if (seat.isProposed) return refuse({ kind: 'proposed' })
  if ((await findGoalsAgreedAt(tx, assessmentId)) !== null) return refuse({ kind: 'agreed' })
  return accept(seat)
}
