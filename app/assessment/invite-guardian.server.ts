import { lockSeat } from '#app/assessment/find-seat.server.ts'
import { runsAssessment } from '#app/assessment/rules/seat.ts'
import { findGuardiansAmong, insertGuardians } from '#app/assessment/team-store.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { emit } from '#app/platform/events.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type InviteGuardianRefusal =
  | { kind: 'not-found' }
  | { kind: 'completed' }
  /** Does not care for the child, or not any more. */
  | { kind: 'not-invitable' }
  | { kind: 'already-invited' }

/** Invites somebody who cares for the child to an assessment that is not completed. */
export async function inviteGuardian(
  ctx: Context,
  { assessmentId, personId }: { assessmentId: string; personId: string },
): Promise<Result<{ assessmentId: string }, InviteGuardianRefusal>> {
  return transact<{ assessmentId: string }, InviteGuardianRefusal>(ctx, async (tx) => {
    const seat = await lockSeat(ctx, tx, assessmentId)
    if (seat === null || !runsAssessment(seat.role)) return refuse({ kind: 'not-found' })
    if (seat.isCompleted) return refuse({ kind: 'completed' })
    const at = ctx.clock.now()
    const caring = await findGuardiansAmong(tx, { childId: seat.childId, ids: [personId], at })
    if (!caring.has(personId)) return refuse({ kind: 'not-invitable' })
    const { municipalityId } = seat
    const added = await insertGuardians(tx, { municipalityId, assessmentId }, { ids: [personId], at })
    if (added === 0) return refuse({ kind: 'already-invited' })
    await recordAudit(ctx, tx, { action: 'assessment.invite', subject: { kind: 'assessment', id: assessmentId } })
    await emit(tx, {
      type: 'assessment.invited',
      municipalityId,
      subjectId: assessmentId,
      personId: ctx.actor.personId,
      at,
    })
    return accept({ assessmentId })
  })
}
