import type { DraftGap } from '#app/assessment/rules/needed-service.ts'
import type { RankedGroups } from '#app/assessment/rules/ranking-text.ts'
import type { TeamOrder } from '#app/assessment/rules/team-order.ts'
import { isSameOrder } from '#app/assessment/rules/team-order.ts'

export type Proposing = {
  areGoalsAgreed: boolean
  /** Every service on the list with what it still lacks. */
  services: readonly { serviceId: string; payer: 'individual-budget' | 'others'; gaps: readonly DraftGap[] }[]
}

export type ProposalBlocker =
  | { readonly blocker: 'goals-not-agreed' }
  | { readonly blocker: 'no-service' }
  | { readonly blocker: 'service-lacks'; readonly serviceId: string; readonly gaps: readonly DraftGap[] }

/** What keeps the services from being shown to the parents, whatever the lead says. */
export function proposalBlockers({ areGoalsAgreed, services }: Proposing): ProposalBlocker[] {
  const blockers: ProposalBlocker[] = []
  if (!areGoalsAgreed) blockers.push({ blocker: 'goals-not-agreed' })
  if (!services.some((service) => service.payer === 'individual-budget')) blockers.push({ blocker: 'no-service' })
  for (const { serviceId, gaps } of services) {
    if (gaps.length > 0) blockers.push({ blocker: 'service-lacks', serviceId, gaps })
  }
  return blockers
}

export type ReasonFor = 'differs-from-team' | 'goes-on-without'

/** What the lead has to give a reason for: an order that is not the team's average, experts who have not handed in. */
export function reasonsNeeded({
  order,
  team,
  isAssessmentMissing,
}: {
  order: RankedGroups
  team: TeamOrder | null
  isAssessmentMissing: boolean
}): ReasonFor[] {
  return [
    ...(team !== null && !isSameOrder(order, team.groups) ? (['differs-from-team'] as const) : []),
    ...(isAssessmentMissing ? (['goes-on-without'] as const) : []),
  ]
}
