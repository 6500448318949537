import { addCents, type Cents, priceOf, subtractCents, zeroCents } from '#app/platform/money.ts'
import { type Hundredths, hundredths, wholeUnits } from '#app/platform/quantity.ts'

/** A service of the joint list that asks for money of the individual budget. */
export type BudgetRequest = {
  readonly payer: 'individual-budget'
  readonly serviceId: string
  readonly unitsAsked: Hundredths
  /** Fewer units than this make no sense for the child; at most the units asked. */
  readonly minimumUnits: Hundredths
  /** The municipality's price cap for one unit. */
  readonly unitPrice: Cents
}

/** A service that the state, the school or others already pay for: it keeps its place and takes no money. */
export type OtherPayerRequest = { readonly payer: 'others'; readonly serviceId: string }

export type FundingRequest = BudgetRequest | OtherPayerRequest

/** What to do below the service that the money did not reach in full. A municipality's policy. */
export type WhenItDoesNotFit = 'try-next' | 'stop'

export type FundingReason =
  | 'money-lasts'
  | 'money-reaches-in-part'
  /** Not even one whole unit can be paid. */
  | 'less-than-one-unit'
  /** Some units could be paid, but fewer than the stated minimum. */
  | 'less-than-minimum'
  /** The policy stops at the first service that is not funded in full, and that one stands higher. */
  | 'list-closed'

/** The outcome of one service with every number its reason needs. `moneyBefore` = `amount` + `moneyAfter`. */
export type BudgetLine = BudgetRequest & {
  readonly outcome: 'full' | 'part' | 'none'
  readonly reason: FundingReason
  readonly amountAsked: Cents
  readonly moneyBefore: Cents
  /** Whole units the money left before this line pays for, at most the units asked. */
  readonly unitsThatFit: Hundredths
  readonly unitsFunded: Hundredths
  readonly amount: Cents
  readonly moneyAfter: Cents
}

export type OtherPayerLine = OtherPayerRequest & { readonly outcome: 'other-sources' }

export type FundingLine = BudgetLine | OtherPayerLine

export type FundedPlan = {
  readonly lines: readonly FundingLine[]
  readonly budget: Cents
  readonly fundedInFull: Cents
  readonly fundedInPart: Cents
  /** What no line took. It stays on the period and only a plan revision can use it. */
  readonly unassigned: Cents
}

/**
 * Funds services down the joint list, in the order given, within the budget: in full while the money lasts; the one
 * that crosses the line in whole units as far as the money reaches, at least its minimum; otherwise it is skipped
 * and the next is tried. Always: budget = funded in full + funded in part + unassigned. Source: product.md
 * section 4; trying the next is the default of the policy in section 8.
 *
 * A negative budget or price, no units asked, or a minimum above the units asked is a bug and throws a RangeError.
 */
export function drawFundingLine(
  requests: readonly FundingRequest[],
  budget: Cents,
  whenItDoesNotFit: WhenItDoesNotFit = 'try-next',
): FundedPlan {
  if (budget < 0) throw new RangeError(`The budget is below zero: ${budget}`)

  const lines: FundingLine[] = []
  let moneyLeft = budget
  let isClosed = false
  for (const request of requests) {
    if (request.payer === 'others') {
      lines.push({ ...request, outcome: 'other-sources' })
      continue
    }
    const line = fundService(request, moneyLeft, isClosed)
    lines.push(line)
    moneyLeft = line.moneyAfter
    isClosed ||= whenItDoesNotFit === 'stop' && line.outcome !== 'full'
  }
  return {
    lines,
    budget,
    fundedInFull: sumOf(lines, 'full'),
    fundedInPart: sumOf(lines, 'part'),
    unassigned: moneyLeft,
  }
}

function fundService(request: BudgetRequest, moneyBefore: Cents, isClosed: boolean): BudgetLine {
  requireSense(request)
  const amountAsked = priceOf(request.unitsAsked, request.unitPrice)
  const unitsThatFit = wholeUnitsThatFit(request, moneyBefore)
  const decide = (outcome: BudgetLine['outcome'], reason: FundingReason, unitsFunded: Hundredths): BudgetLine => {
    const amount = priceOf(unitsFunded, request.unitPrice)
    const moneyAfter = subtractCents(moneyBefore, amount)
    return { ...request, outcome, reason, amountAsked, moneyBefore, unitsThatFit, unitsFunded, amount, moneyAfter }
  }

  if (isClosed) return decide('none', 'list-closed', hundredths(0))
  if (amountAsked <= moneyBefore) return decide('full', 'money-lasts', request.unitsAsked)
  if (unitsThatFit === 0) return decide('none', 'less-than-one-unit', hundredths(0))
  if (unitsThatFit < request.minimumUnits) return decide('none', 'less-than-minimum', hundredths(0))
  return decide('part', 'money-reaches-in-part', unitsThatFit)
}

function wholeUnitsThatFit({ unitsAsked, unitPrice }: BudgetRequest, money: Cents): Hundredths {
  const wholeUnitsAsked = Math.floor(unitsAsked / 100)
  return wholeUnits(unitPrice === 0 ? wholeUnitsAsked : Math.min(wholeUnitsAsked, Math.floor(money / unitPrice)))
}

function sumOf(lines: readonly FundingLine[], outcome: 'full' | 'part'): Cents {
  return addCents(...lines.map((line) => (line.outcome === outcome ? line.amount : zeroCents)))
}

function requireSense({ serviceId, unitsAsked, minimumUnits, unitPrice }: BudgetRequest): void {
  if (unitsAsked === 0) throw new RangeError(`Service ${serviceId} asks for no units`)
  if (minimumUnits > unitsAsked) throw new RangeError(`Service ${serviceId} has a minimum above the units it asks for`)
  if (unitPrice < 0) throw new RangeError(`Service ${serviceId} has a price below zero`)
}
