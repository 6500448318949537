import type { BothLanguages } from '#app/assessment/rules/assessed-result.ts'
import { type Cents, addCents, cents, subtractCents, zeroCents } from '#app/platform/money.ts'
import type { Unit } from '#app/platform/quantity.ts'

/** What a version gives to one service. A service that others pay for is not part of a difference. */
export type VersionLine = {
  serviceId: string
  name: BothLanguages
  unit: Unit
  unitPrice: Cents
  units: number
  amount: Cents
  /** Why this version changed it; null where it did not or nothing was written. */
  changeReason: string | null
}

export type Version = { budget: Cents; lines: readonly VersionLine[] }

export const lineChanges = ['added', 'more', 'less', 'gone', 'same'] as const
export type LineChange = (typeof lineChanges)[number]

/** What became of one service between two versions, in units and euros. */
export type LineDifference = {
  serviceId: string
  name: BothLanguages
  unit: Unit
  change: LineChange
  unitsBefore: number
  unitsAfter: number
  before: Cents
  after: Cents
  /** After minus before; below zero where the service gets less. */
  amount: Cents
  reason: string | null
}

export type PlanDifference = {
  lines: LineDifference[]
  /** Sums of what grew and what shrank, both at or above zero. */
  given: Cents
  taken: Cents
  unassignedBefore: Cents
  unassignedAfter: Cents
}

/**
 * What a later version of a plan changes against an earlier one: per service, in the order of the later list with what
 * left it at the end. `added` are services that got nothing before, `gone` those that get nothing any more; what gets
 * nothing in either is left out. Always: unassigned after = unassigned before + taken - given + the change of the budget.
 */
export function planDifference(before: Version, after: Version): PlanDifference {
  const old = new Map(before.lines.map((line) => [line.serviceId, line]))
  const kept = new Set(after.lines.map((line) => line.serviceId))
  const lines = [
    ...after.lines.map((line) => differenceOf(old.get(line.serviceId) ?? null, line)),
    ...before.lines.filter((line) => !kept.has(line.serviceId)).map((line) => differenceOf(line, null)),
  ].filter((line): line is LineDifference => line !== null && (line.before > 0 || line.after > 0))
  return {
    lines,
    given: addCents(...lines.map(({ amount }) => cents(Math.max(0, amount)))),
    taken: addCents(...lines.map(({ amount }) => cents(Math.max(0, -amount)))),
    unassignedBefore: unassignedOf(before),
    unassignedAfter: unassignedOf(after),
  }
}

/** What no service of a version gets. */
export function unassignedOf({ budget, lines }: Version): Cents {
  return subtractCents(budget, addCents(...lines.map((line) => line.amount)))
}

function differenceOf(before: VersionLine | null, after: VersionLine | null): LineDifference | null {
  const shown = after ?? before
  if (shown === null) return null
  const [was, is] = [before?.amount ?? zeroCents, after?.amount ?? zeroCents]
  return {
    serviceId: shown.serviceId,
    name: shown.name,
    unit: shown.unit,
    change: changeOf(was, is),
    unitsBefore: before?.units ?? 0,
    unitsAfter: after?.units ?? 0,
    before: was,
    after: is,
    amount: subtractCents(is, was),
    reason: after?.changeReason ?? null,
  }
}

function changeOf(was: Cents, is: Cents): LineChange {
  if (was === is) return 'same'
  if (was === 0) return 'added'
  if (is === 0) return 'gone'
  return is > was ? 'more' : 'less'
}
