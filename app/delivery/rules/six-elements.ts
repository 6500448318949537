import { accept, refuse, type Result } from '#app/platform/result.ts'
import { dateOf } from '#app/platform/time.ts'

/** Where a session took place, from a list: whereabouts are never tracked. Source: facts.md d2, product.md section 8. */
export const placeTypes = ['home', 'provider', 'institution', 'community', 'online'] as const
export type PlaceType = (typeof placeTypes)[number]

export function isPlaceType(value: unknown): value is PlaceType {
  return placeTypes.some((placeType) => placeType === value)
}

/** The six elements every record of a delivery has: service, child, specialist, date, place, begin and end. */
export type DeliveryRecord = {
  readonly serviceId: string
  readonly childId: string
  readonly specialistId: string
  /** The Riga date on which the session began. */
  readonly date: Temporal.PlainDate
  readonly placeType: PlaceType
  readonly startedAt: Temporal.Instant
  readonly endedAt: Temporal.Instant
}

/** What has been said so far; the date follows from the begin. */
export type DeliveryDraft = { readonly [Element in keyof Omit<DeliveryRecord, 'date'>]: DeliveryRecord[Element] | null }

export type RecordRefusal =
  | { readonly kind: 'elements-missing'; readonly missing: readonly (keyof DeliveryDraft)[] }
  | { readonly kind: 'ends-before-it-begins' }
  | { readonly kind: 'longer-than-a-day' }
  | { readonly kind: 'not-over-yet'; readonly endsAt: Temporal.Instant }

/**
 * Makes a delivery record out of a draft that has all six elements. Refuses with the elements that are missing, when
 * the end is not after the begin, when it lasts more than 24 hours, or when it ends after `now`: what has not ended
 * cannot be confirmed. Source: the six elements of the 21st Century Cures Act, section 12006 (facts.md d2).
 */
export function completeRecord(draft: DeliveryDraft, now: Temporal.Instant): Result<DeliveryRecord, RecordRefusal> {
  const { serviceId, childId, specialistId, placeType, startedAt, endedAt } = draft
  if (
    serviceId === null ||
    childId === null ||
    specialistId === null ||
    placeType === null ||
    startedAt === null ||
    endedAt === null
  ) {
    return refuse({ kind: 'elements-missing', missing: missingElements(draft) })
  }
  if (Temporal.Instant.compare(startedAt, endedAt) >= 0) return refuse({ kind: 'ends-before-it-begins' })
  if (startedAt.until(endedAt).total('hours') > 24) return refuse({ kind: 'longer-than-a-day' })
  if (Temporal.Instant.compare(endedAt, now) > 0) return refuse({ kind: 'not-over-yet', endsAt: endedAt })
  return accept({ serviceId, childId, specialistId, date: dateOf(startedAt), placeType, startedAt, endedAt })
}

const elements = ['serviceId', 'childId', 'specialistId', 'placeType', 'startedAt', 'endedAt'] as const

function missingElements(draft: DeliveryDraft): (keyof DeliveryDraft)[] {
  return elements.filter((element) => draft[element] === null)
}
