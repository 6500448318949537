import { lockSeat } from '#app/assessment/find-seat.server.ts'
import { listServices } from '#app/assessment/needs-store.server.ts'
import { findOrderState, listTeam, writeProposal } from '#app/assessment/order-store.server.ts'
import { averageTies } from '#app/assessment/rules/joint-ranking.ts'
import { draftGaps, longestText } from '#app/assessment/rules/needed-service.ts'
import type { ProposalBlocker, ReasonFor } from '#app/assessment/rules/proposal.ts'
import { proposalBlockers, reasonsNeeded } from '#app/assessment/rules/proposal.ts'
import type { OrderProblem, RankedGroups } from '#app/assessment/rules/ranking-text.ts'
import { orderProblems } from '#app/assessment/rules/ranking-text.ts'
import { teamOrder } from '#app/assessment/rules/team-order.ts'
import { givenOrders } from '#app/assessment/rules/given-orders.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { emit } from '#app/platform/events.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'
import { dateOf } from '#app/platform/time.ts'

export type ProposeOrderInput = { assessmentId: string; order: RankedGroups; reason: string }
export type ProposeOrderRefusal =
  | { kind: 'not-found' }
  | { kind: 'completed' }
  | { kind: 'proposed' }
  | { kind: 'not-ready'; blockers: readonly ProposalBlocker[] }
  | { kind: 'bad-order'; problems: readonly OrderProblem[] }
  /** `missing`: the names of the experts who have not handed in their assessment. */
  | { kind: 'reason-needed'; reasons: readonly ReasonFor[]; missing: readonly string[] }
  | { kind: 'reason-too-long'; longest: number }

/**
 * The lead fixes the experts' order and opens the services to the parents. Where it is not the team's average, or an
 * expert has not handed in an assessment, a reason is kept with it. From here on services and ranks are read-only.
 */
export async function proposeOrder(
  ctx: Context,
  { assessmentId, order, ...input }: ProposeOrderInput,
): Promise<Result<{ assessmentId: string }, ProposeOrderRefusal>> {
  const reason = input.reason.trim()
  return transact<{ assessmentId: string }, ProposeOrderRefusal>(ctx, async (tx) => {
    const seat = await lockSeat(ctx, tx, assessmentId)
    if (seat === null || seat.role !== 'lead') return refuse({ kind: 'not-found' })
    if (seat.isCompleted) return refuse({ kind: 'completed' })
    if (seat.isProposed) return refuse({ kind: 'proposed' })
    if (reason.length > longestText) return refuse({ kind: 'reason-too-long', longest: longestText })

    const at = ctx.clock.now()
    const { areGoalsAgreed } = await findOrderState(tx, assessmentId)
    const services = (await listServices(tx, { assessmentId, on: dateOf(at) })).map((service) => ({
      serviceId: service.serviceId,
      payer: service.payer,
      gaps: draftGaps(service),
    }))
    const blockers = proposalBlockers({ areGoalsAgreed, services })
    if (blockers.length > 0) return refuse({ kind: 'not-ready', blockers })
    const ids = services.filter(({ payer }) => payer === 'individual-budget').map(({ serviceId }) => serviceId)
    const problems = orderProblems(order, ids)
    if (problems.length > 0) return refuse({ kind: 'bad-order', problems })

    const team = await listTeam(tx, assessmentId)
    const missing = team.filter((member) => !member.hasHandedInAssessment).map(({ name }) => name)
    const reasons = reasonsNeeded({
      order,
      team: teamOrder(ids, givenOrders(ids, team)),
      isAssessmentMissing: missing.length > 0,
    })
    if (reasons.length > 0 && reason === '') return refuse({ kind: 'reason-needed', reasons, missing })

    const { personId } = ctx.actor
    const { municipalityId } = seat
    await writeProposal(tx, {
      assessmentId,
      ranks: averageTies(order),
      personId,
      at,
      reason: reason === '' ? null : reason,
    })
    await recordAudit(ctx, tx, { action: 'assessment.propose', subject: { kind: 'assessment', id: assessmentId } })
    await emit(tx, { type: 'assessment.proposed', municipalityId, subjectId: assessmentId, personId, at })
    return accept({ assessmentId })
  })
}
