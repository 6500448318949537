/** One measured leg: so many a second, and how long one took. */
export type Leg = { perSecond: number; median_ms: number; p99_ms: number; note?: string }

/** Two things measured in turn, A B A B A B, so that whatever else the machine does falls on both. */
export async function measureInTurn(
  rounds: number,
  a: (round: number) => Promise<Leg>,
  b: ((round: number) => Promise<Leg>) | null,
): Promise<{ a: Leg[]; b: Leg[] }> {
  const legs: { a: Leg[]; b: Leg[] } = { a: [], b: [] }
  for (let round = 1; round <= rounds; round += 1) {
    legs.a.push(await a(round))
    if (b !== null) legs.b.push(await b(round))
  }
  return legs
}

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = (sorted.length - 1) / 2
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2
}

export function percentileOf(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0
}
