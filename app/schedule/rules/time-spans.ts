/** A stretch of time from its first instant up to, not including, its end. */
export type TimeSpan = { readonly start: Temporal.Instant; readonly end: Temporal.Instant }

export function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0
}

export function overlaps(one: TimeSpan, other: TimeSpan): boolean {
  return isBefore(one.start, other.end) && isBefore(other.start, one.end)
}

/** Sorted, without empty spans, and with overlapping or touching spans joined: what a PostgreSQL multirange holds. */
export function mergeSpans(spans: readonly TimeSpan[]): TimeSpan[] {
  const merged: TimeSpan[] = []
  for (const span of spans
    .filter(hasLength)
    .toSorted((one, other) => Temporal.Instant.compare(one.start, other.start))) {
    const last = merged.at(-1)
    if (last === undefined || isBefore(last.end, span.start)) merged.push(span)
    else if (isBefore(last.end, span.end)) merged.splice(-1, 1, { start: last.start, end: span.end })
  }
  return merged
}

/** What is left of the spans when the others are taken away, merged and sorted. */
export function subtractSpans(spans: readonly TimeSpan[], taken: readonly TimeSpan[]): TimeSpan[] {
  return mergeSpans(taken).reduce((left, hole) => left.flatMap((span) => cutOut(span, hole)), mergeSpans(spans))
}

function cutOut(span: TimeSpan, hole: TimeSpan): TimeSpan[] {
  if (!overlaps(span, hole)) return [span]
  return [
    { start: span.start, end: hole.start },
    { start: hole.end, end: span.end },
  ].filter(hasLength)
}

function hasLength(span: TimeSpan): boolean {
  return isBefore(span.start, span.end)
}
