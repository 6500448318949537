import { z } from 'zod'
import type { Tx } from '#app/platform/db/database.server.ts'
import type { Cents } from '#app/platform/money.ts'
import { smallerOf } from '#app/platform/money.ts'
import type { OfferingRow } from './offering-store.server.ts'
import { selectOfferings } from './offering-store.server.ts'
import type { Mode } from './rules/modes.ts'
import { modes as allModes } from './rules/modes.ts'
import type { OfferingOrder } from './rules/order-offerings.ts'
import { isBeyond, orderOfferings } from './rules/order-offerings.ts'
import type { Coordinates } from './rules/travel.ts'
import { estimateTravel } from './rules/travel.ts'

/** For whom and on which day offerings are looked for. */
export type Seeker = {
  municipalityId: string
  serviceId: string
  home: Coordinates
  travelLimitMinutes: number | null
  today: Temporal.PlainDate
}

/** An offering as a family sees it. */
export type Offering = Omit<OfferingRow, 'tariff' | 'cap' | 'homeVisits'> & {
  /** What the budget pays for one unit: the tariff, at most the municipality's cap. */
  unitPrice: Cents
  /** One way from home by car; null when the family does not travel. */
  roadMetres: number | null
  minutesByCar: number | null
  isBeyondTravelLimit: boolean
}

export type OfferingFilters = { mode: Mode | null; language: string | null; order: OfferingOrder }

/**
 * Offerings of a service that a family of the municipality can book, in the order of `orderOfferings`. Home visits
 * appear only when the family lives inside their radius. Filters narrow; `languages` names all there are to choose.
 */
export async function findOfferings(
  tx: Tx,
  seeker: Seeker,
  filters: OfferingFilters,
): Promise<{ offerings: Offering[]; modes: Mode[]; languages: string[] }> {
  const rows = await selectOfferings(tx, { ...seeker, offeringId: null })
  const reachable = rows.flatMap((row) => toOffering(row, seeker) ?? [])
  const wanted = reachable
    .filter((offering) => filters.mode === null || offering.mode === filters.mode)
    .filter((offering) => filters.language === null || speaks(offering, filters.language))
  const { order } = filters
  return {
    offerings: orderOfferings(wanted, { order, travelLimitMinutes: seeker.travelLimitMinutes }),
    modes: allModes.filter((mode) => reachable.some((offering) => offering.mode === mode)),
    languages: [
      ...new Set(reachable.flatMap(({ specialists }) => specialists.flatMap(({ languages }) => languages))),
    ].toSorted(),
  }
}

/** One offering in full, for the page of its provider; null when a family of the municipality cannot book it. */
export async function findOffering(tx: Tx, seeker: Seeker, offeringId: string): Promise<Offering | null> {
  if (!z.uuid().safeParse(offeringId).success) return null
  const [row] = await selectOfferings(tx, { ...seeker, offeringId })
  return row === undefined ? null : toOffering(row, seeker)
}

function toOffering({ tariff, cap, homeVisits, ...row }: OfferingRow, seeker: Seeker): Offering | null {
  if (row.mode === 'at_home' && homeVisits !== null) {
    const reach = estimateTravel(homeVisits, seeker.home)
    if (reach.roadMetres > homeVisits.radiusKilometres * 1000) return null
  }
  const isJourney = row.site !== null && (row.mode === 'at_provider' || row.mode === 'institution')
  const travel = isJourney && row.site !== null ? estimateTravel(seeker.home, row.site) : null
  const minutesByCar = travel?.minutesByCar ?? null
  return {
    ...row,
    unitPrice: cap === null ? tariff : smallerOf(tariff, cap),
    roadMetres: travel?.roadMetres ?? null,
    minutesByCar,
    isBeyondTravelLimit: isBeyond(minutesByCar, seeker.travelLimitMinutes),
  }
}

function speaks({ specialists }: Offering, language: string): boolean {
  return specialists.some(({ languages }) => languages.includes(language))
}
