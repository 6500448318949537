import { lockSeat } from '#app/assessment/find-seat.server.ts'
import { runsAssessment } from '#app/assessment/rules/seat.ts'
import type { TeamMember } from '#app/assessment/rules/team.ts'
import {
  findExpertSeat,
  findExpertsAmong,
  giveLead,
  insertExperts,
  seatAgain,
} from '#app/assessment/team-store.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { emit } from '#app/platform/events.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type InviteExpertInput = TeamMember & { assessmentId: string }
export type InviteExpertRefusal =
  | { kind: 'not-found' }
  /** Not an expert of the municipality, or not any more. */
  | { kind: 'not-invitable' }
  | { kind: 'already-invited' }

/**
 * Adds an expert to the team of an assessment, as its lead when asked for: the lead before stays an expert of the team.
 * Somebody who left comes back to what they wrote. Once the assessment is completed, whoever joins reads it and, as the
 * lead, signs the plans of its period; a plan that was decided before the portal has nobody who could, until then.
 */
export async function inviteExpert(
  ctx: Context,
  { assessmentId, personId, profession, isLead }: InviteExpertInput,
): Promise<Result<{ assessmentId: string }, InviteExpertRefusal>> {
  return transact<{ assessmentId: string }, InviteExpertRefusal>(ctx, async (tx) => {
    const seat = await lockSeat(ctx, tx, assessmentId)
    if (seat === null || !runsAssessment(seat.role)) return refuse({ kind: 'not-found' })
    const { municipalityId } = seat
    const qualified = await findExpertsAmong(tx, { municipalityId, ids: [personId] })
    if (!qualified.has(personId)) return refuse({ kind: 'not-invitable' })
    const before = await findExpertSeat(tx, { assessmentId, personId })
    if (before !== null && !before.hasEnded) return refuse({ kind: 'already-invited' })

    const at = ctx.clock.now()
    const by = ctx.actor.personId
    if (before === null) {
      const experts = [{ personId, profession, isLead: false }]
      await insertExperts(tx, { municipalityId, assessmentId }, { experts, at, by })
    } else {
      await seatAgain(tx, { assessmentId, personId }, { profession, at, by })
    }
    if (isLead) await giveLead(tx, { assessmentId, personId })
    await recordAudit(ctx, tx, { action: 'assessment.invite', subject: { kind: 'assessment', id: assessmentId } })
    await emit(tx, { type: 'assessment.invited', municipalityId, subjectId: assessmentId, personId: by, at })
    return accept({ assessmentId })
  })
}
