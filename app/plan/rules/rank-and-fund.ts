import { type RankingWeights, rankJointly, type ServiceRanks } from '#app/assessment/rules/joint-ranking.ts'
import { drawFundingLine, type FundingReason, type WhenItDoesNotFit } from '#app/plan/rules/funding-line.ts'
import type { Cents } from '#app/platform/money.ts'
import { wholeUnits } from '#app/platform/quantity.ts'

/** A service that asks for money, with both ranks. Units are whole units, the price is that of one unit. */
export type ServiceToFund = ServiceRanks & {
  readonly units: number
  /** Fewer than these make no sense for the child; at most `units`. */
  readonly minimumUnits: number
  readonly unitPrice: Cents
}

/** One place of the joint list with what the money did there. `leftBefore` = `amount` + `leftAfter`. */
export type FundedService = {
  readonly serviceId: string
  /** 1 is the top of the list. */
  readonly place: number
  readonly scoreTwentieths: number
  readonly unitPrice: Cents
  readonly fundedUnits: number
  readonly amount: Cents
  readonly amountAsked: Cents
  readonly leftBefore: Cents
  readonly leftAfter: Cents
  readonly outcome: 'full' | 'partly' | 'not_funded'
  readonly reason: FundingReason
}

const outcomes = { full: 'full', part: 'partly', none: 'not_funded' } as const

/**
 * Steps 7 and 8 of the model in one: ranks the services jointly and funds them down the list within the budget. Every
 * page, the browser's what-if and the command `rank` compute a plan with this and nothing else. The sources of the
 * rule stand with `rankJointly` and `drawFundingLine`, as does what counts as a bug and throws a RangeError.
 */
export function rankAndFund({
  services,
  weights,
  budget,
  whenItDoesNotFit,
}: {
  services: readonly ServiceToFund[]
  weights: RankingWeights
  budget: Cents
  whenItDoesNotFit: WhenItDoesNotFit
}): { lines: FundedService[]; left: Cents } {
  const asked = new Map(services.map((service) => [service.serviceId, service]))
  const joint = rankJointly(services, weights)
  const funded = drawFundingLine(
    joint.map(({ serviceId }) => {
      const { units, minimumUnits, unitPrice } = known(asked.get(serviceId))
      return {
        payer: 'individual-budget' as const,
        serviceId,
        unitsAsked: wholeUnits(units),
        minimumUnits: wholeUnits(minimumUnits),
        unitPrice,
      }
    }),
    budget,
    whenItDoesNotFit,
  )
  const places = new Map(joint.map((place) => [place.serviceId, place]))
  const lines = funded.lines.flatMap((line): FundedService[] => {
    if (line.payer === 'others') return []
    const { place, scoreTwentieths } = known(places.get(line.serviceId))
    return [
      {
        serviceId: line.serviceId,
        place,
        scoreTwentieths,
        unitPrice: line.unitPrice,
        fundedUnits: line.unitsFunded / 100,
        amount: line.amount,
        amountAsked: line.amountAsked,
        leftBefore: line.moneyBefore,
        leftAfter: line.moneyAfter,
        outcome: outcomes[line.outcome],
        reason: line.reason,
      },
    ]
  })
  return { lines, left: funded.unassigned }
}

function known<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('A service of the list is not among those asked for')
  return value
}
