import type { ColumnKey } from './columns.ts'
import { columnKeys, columns } from './columns.ts'

/** Which column of the file (counted from 0) is which of ours. What is missing is not in the file. */
export type Matching = Partial<Readonly<Record<ColumnKey, number>>>

export type MatchingProblem =
  | { readonly problem: 'needed'; readonly column: ColumnKey }
  /** A plan needs all of its columns; some are matched and this one is not. */
  | { readonly problem: 'needed-for-plans'; readonly column: ColumnKey }
  /** One column of the file cannot be two of ours. */
  | { readonly problem: 'twice'; readonly column: ColumnKey; readonly other: ColumnKey }
  | { readonly problem: 'no-such-column'; readonly column: ColumnKey }

/** A name without case, accents, spaces and signs, so that "Bērna  vārds:" and "berna vards" are one. */
export function plainName(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** Guesses by name which column is which; the first file column of a name wins, each is used once. */
export function guessMatching(header: readonly string[]): Matching {
  const taken = new Set<number>()
  const matching: Partial<Record<ColumnKey, number>> = {}
  const names = header.map(plainName)
  const find = (wanted: readonly string[], key: ColumnKey) => {
    if (matching[key] !== undefined) return
    const at = names.findIndex((name, index) => !taken.has(index) && name !== '' && wanted.includes(name))
    if (at < 0) return
    taken.add(at)
    matching[key] = at
  }
  // Exact names first, so that a file with both "Vecāka vārds" and "Vārds" keeps them apart.
  for (const key of columnKeys) find([plainName(columns[key].lv), plainName(columns[key].en)], key)
  for (const key of columnKeys) find(columns[key].aliases.map(plainName), key)
  return matching
}

/** Whether the file brings plans at all: without a column of services every row is a family only. */
export function bringsPlans(matching: Matching): boolean {
  return matching.service !== undefined
}

/** What keeps a matching from being used; empty when it can. */
export function problemsOfMatching(matching: Matching, columnCount: number): MatchingProblem[] {
  const problems: MatchingProblem[] = []
  const usedBy = new Map<number, ColumnKey>()
  for (const key of columnKeys) {
    const at = matching[key]
    const { need } = columns[key]
    if (at === undefined) {
      if (need === 'always') problems.push({ problem: 'needed', column: key })
      if (need === 'for-plans' && bringsPlans(matching)) problems.push({ problem: 'needed-for-plans', column: key })
      continue
    }
    if (!Number.isInteger(at) || at < 0 || at >= columnCount) {
      problems.push({ problem: 'no-such-column', column: key })
      continue
    }
    const other = usedBy.get(at)
    if (other === undefined) usedBy.set(at, key)
    else problems.push({ problem: 'twice', column: key, other })
  }
  return problems
}

/** The cells of a row by our names; what is not matched is empty. */
export function cellsOf(row: readonly string[], matching: Matching): (key: ColumnKey) => string {
  return (key) => {
    const at = matching[key]
    return at === undefined ? '' : (row[at] ?? '').trim()
  }
}
