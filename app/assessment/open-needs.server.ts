import type { Seat } from '#app/assessment/find-seat.server.ts'
import { lockSeat } from '#app/assessment/find-seat.server.ts'
import { listsServices } from '#app/assessment/rules/who-plans.ts'
import type { Context } from '#app/people/context.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type ClosedNeeds =
  | { kind: 'not-found' }
  /** A plan is being made of it. */
  | { kind: 'completed' }
  /** The parents are reading and ranking; the lead can take the proposal back. */
  | { kind: 'proposed' }

/** The assessment, locked, while its services are the team's to change. */
export async function lockOpenNeeds(ctx: Context, tx: Tx, assessmentId: string): Promise<Result<Seat, ClosedNeeds>> {
  const seat = await lockSeat(ctx, tx, assessmentId)
  if (seat === null || !listsServices(seat.role)) return refuse({ kind: 'not-found' })
  if (seat.isCompleted) return refuse({ kind: 'completed' })
  if (seat.isProposed) return refuse({ kind: 'proposed' })
  return accept(seat)
}
