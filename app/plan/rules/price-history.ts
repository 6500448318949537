import type { BothLanguages, Mode } from '#app/assessment/rules/assessed-result.ts'
import type { Cents } from '#app/platform/money.ts'

/** Half-open: a cap holds until the day before `validTo`. Days are texts, "2026-11-24". */
export type Cap = { id: string; mode: Mode; cents: Cents; validFrom: string; validTo: string | null }

/** A service of the catalogue with every cap of one municipality, by mode with the latest first. */
export type PricedService = { serviceId: string; name: BothLanguages; caps: Cap[] }

/** What a municipality pays for one service in one mode: today, from a later day on, and before. */
export type PriceRow = {
  serviceId: string
  name: BothLanguages
  mode: Mode
  now: Cap | null
  next: Cap | null
  before: Cap[]
}

/** One row for each service and mode that ever had a cap, in the order of the catalogue. */
export function priceRows(services: readonly PricedService[], today: string): PriceRow[] {
  return services.flatMap(({ serviceId, name, caps }) => {
    const modes = [...new Set(caps.map((cap) => cap.mode))]
    return modes.map((mode): PriceRow => {
      const own = caps.filter((cap) => cap.mode === mode)
      return {
        serviceId,
        name,
        mode,
        now: own.find((cap) => cap.validFrom <= today && (cap.validTo === null || cap.validTo > today)) ?? null,
        next: own.findLast((cap) => cap.validFrom > today) ?? null,
        before: own.filter((cap) => cap.validTo !== null && cap.validTo <= today),
      }
    })
  })
}
