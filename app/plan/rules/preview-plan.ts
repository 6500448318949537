import type { BothLanguages, GoalEntry } from '#app/assessment/rules/assessed-result.ts'
import type { RankingWeights } from '#app/assessment/rules/joint-ranking.ts'
import type { PlanContent } from '#app/plan/rules/plan-view.ts'
import type { ComputedPlan } from '#app/plan/rules/support-plan.ts'
import type { Unit } from '#app/platform/quantity.ts'

export type CatalogueName = { readonly serviceId: string; readonly name: BothLanguages; readonly unit: Unit }

/** A plan that is only computed, in the shape in which a plan that is kept is shown. Lines go by their service's id. */
export function previewPlan({
  computed,
  weights,
  catalogue,
  goals,
}: {
  computed: ComputedPlan
  weights: RankingWeights
  catalogue: readonly CatalogueName[]
  goals: readonly GoalEntry[]
}): PlanContent {
  const names = new Map(catalogue.map((entry) => [entry.serviceId, entry]))
  const known = (serviceId: string) => {
    const entry = names.get(serviceId)
    if (entry === undefined) throw new Error(`Service ${serviceId} has no name`)
    return entry
  }
  return {
    isRevised: false,
    ...weights,
    budget: computed.budget,
    unassigned: computed.unassigned,
    ranked: computed.lines.flatMap(({ service, ...line }) =>
      service.payer === 'others' || line.payer === 'others'
        ? []
        : [
            {
              id: service.serviceId,
              position: line.position,
              name: known(service.serviceId).name,
              unit: known(service.serviceId).unit,
              expertHalfRank: service.expertHalfRank,
              parentHalfRank: service.parentHalfRank,
              scoreTwentieths: line.scoreTwentieths,
              askedUnits: service.units,
              minimumUnits: service.minimumUnits,
              unitPrice: line.unitPrice,
              fundedUnits: line.fundedUnits,
              funded: line.fundedAmount,
              leftBefore: line.leftBefore,
              outcome: line.outcome,
              mode: service.mode,
              sessionsPerWeek: service.sessionsPerWeek,
              beneficiary: service.beneficiary,
              reason: service.reason,
              explanation: service.explanation,
              budgetLineId: null,
              changeReason: null,
            },
          ],
    ),
    added: [],
    covered: computed.lines.flatMap(({ service }) =>
      service.payer === 'others'
        ? [
            {
              id: service.serviceId,
              name: known(service.serviceId).name,
              payer: service.otherPayer,
              reason: service.reason,
              explanation: service.explanation,
            },
          ]
        : [],
    ),
    goals: goals.map(({ key, horizon, text, servesKey }) => ({ id: key, horizon, text, servesId: servesKey })),
  }
}
