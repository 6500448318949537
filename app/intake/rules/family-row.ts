import type { Beneficiary, BothLanguages, Mode } from '#app/assessment/rules/assessed-result.ts'
import type { Cents } from '#app/platform/money.ts'
import type { GuardianKind } from './word-lists.ts'

export type ListedService = {
  readonly id: string
  readonly code: string
  readonly name: BothLanguages
  readonly description: BothLanguages
  readonly beneficiary: Beneficiary
  /** The modes for which the municipality has a price today. */
  readonly pricedModes: readonly Mode[]
}

export type Place = { readonly latitude: number; readonly longitude: number }

/** What rows are checked against: the municipality as it is today. */
export type IntakeLists = {
  readonly today: Temporal.PlainDate
  readonly services: readonly ListedService[]
  /** Social workers of the municipality: e-mail address to person. */
  readonly workers: ReadonlyMap<string, string>
  /** Towns with a known place, by plain name. */
  readonly places: ReadonlyMap<string, Place>
  readonly centre: Place
}

export type RowChild = {
  readonly givenName: string
  readonly familyName: string
  readonly bornOn: Temporal.PlainDate
  /** Eleven digits with the hyphen; null when the file has none. */
  readonly personalCode: string | null
  readonly town: string
  readonly latitude: number
  readonly longitude: number
}

export type RowGuardian = {
  readonly givenName: string
  readonly familyName: string
  readonly email: string | null
  readonly phone: string | null
  readonly kind: GuardianKind
}

/** One service of a plan. Ranks are places as written, 1 the first; null where the file gives none. */
export type RowLine = {
  readonly service: ListedService
  readonly units: number
  readonly minimumUnits: number
  readonly mode: Mode | null
  readonly expertRank: number | null
  readonly parentRank: number | null
}

export type RowPlan = {
  readonly startsOn: Temporal.PlainDate
  /** Half-open, as the portal counts; the file names the last day. */
  readonly endsBefore: Temporal.PlainDate
  readonly budget: Cents
  readonly line: RowLine
}

export type FamilyRow = {
  readonly child: RowChild
  readonly guardian: RowGuardian
  readonly workerId: string | null
  /** Null: the row brings a family without a plan. */
  readonly plan: RowPlan | null
  readonly wishes: readonly string[]
}
