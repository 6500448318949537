import type { BothLanguages, GoalEntry, NeededService } from '#app/assessment/rules/assessed-result.ts'
import { averageTies } from '#app/assessment/rules/joint-ranking.ts'
import type { FamilyRow, RowLine, RowPlan } from './family-row.ts'

/** Why a service is in a plan that was decided before the portal. */
const takenOver: BothLanguages = {
  lv: 'Pārņemts no plāna, kas pieņemts pirms portāla lietošanas.',
  en: 'Taken over from a plan that was decided before the portal was in use.',
}

/**
 * The services of a taken-over plan in the form of an assessment's result. Places as written are made into rankings
 * without gaps, equal ones are shared; who has none comes after those who do, in the order of the table. Without the
 * parents' places the experts' order counts for both.
 */
export function servicesOf(plans: readonly RowPlan[]): NeededService[] {
  const lines = plans.map((plan) => plan.line)
  const expertRanks = ranksOf(lines, (line) => line.expertRank)
  const hasParentRanks = lines.some((line) => line.parentRank !== null)
  const parentRanks = hasParentRanks ? ranksOf(lines, (line) => line.parentRank) : expertRanks
  return lines.map(({ service, units, minimumUnits, mode }) => ({
    payer: 'individual-budget',
    serviceId: service.id,
    beneficiary: service.beneficiary,
    reason: takenOver,
    explanation: service.description,
    expertHalfRank: expertRanks.get(service.id) ?? 0,
    parentHalfRank: parentRanks.get(service.id) ?? 0,
    units,
    minimumUnits,
    mode,
    sessionsPerWeek: null,
  }))
}

function ranksOf(lines: readonly RowLine[], placeOf: (line: RowLine) => number | null) {
  const byPlace = new Map<number, string[]>()
  for (const line of lines) {
    const place = placeOf(line)
    if (place !== null) byPlace.set(place, [...(byPlace.get(place) ?? []), line.service.id])
  }
  const placed = [...byPlace].toSorted(([one], [other]) => one - other).map(([, ids]) => ids)
  const others = lines.filter((line) => placeOf(line) === null).map((line) => [line.service.id])
  return averageTies([...placed, ...others])
}

/** The parents' wishes of a family's rows, each once, as goals in their own words. */
export function wishesOf(rows: readonly FamilyRow[]): GoalEntry[] {
  const wishes = [...new Set(rows.flatMap((row) => row.wishes))]
  return wishes.map((text, index) => ({ key: String(index + 1), horizon: 'wish', text, servesKey: null }))
}
