import type { RevisedLine } from '#app/plan/rules/revised-lines.ts'
import { floorUnits, revisedUnassigned } from '#app/plan/rules/revised-lines.ts'
import { type Cents, cents } from '#app/platform/money.ts'

/** A line on the joint list: what its service was found to need, and how few units still make sense. */
export type ListedLine = RevisedLine & { position: number; askedUnits: number; minimumUnits: number }

/** Who gets how many units when a line gives up its free money. */
export type FreedMoney = {
  freed: Cents
  unitsKept: number
  gains: { serviceId: string; units: number; amount: Cents }[]
  /** What no line could take: it stays unassigned. */
  left: Cents
}

/**
 * Moves the free money of a line that cannot be delivered to the services below the funding line: the line goes down to
 * what is booked or received, and with everything unassigned the others are filled in the order of the joint list, in
 * whole units up to what was asked, a service without money only from its minimum on. Null when the line has nothing
 * free. What it gives never exceeds what was freed and unassigned.
 */
export function moveFreeMoney(budget: Cents, lines: readonly ListedLine[], fromServiceId: string): FreedMoney | null {
  const from = lines.find((line) => line.serviceId === fromServiceId)
  if (from === undefined) return null
  const unitsKept = Math.min(from.units, floorUnits(from))
  if (unitsKept === from.units) return null
  const freed = cents((from.units - unitsKept) * from.unitPrice)
  const rest = lines.map((line) => (line === from ? { ...line, units: unitsKept } : line))
  let left = Math.max(0, revisedUnassigned(budget, rest))
  const gains: FreedMoney['gains'] = []
  for (const line of rest.toSorted((one, other) => one.position - other.position)) {
    // What this revision takes from on purpose is not filled again.
    if (line.serviceId === fromServiceId || line.units < line.unitsBefore) continue
    const units = unitsThatFit(line, left)
    if (units === 0) continue
    const amount = cents(units * line.unitPrice)
    gains.push({ serviceId: line.serviceId, units, amount })
    left -= amount
  }
  return { freed, unitsKept, gains, left: cents(left) }
}

function unitsThatFit({ units, askedUnits, minimumUnits, unitPrice }: ListedLine, money: number): number {
  if (unitPrice === 0 || units >= askedUnits) return 0
  const fit = Math.min(askedUnits - units, Math.floor(money / unitPrice))
  return units + fit < minimumUnits ? 0 : fit
}
