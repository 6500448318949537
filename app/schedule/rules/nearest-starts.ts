/** Starts that lie closest to a time that cannot be had, at most so many, in order of time. */
export function nearestStarts<Start extends { readonly startsAt: Temporal.Instant }>(
  starts: readonly Start[],
  wanted: Temporal.Instant,
  most = 4,
): Start[] {
  const distance = ({ startsAt }: Start) => Math.abs(startsAt.epochMilliseconds - wanted.epochMilliseconds)
  const once = new Map(starts.map((start) => [start.startsAt.epochMilliseconds, start]))
  return [...once.values()]
    .toSorted((one, other) => distance(one) - distance(other))
    .slice(0, most)
    .toSorted((one, other) => Temporal.Instant.compare(one.startsAt, other.startsAt))
}
