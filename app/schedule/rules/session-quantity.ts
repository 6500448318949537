import type { Unit } from '#app/platform/quantity.ts'
import { type Hundredths, quarterHours, wholeUnits } from '#app/platform/quantity.ts'

export type WantedSession = {
  readonly unit: Unit
  /** What the offering lasts; for hours the least that can be booked. */
  readonly offeredMinutes: number
  /** A longer stretch that the family chose; null for the offered one. Only for services counted in hours. */
  readonly chosenMinutes: number | null
  /** How far the family goes; only for services counted in kilometres. */
  readonly kilometres: number | null
}

export type SessionSize = { readonly minutes: number; readonly quantity: Hundredths }

const longestMinutes = 12 * 60
const mostKilometres = 1000

/**
 * How long a session lasts and how many units of its line it takes: a session, trip or course is one, hours go by the
 * length in quarter-hour steps, kilometres by the distance asked for. Null when the wish is not one that can be booked.
 */
export function sizeOfSession(wanted: WantedSession): SessionSize | null {
  const { unit, offeredMinutes, chosenMinutes, kilometres } = wanted
  if (unit === 'kilometre') {
    const isDistance =
      kilometres !== null && Number.isInteger(kilometres) && kilometres >= 1 && kilometres <= mostKilometres
    return isDistance && chosenMinutes === null ? { minutes: offeredMinutes, quantity: wholeUnits(kilometres) } : null
  }
  if (kilometres !== null) return null
  if (unit !== 'hour') return chosenMinutes === null ? { minutes: offeredMinutes, quantity: wholeUnits(1) } : null

  const minutes = chosenMinutes ?? offeredMinutes
  const isLength =
    minutes === offeredMinutes || (minutes % 15 === 0 && minutes > offeredMinutes && minutes <= longestMinutes)
  return isLength ? { minutes, quantity: quarterHours(minutes) } : null
}

/** The lengths a family can choose from for hours: the offered one, then half hours up to three, then whole hours. */
export function lengthsToChoose(offeredMinutes: number): number[] {
  const halfHours = Array.from({ length: 6 }, (_, index) => (index + 1) * 30)
  const hours = Array.from({ length: 5 }, (_, index) => (index + 4) * 60)
  return [offeredMinutes, ...[...halfHours, ...hours].filter((minutes) => minutes > offeredMinutes)]
}
