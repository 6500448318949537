import type { Version } from '#app/plan/rules/plan-difference.ts'
import type { Cents } from '#app/platform/money.ts'

/** One version of a period's plan, in the order of its number. */
export type VersionView = Version & {
  id: string
  version: number
  state: 'draft' | 'approved' | 'superseded' | 'withdrawn'
  origin: 'assessed' | 'taken_over' | 'revision'
  isSealed: boolean
  reason: string | null
  createdAt: string
  approvedAt: string | null
  approvedBy: string | null
}

/** A request for a revision as both sides see it. */
export type RequestView = {
  id: string
  state: 'open' | 'taken' | 'declined'
  reason: string
  askedAt: string
  askedBy: string
  askedAs: string
  isOwn: boolean
  answeredAt: string | null
  answeredBy: string | null
  answer: string | null
  /** The revision that came of it, while there is one. */
  plan: { id: string; version: number; state: string; isSealed: boolean } | null
}

export type PeriodEndView = {
  unusedMoney: 'lapses' | 'stays' | null
  /** The first day on which unused money goes back by itself. */
  lapsesOn: string | null
  free: Cents
  extensions: { wasEndsBefore: string; endsBefore: string; reason: string; by: string; at: string }[]
  returned: { at: string; amount: Cents; by: string | null; reason: string | null }[]
}

/** Versions that were or are in force, and a draft under way: what was given up is no part of the history. */
export function shownVersions(versions: readonly VersionView[]): VersionView[] {
  return versions.filter(({ state }) => state !== 'withdrawn')
}

/**
 * The two versions to compare: those asked for by number, else the one in force with the one before it. Null when there
 * are not two.
 */
export function versionsToCompare(
  versions: readonly VersionView[],
  asked: { from: number | null; to: number | null },
): { from: VersionView; to: VersionView } | null {
  const decided = shownVersions(versions).filter(({ state }) => state !== 'draft')
  const to = decided.find(({ version }) => version === asked.to) ?? decided.at(-1)
  if (to === undefined) return null
  const earlier = decided.filter(({ version }) => version !== to.version)
  const from =
    earlier.find(({ version }) => version === asked.from) ?? earlier.findLast(({ version }) => version < to.version)
  return from === undefined ? null : { from, to }
}

/** Which versions an address asks to compare: `?from=1&to=3`. Anything else asks for none. */
export function readCompared(search: URLSearchParams): { from: number | null; to: number | null } {
  const number = (name: string) => {
    const value = search.get(name)
    return value !== null && /^\d{1,4}$/.test(value) ? Number(value) : null
  }
  return { from: number('from'), to: number('to') }
}
