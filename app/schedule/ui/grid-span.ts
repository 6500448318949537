import { dayOf, rigaWallClock } from '#app/schedule/ui/riga-localizer.ts'

/** From when to when something is drawn, as dates whose local hands show Riga's wall clock. */
export type GridSpan = { start: Date; end: Date }

/** Where a grid of hours draws what lasts from one moment to another. */
export function gridSpan(from: string, to: string): GridSpan {
  const start = rigaWallClock(from)
  const end = rigaWallClock(to)
  // Across the hour that comes twice the hands can stand still or go back; what is drawn still has a height.
  const shortest = new Date(start.getTime() + 15 * 60_000)
  return { start, end: end < shortest ? shortest : end }
}

/** Whole hours around everything drawn, at least those given, as "08:00"; a day ends at "23:59". */
export function hoursAround(
  spans: readonly GridSpan[],
  least: { first: number; last: number },
): { first: string; last: string } {
  const first = Math.min(least.first, ...spans.map(({ start }) => start.getHours()))
  const last = Math.max(least.last, ...spans.map(lastHourOf))
  return { first: hourText(first), last: last >= 24 ? '23:59' : hourText(last) }
}

function lastHourOf({ start, end }: GridSpan): number {
  if (dayOf(start) !== dayOf(end)) return 24
  return end.getHours() + (end.getMinutes() > 0 ? 1 : 0)
}

function hourText(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}
