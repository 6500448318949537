import { type Cents, addCents, cents, subtractCents } from '#app/platform/money.ts'

/** The most units of one service that a plan can hold; the database holds assessed units to the same. */
export const mostUnits = 5_000

/** The most that one line can ask for: far above any budget, below what the database counts to. */
export const mostAmount = cents(20_000_000_00)

/** The most characters of a reason; the text is read by families. */
export const longestReason = 2_000

/** One service of a revision as it is being written, with what it can no longer give up. */
export type RevisedLine = {
  serviceId: string
  /** Whole units. */
  units: number
  unitPrice: Cents
  /** Reserved, received, on its way and paid: the money that is not free any more. */
  bound: Cents
  /** Booked, received and paid, in hundredths of a unit. */
  usedHundredths: number
  unitsBefore: number
  reason: string
}

export type RevisedProblem =
  | { kind: 'units-not-whole'; serviceId: string }
  | { kind: 'too-many-units'; serviceId: string; most: number }
  | { kind: 'below-booked'; serviceId: string; floorUnits: number }
  | { kind: 'reason-needed'; serviceId: string }
  | { kind: 'over-budget'; missing: Cents }
  | { kind: 'nothing-changed' }

/**
 * The fewest whole units that a line can go down to: enough for every unit booked or received, a started one counted
 * whole, and for all the money that is bound, which is more where missed sessions were charged.
 */
export function floorUnits({
  bound,
  usedHundredths,
  unitPrice,
}: Pick<RevisedLine, 'bound' | 'usedHundredths' | 'unitPrice'>): number {
  const forMoney = unitPrice === 0 ? 0 : Math.ceil(bound / unitPrice)
  return Math.max(forMoney, Math.ceil(usedHundredths / 100))
}

/** What a line costs: a line keeps the price of its version, so this is exact. */
export function amountOf({ units, unitPrice }: Pick<RevisedLine, 'units' | 'unitPrice'>): Cents {
  return cents(units * unitPrice)
}

/** What of the budget the lines leave; below zero when they ask for more than there is. */
export function revisedUnassigned(budget: Cents, lines: readonly Pick<RevisedLine, 'units' | 'unitPrice'>[]): Cents {
  return subtractCents(budget, addCents(...lines.map(amountOf)))
}

/** Everything that keeps a revision from being offered for signing, each with the service it is about. */
export function revisedProblems(budget: Cents, lines: readonly RevisedLine[]): RevisedProblem[] {
  const problems: RevisedProblem[] = []
  for (const line of lines) problems.push(...problemsOf(line))
  if (problems.length > 0) return problems
  const left = revisedUnassigned(budget, lines)
  if (left < 0) return [{ kind: 'over-budget', missing: cents(-left) }]
  return lines.some((line) => line.units !== line.unitsBefore) ? [] : [{ kind: 'nothing-changed' }]
}

function problemsOf(line: RevisedLine): RevisedProblem[] {
  const { serviceId, units } = line
  if (!Number.isSafeInteger(units) || units < 0) return [{ kind: 'units-not-whole', serviceId }]
  if (units > mostUnits) return [{ kind: 'too-many-units', serviceId, most: mostUnits }]
  const floor = floorUnits(line)
  if (units < floor) return [{ kind: 'below-booked', serviceId, floorUnits: floor }]
  if (units !== line.unitsBefore && line.reason.trim() === '') return [{ kind: 'reason-needed', serviceId }]
  return []
}
