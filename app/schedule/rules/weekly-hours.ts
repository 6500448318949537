import { accept, refuse, type Result } from '#app/platform/result.ts'

/** One stretch of a working week as a specialist writes it: wall-clock hours of a weekday at a site, or anywhere. */
export type WeeklyHours = {
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number
  readonly from: Temporal.PlainTime
  readonly to: Temporal.PlainTime
  readonly siteId: string | null
}

export type WeekRefusal =
  | { readonly kind: 'hours-end-before-they-begin'; readonly index: number }
  /** The same hours are said twice at one place; `index` is the later of the two. */
  | { readonly kind: 'hours-overlap'; readonly index: number; readonly other: number }

/**
 * A week without contradictions, sorted by day and time. Stretches at one place may touch, not overlap; the same time
 * at two places means that either can be booked. Refuses with the index of the first faulty stretch as given.
 */
export function completeWeek(hours: readonly WeeklyHours[]): Result<WeeklyHours[], WeekRefusal> {
  for (const [index, stretch] of hours.entries()) {
    if (Temporal.PlainTime.compare(stretch.from, stretch.to) >= 0) {
      return refuse({ kind: 'hours-end-before-they-begin', index })
    }
    const other = hours.slice(0, index).findIndex((earlier) => overlap(earlier, stretch))
    if (other >= 0) return refuse({ kind: 'hours-overlap', index, other })
  }
  return accept(
    hours.toSorted((one, two) => one.weekday - two.weekday || Temporal.PlainTime.compare(one.from, two.from)),
  )
}

function overlap(one: WeeklyHours, two: WeeklyHours): boolean {
  return (
    one.weekday === two.weekday &&
    one.siteId === two.siteId &&
    Temporal.PlainTime.compare(one.from, two.to) < 0 &&
    Temporal.PlainTime.compare(two.from, one.to) < 0
  )
}
