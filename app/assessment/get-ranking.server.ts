import { loadAssessmentHead } from '#app/assessment/get-assessment-head.server.ts'
import { listServices } from '#app/assessment/needs-store.server.ts'
import type { OrderState, Profession } from '#app/assessment/order-store.server.ts'
import { findOrderState, listTeam } from '#app/assessment/order-store.server.ts'
import type { AssessmentHead } from '#app/assessment/rules/assessment-head.ts'
import type { BothLanguages } from '#app/assessment/rules/assessed-result.ts'
import { givenOrders, orderOf } from '#app/assessment/rules/given-orders.ts'
import { draftGaps } from '#app/assessment/rules/needed-service.ts'
import type { ProposalBlocker } from '#app/assessment/rules/proposal.ts'
import { proposalBlockers } from '#app/assessment/rules/proposal.ts'
import { orderOfRanks } from '#app/assessment/rules/ranking-text.ts'
import type { TeamPlace } from '#app/assessment/rules/team-order.ts'
import { teamOrder } from '#app/assessment/rules/team-order.ts'
import { ranksServices } from '#app/assessment/rules/who-plans.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { read } from '#app/platform/db/transact.server.ts'
import type { Unit } from '#app/platform/quantity.ts'
import { dateOf } from '#app/platform/time.ts'

export type RankedService = { id: string; name: BothLanguages; units: number; unit: Unit; understoodBy: number }

export type RankingMember = {
  personId: string
  name: string
  profession: Profession
  isLead: boolean
  hasHandedInAssessment: boolean
  orderHandedInAt: string | null
}

export type RankingView = {
  head: AssessmentHead
  state: OrderState
  /** The services that ask for money of the budget, in the order of the catalogue. */
  services: RankedService[]
  /** Names of every service on the list, for what lacks. */
  names: Record<string, BothLanguages>
  members: RankingMember[]
  /** The reader's own order; null for who gives none. `isStarted` once they have saved one. */
  own: { order: string[][]; isStarted: boolean; handedInAt: string | null } | null
  /** The average of the orders handed in; null while there is none. */
  team: { order: string[][]; places: TeamPlace[]; experts: { name: string; isLead: boolean }[] } | null
  /** What the lead fixed, last or now. */
  fixed: string[][] | null
  blockers: ProposalBlocker[]
  /** Questions of the parents that nobody has answered. */
  openQuestions: number
}

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
      members: team.map(({ ranks: _, ...member }) => member),
      own:
        own === undefined
          ? null
          : { order: orderOf(ids, own), isStarted: own.ranks.length > 0, handedInAt: own.orderHandedInAt },
      team:
        average === null
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
