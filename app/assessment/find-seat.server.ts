import type { SeatRole } from '#app/assessment/rules/seat.ts'
import { findSeatRow } from '#app/assessment/seat-store.server.ts'
import type { Role } from '#app/people/actor.ts'
import type { Context } from '#app/people/context.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'

/** The actor's part in one assessment. */
export type Seat = {
  assessmentId: string
  childId: string
  periodId: string
  municipalityId: string
  role: SeatRole
  isCompleted: boolean
  isProposed: boolean
}

/**
 * The seat of the actor in an assessment, or null: unknown, of another municipality and not theirs read the same.
 * Experts sit where they are invited, social workers with their families, the municipality's administrators
 * everywhere, guardians beside the children in their care.
 */
export async function findSeat(ctx: Context, tx: Tx, assessmentId: string): Promise<Seat | null> {
  return seatOf(ctx, tx, { assessmentId, isLocking: false })
}

/** The same, with the assessment locked for writing: the first lock of every change to an assessment. */
export async function lockSeat(ctx: Context, tx: Tx, assessmentId: string): Promise<Seat | null> {
  return seatOf(ctx, tx, { assessmentId, isLocking: true })
}

async function seatOf(ctx: Context, tx: Tx, which: { assessmentId: string; isLocking: boolean }): Promise<Seat | null> {
  const kind = kindOf(ctx.actor.role)
  if (kind === null) return null
  const row = await findSeatRow(ctx, tx, which)
  if (row === null) return null
  const { isLead, ...seat } = row
  return { ...seat, role: kind === 'expert' && isLead ? 'lead' : kind }
}

function kindOf(role: Role): Exclude<SeatRole, 'lead'> | null {
  switch (role) {
    case 'guardian':
    case 'expert':
    case 'social_worker':
      return role
    case 'municipality_administrator':
      return 'administrator'
    case 'specialist':
    case 'provider_manager':
    case 'finance_officer':
    case 'payout_approver':
    case 'ministry_analyst':
      return null
  }
}
