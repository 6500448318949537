import { loadAssessmentHead } from '#app/assessment/get-assessment-head.server.ts'
import { listServices } from '#app/assessment/needs-store.server.ts'
import { findOrderState, listTeam } from '#app/assessment/order-store.server.ts'
import { givenOrders, orderOf } from '#app/assessment/rules/given-orders.ts'
import { draftGaps } from '#app/assessment/rules/needed-service.ts'
import { proposalBlockers } from '#app/assessment/rules/proposal.ts'
import { orderOfRanks } from '#app/assessment/rules/ranking-text.ts'
import type { RankingView } from '#app/assessment/rules/ranking-view.ts'
import { teamOrder } from '#app/assessment/rules/team-order.ts'
import { ranksServices } from '#app/assessment/rules/who-plans.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { read } from '#app/platform/db/transact.server.ts'
import { dateOf } from '#app/platform/time.ts'

/** The experts' orders and the team's, as the reader may see them; null when the assessment is not theirs. */
export async function getRanking(
  ctx: Context,
  { assessmentId }: { assessmentId: string },
): Promise<RankingView | null> {
  return read(ctx, async (tx) => {
    const head = await loadAssessmentHead(ctx, tx, assessmentId)
    if (head === null) return null
    const listed = await listServices(tx, { assessmentId, on: dateOf(ctx.clock.now()) })
    const state = await findOrderState(tx, assessmentId)
    const team = await listTeam(tx, assessmentId)
    await recordAudit(ctx, tx, { action: 'assessment.read', subject: { kind: 'assessment', id: assessmentId } })

    const needed = listed.filter((service) => service.payer === 'individual-budget')
    const ids = needed.map(({ serviceId }) => serviceId)
    const average = teamOrder(ids, givenOrders(ids, team))
    const own = ranksServices(head.role) ? team.find((member) => member.personId === ctx.actor.personId) : undefined
    const fixedRanks = new Map(
      needed.flatMap((one) => (one.expertHalfRank === null ? [] : [[one.serviceId, one.expertHalfRank]])),
    )
    const isTeamHidden =
      head.role === 'expert' && own?.orderHandedInAt === null && !state.isProposed && average !== null
    return {
      head,
      state,
      services: needed.map(({ serviceId, name, units, unit, understoodBy }) => ({
        id: serviceId,
        name,
        units,
        unit,
        understoodBy,
      })),
      names: Object.fromEntries(listed.map(({ serviceId, name }) => [serviceId, name])),
      members: team.map(({ personId, name, profession, isLead, hasHandedInAssessment, orderHandedInAt }) => ({
        personId,
        name,
        profession,
        isLead,
        hasHandedInAssessment,
        orderHandedInAt,
      })),
      own:
        own === undefined
          ? null
          : { order: orderOf(ids, own), isStarted: own.ranks.length > 0, handedInAt: own.orderHandedInAt },
      isTeamHidden,
      team:
        average === null || isTeamHidden
          ? null
          : {
              order: average.groups,
              places: [...average.places.values()],
              experts: team
                .filter((member) => member.orderHandedInAt !== null)
                .map(({ name, isLead }) => ({ name, isLead })),
            },
      fixed: fixedRanks.size === 0 ? null : orderOfRanks(ids, fixedRanks),
      blockers: proposalBlockers({
        areGoalsAgreed: state.areGoalsAgreed,
        services: listed.map((service) => ({
          serviceId: service.serviceId,
          payer: service.payer,
          gaps: draftGaps(service),
        })),
      }),
      openQuestions: listed.reduce((sum, service) => sum + service.openQuestions, 0),
    }
  })
}
