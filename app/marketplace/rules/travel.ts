/** A place on the map, in degrees (WGS 84). */
export type Coordinates = { readonly latitude: number; readonly longitude: number }

/** How a straight line becomes a journey. Rough on purpose: it orders results and warns, it bills nothing. */
export type TravelAssumptions = {
  /** Length of the road as per cent of the straight line. */
  readonly roadPercent: number
  readonly kilometresPerHour: number
}

export const defaultTravelAssumptions: TravelAssumptions = { roadPercent: 130, kilometresPerHour: 60 }

export type TravelEstimate = { readonly roadMetres: number; readonly minutesByCar: number }

/** How far a family wishes to travel one way; null = no limit of that kind. */
export type TravelLimit = { readonly roadKilometres: number | null; readonly minutesByCar: number | null }

export type TravelWarning =
  | { readonly kind: 'too-far'; readonly roadMetres: number; readonly limitKilometres: number }
  | { readonly kind: 'too-long'; readonly minutesByCar: number; readonly limitMinutes: number }

const earthRadiusMetres = 6_371_008.8

/**
 * Estimates one way by car between two places: the straight line times 1.3 as the road, at 60 km/h, in whole metres
 * and whole minutes rounded up. Coordinates outside the globe throw a RangeError. Source: product.md section 7.
 */
export function estimateTravel(
  from: Coordinates,
  to: Coordinates,
  { roadPercent, kilometresPerHour }: TravelAssumptions = defaultTravelAssumptions,
): TravelEstimate {
  const roadMetres = Math.round((straightLineMetres(from, to) * roadPercent) / 100)
  return { roadMetres, minutesByCar: Math.ceil((roadMetres * 60) / (kilometresPerHour * 1000)) }
}

/** What a booking beyond the family's limit warns of. A warning never forbids; exactly at the limit is within it. */
export function warnOfTravel(estimate: TravelEstimate, limit: TravelLimit): TravelWarning[] {
  const { roadMetres, minutesByCar } = estimate
  const warnings: TravelWarning[] = []
  if (limit.roadKilometres !== null && roadMetres > limit.roadKilometres * 1000) {
    warnings.push({ kind: 'too-far', roadMetres, limitKilometres: limit.roadKilometres })
  }
  if (limit.minutesByCar !== null && minutesByCar > limit.minutesByCar) {
    warnings.push({ kind: 'too-long', minutesByCar, limitMinutes: limit.minutesByCar })
  }
  return warnings
}

/** Great-circle distance by the haversine formula, which stays exact for the short distances of a municipality. */
export function straightLineMetres(from: Coordinates, to: Coordinates): number {
  requireOnGlobe(from)
  requireOnGlobe(to)
  const halfNorth = radians(to.latitude - from.latitude) / 2
  const halfEast = radians(to.longitude - from.longitude) / 2
  const cosines = Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude))
  const haversine = Math.sin(halfNorth) ** 2 + cosines * Math.sin(halfEast) ** 2
  return 2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(haversine)))
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}

function requireOnGlobe({ latitude, longitude }: Coordinates): void {
  const isOnGlobe = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
  if (!isOnGlobe) throw new RangeError(`Not a place on the globe: ${latitude}, ${longitude}`)
}
