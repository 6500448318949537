import type { Beneficiary, BothLanguages, Mode } from '#app/assessment/rules/assessed-result.ts'

/** A service of the plan in force, as a draft for the next period. Whole units; `otherPayer` where others pay. */
export type CarriedService = {
  readonly serviceId: string
  readonly units: number
  readonly minimumUnits: number
  readonly mode: Mode | null
  readonly sessionsPerWeek: number | null
  readonly beneficiary: Beneficiary
  readonly reason: BothLanguages
  readonly explanation: BothLanguages
  readonly otherPayer: BothLanguages | null
}
