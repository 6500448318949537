import type { Cents } from '#app/platform/money.ts'

export const minimumRules = ['skip', 'stop'] as const
export const unusedMoneys = ['lapses', 'stays'] as const

/** Everything that a municipality decides, but for its prices. Weights are tenths; the parents have the rest to ten. */
export type PolicyValues = {
  expertTenths: number
  minimumRule: (typeof minimumRules)[number]
  budget: Cents
  periodMonths: number
  unusedMoney: (typeof unusedMoneys)[number]
  lapseAfterDays: number
  fourEyes: boolean
  appealDays: number
  appealToLv: string
  appealToEn: string
  freeCancellationHours: number
  lateChargePercent: number
  lateChargesPerPeriod: number
  silentAcceptanceDays: number
  payoutDayOfMonth: number
}

/** Days are texts, "2026-11-24". */
export type PolicyVersion = PolicyValues & {
  id: string
  validFrom: string
  decidedBy: string | null
  decidedAt: string | null
}

export type PolicyView = {
  current: PolicyVersion | null
  /** The nearest first. */
  future: PolicyVersion[]
  /** The latest first. */
  past: PolicyVersion[]
  /** The first day from which something new may hold. */
  earliest: string
}

/** The whole numbers of a policy with the least and the most that each may be; the database holds the same. */
export const policyRanges = {
  periodMonths: [1, 24],
  lapseAfterDays: [0, 366],
  appealDays: [1, 366],
  freeCancellationHours: [0, 720],
  lateChargePercent: [0, 100],
  lateChargesPerPeriod: [0, 100],
  silentAcceptanceDays: [1, 60],
  payoutDayOfMonth: [1, 28],
} as const satisfies Partial<Record<keyof PolicyValues, readonly [number, number]>>
export type RangedField = keyof typeof policyRanges

/** Which version holds on a day, which come, which are over. Versions come with the latest day first. */
export function policyOn(versions: readonly PolicyVersion[], today: string): Omit<PolicyView, 'earliest'> {
  const [current = null, ...past] = versions.filter((version) => version.validFrom <= today)
  return { current, past, future: versions.filter((version) => version.validFrom > today).toReversed() }
}
