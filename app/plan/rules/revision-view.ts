import type { BothLanguages } from '#app/assessment/rules/assessed-result.ts'
import type { ListedLine } from '#app/plan/rules/move-free-money.ts'
import type { Cents } from '#app/platform/money.ts'
import type { Unit } from '#app/platform/quantity.ts'

/** One line of a revision as it is kept, with what is booked and received of it. */
export type RevisionLineView = {
  serviceId: string
  name: BothLanguages
  unit: Unit
  position: number
  /** The joint list ranked it; a service that a revision added has no ranks. */
  isRanked: boolean
  /** The version in force does not list it. */
  isNew: boolean
  askedUnits: number
  minimumUnits: number
  unitPrice: Cents
  units: number
  unitsBefore: number
  reason: string
  bound: Cents
  bookedHundredths: number
  receivedHundredths: number
}

/** The lines in the words of the rules. */
export function listedLines(lines: readonly RevisionLineView[]): (ListedLine & RevisionLineView)[] {
  return lines.map((line) => ({ ...line, usedHundredths: line.bookedHundredths + line.receivedHundredths }))
}
