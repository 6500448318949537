/** An order of services, best first. A group with more than one id is a tie: its services share a place. */
export type RankedGroups = readonly (readonly string[])[]

export type OrderProblem =
  | { readonly problem: 'missing'; readonly id: string }
  | { readonly problem: 'twice'; readonly id: string }
  | { readonly problem: 'unknown'; readonly id: string }

/** What one button does to one service of an order. */
export const orderMoves = ['up', 'down', 'join', 'part'] as const
export type OrderMove = (typeof orderMoves)[number]

/** An order as a form field carries it: ids of one tie joined by commas, places by bars ("a|b,c|d"). */
export function writeOrder(groups: RankedGroups): string {
  return withoutEmpty(groups)
    .map((group) => group.join(','))
    .join('|')
}

/** Reads what `writeOrder` wrote; blanks and empty places are left out. Any text reads as some order: see `orderProblems`. */
export function readOrder(text: string): string[][] {
  const groups = text.split('|').map((group) => group.split(',').map((id) => id.trim()))
  return withoutEmpty(groups.map((group) => group.filter((id) => id !== '')))
}

/** What keeps an order from being one of exactly these services: one left out, one named twice, one that is none of them. */
export function orderProblems(groups: RankedGroups, ids: readonly string[]): OrderProblem[] {
  const asked = new Set(ids)
  const seen = new Set<string>()
  const problems: OrderProblem[] = []
  for (const id of groups.flat()) {
    if (!asked.has(id)) problems.push({ problem: 'unknown', id })
    else if (seen.has(id)) problems.push({ problem: 'twice', id })
    seen.add(id)
  }
  return [...problems, ...ids.filter((id) => !seen.has(id)).map((id) => ({ problem: 'missing' as const, id }))]
}

/** An order made to fit these services: what is gone leaves its place, what is new comes last, one after the other. */
export function fitOrder(groups: RankedGroups, ids: readonly string[]): string[][] {
  const asked = new Set(ids)
  const seen = new Set<string>()
  const kept = groups.map((group) =>
    group.filter((id) => {
      const isKept = asked.has(id) && !seen.has(id)
      seen.add(id)
      return isKept
    }),
  )
  return withoutEmpty([...kept, ...ids.filter((id) => !seen.has(id)).map((id) => [id])])
}

/** The same order out of stored ranks: lower is better, equal is a tie; ids without a rank come last. */
export function orderOfRanks(ids: readonly string[], ranks: ReadonlyMap<string, number>): string[][] {
  const byRank = new Map<number, string[]>()
  for (const id of ids) {
    const rank = ranks.get(id)
    if (rank === undefined) continue
    byRank.set(rank, [...(byRank.get(rank) ?? []), id])
  }
  const ranked = [...byRank].toSorted(([one], [other]) => one - other).map(([, group]) => group)
  return fitOrder(ranked, ids)
}

/**
 * Moves one service by one step. `up` and `down`: out of its tie to the near side of it, or past the whole place next
 * to it. `join`: into the place above. `part`: out of its tie, right below it. What cannot move stays as it is.
 */
export function moveInOrder(groups: RankedGroups, id: string, move: OrderMove): string[][] {
  const at = placeOf(groups, id)
  const own = groups[at]
  if (own === undefined) return copy(groups)
  const rest = own.filter((other) => other !== id)
  const before = groups.slice(0, at)
  const after = groups.slice(at + 1)
  switch (move) {
    case 'up':
      if (rest.length > 0) return copy([...before, [id], rest, ...after])
      return at === 0 ? copy(groups) : copy([...before.slice(0, -1), [id], ...before.slice(-1), ...after])
    case 'down':
      if (rest.length > 0) return copy([...before, rest, [id], ...after])
      return copy([...before, ...after.slice(0, 1), [id], ...after.slice(1)])
    case 'join': {
      const above = before.at(-1)
      if (above === undefined) return copy(groups)
      return withoutEmpty([...before.slice(0, -1), [...above, id], rest, ...after])
    }
    case 'part':
      return withoutEmpty([...before, rest, [id], ...after])
  }
}

/**
 * Puts one service where another one stood in the list read from top to bottom, as dragging does: between two places
 * it stands alone, between two services of a tie it joins the tie. Dropped where it was, nothing changes.
 */
export function placeInOrder(groups: RankedGroups, id: string, index: number): string[][] {
  const flat = groups.flat()
  if (!flat.includes(id) || flat.indexOf(id) === index) return copy(groups)
  const rest = withoutEmpty(groups.map((group) => group.filter((other) => other !== id)))
  const placed: string[][] = []
  let passed = 0
  let isPlaced = false
  for (const group of rest) {
    const within = index - passed
    if (!isPlaced && within <= 0) {
      placed.push([id])
      isPlaced = true
    }
    const joins: boolean = !isPlaced && within < group.length
    placed.push(joins ? [...group.slice(0, within), id, ...group.slice(within)] : group)
    isPlaced ||= joins
    passed += group.length
  }
  return isPlaced ? placed : [...placed, [id]]
}

/** A place with everything that its label says: the first place of the tie, and how many share it. */
export function placeText(groups: RankedGroups, id: string): { first: number; last: number } | null {
  const at = placeOf(groups, id)
  const own = groups[at]
  if (own === undefined) return null
  const first = groups.slice(0, at).flat().length + 1
  return { first, last: first + own.length - 1 }
}

/** "up:<id>" as a button sends it; null for anything else. */
export function readMove(intent: string): { move: OrderMove; id: string } | null {
  const [name, id, ...more] = intent.split(':')
  const move = orderMoves.find((known) => known === name)
  return move === undefined || id === undefined || id === '' || more.length > 0 ? null : { move, id }
}

function placeOf(groups: RankedGroups, id: string): number {
  return groups.findIndex((group) => group.includes(id))
}

function withoutEmpty(groups: RankedGroups): string[][] {
  return copy(groups.filter((group) => group.length > 0))
}

function copy(groups: RankedGroups): string[][] {
  return groups.map((group) => [...group])
}
