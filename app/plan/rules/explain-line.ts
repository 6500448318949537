import type { RankedLineView } from '#app/plan/rules/plan-view.ts'
import { type Cents, cents, subtractCents } from '#app/platform/money.ts'

type Ranked = Pick<RankedLineView, 'position' | 'expertHalfRank' | 'parentHalfRank'>

/** Why a service stands where it stands, with the places that the sentence needs. */
export type PlaceReason =
  | { kind: 'same-rank'; halfRank: number }
  /** The parents' ranking moved it up or down from where the experts alone would put it. */
  | { kind: 'moved-up' | 'moved-down'; from: number; to: number }
  | { kind: 'both'; expertHalfRank: number; parentHalfRank: number }

/** Explains the place of a line among all ranked lines of its plan. */
export function explainPlace(line: Ranked, all: readonly Ranked[]): PlaceReason {
  if (line.expertHalfRank === line.parentHalfRank) return { kind: 'same-rank', halfRank: line.expertHalfRank }
  const byExperts = all.toSorted(
    (one, other) => one.expertHalfRank - other.expertHalfRank || one.position - other.position,
  )
  const from = byExperts.findIndex((other) => other.position === line.position) + 1
  if (from > line.position) return { kind: 'moved-up', from, to: line.position }
  if (from < line.position) return { kind: 'moved-down', from, to: line.position }
  return { kind: 'both', expertHalfRank: line.expertHalfRank, parentHalfRank: line.parentHalfRank }
}

/** Why money reached a service in full, in part or not at all, with every sum of the sentence. */
export type MoneyReason =
  | { kind: 'full'; before: Cents; amount: Cents; after: Cents }
  | { kind: 'partly'; before: Cents; asked: Cents; fundedUnits: number; amount: Cents; after: Cents }
  | { kind: 'less-than-one-unit'; before: Cents }
  | { kind: 'less-than-minimum'; before: Cents; minimumUnits: number; minimumAmount: Cents; unitsThatFit: number }
  /** A higher service was not funded in full, and the municipality's policy ends there. */
  | { kind: 'list-closed'; before: Cents }

export function explainMoney(
  line: Pick<
    RankedLineView,
    'outcome' | 'askedUnits' | 'minimumUnits' | 'unitPrice' | 'fundedUnits' | 'funded' | 'leftBefore'
  >,
): MoneyReason {
  const { leftBefore: before, funded: amount, unitPrice } = line
  const after = subtractCents(before, amount)
  if (line.outcome === 'full') return { kind: 'full', before, amount, after }
  if (line.outcome === 'partly') {
    const asked = cents(line.askedUnits * unitPrice)
    return { kind: 'partly', before, asked, fundedUnits: line.fundedUnits, amount, after }
  }
  const unitsThatFit = Math.floor(before / unitPrice)
  if (unitsThatFit === 0) return { kind: 'less-than-one-unit', before }
  if (unitsThatFit >= line.minimumUnits) return { kind: 'list-closed', before }
  const minimumAmount = cents(line.minimumUnits * unitPrice)
  return { kind: 'less-than-minimum', before, minimumUnits: line.minimumUnits, minimumAmount, unitsThatFit }
}

/** The points that a rank is worth on a list of so many services, in halves: twice (n + 1 - rank). */
export function halfPoints(halfRank: number, count: number): number {
  return 2 * (count + 1) - halfRank
}

/**
 * The last service on the way down the list that got money: the funding line runs through it when it is funded in
 * part, else right below it. Null when no money reached anything.
 */
export function lastFunded<Line extends { position: number; outcome: RankedLineView['outcome'] }>(
  lines: readonly Line[],
): Line | null {
  return lines.findLast((line) => line.outcome !== 'not_funded') ?? null
}
