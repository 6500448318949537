import type { Beneficiary, BothLanguages, Mode } from '#app/assessment/rules/assessed-result.ts'
import type { Cents } from '#app/platform/money.ts'
import { cents } from '#app/platform/money.ts'

/** A service as the team writes it down, finished or not. Units are whole units of the service; 0 is not yet said. */
export type ServiceDraft = {
  readonly payer: 'individual-budget' | 'others'
  readonly units: number
  readonly minimumUnits: number
  readonly sessionsPerWeek: number | null
  /** Null: open, whichever the family chooses. */
  readonly mode: Mode | null
  readonly beneficiary: Beneficiary
  /** Latvian is what counts; English that is left empty reads as the Latvian text. */
  readonly reason: BothLanguages
  readonly explanation: BothLanguages
  readonly otherPayer: BothLanguages
  readonly goalIds: readonly string[]
}

export const mostUnits = 5_000
export const mostSessionsPerWeek = 50
export const longestText = 4_000

export type DraftProblem =
  | { readonly field: 'units'; readonly problem: 'not-whole' | 'too-many' }
  | { readonly field: 'minimumUnits'; readonly problem: 'not-whole' | 'above-units' }
  | { readonly field: 'sessionsPerWeek'; readonly problem: 'out-of-range' }
  | {
      readonly field: 'reason' | 'explanation' | 'otherPayer'
      readonly language: 'lv' | 'en'
      readonly problem: 'too-long'
    }

/** What makes a draft nonsense, so that it cannot even be kept: numbers that are no counts, texts without end. */
export function draftProblems(draft: ServiceDraft): DraftProblem[] {
  const { units, minimumUnits, sessionsPerWeek } = draft
  const problems: DraftProblem[] = []
  if (!isCount(units)) problems.push({ field: 'units', problem: 'not-whole' })
  else if (units > mostUnits) problems.push({ field: 'units', problem: 'too-many' })
  if (!isCount(minimumUnits)) problems.push({ field: 'minimumUnits', problem: 'not-whole' })
  else if (isCount(units) && minimumUnits > units) problems.push({ field: 'minimumUnits', problem: 'above-units' })
  const isFrequency =
    sessionsPerWeek === null ||
    (isCount(sessionsPerWeek) && sessionsPerWeek >= 1 && sessionsPerWeek <= mostSessionsPerWeek)
  if (!isFrequency) problems.push({ field: 'sessionsPerWeek', problem: 'out-of-range' })
  for (const field of ['reason', 'explanation', 'otherPayer'] as const) {
    for (const language of ['lv', 'en'] as const) {
      if (draft[field][language].length > longestText) problems.push({ field, language, problem: 'too-long' })
    }
  }
  return problems
}

export type DraftGap = 'units' | 'reason' | 'explanation' | 'other-payer'

/** What a service still lacks before parents can be asked about it. */
export function draftGaps({ payer, units, reason, explanation, otherPayer }: ServiceDraft): DraftGap[] {
  const gaps: DraftGap[] = []
  if (payer === 'individual-budget' && units < 1) gaps.push('units')
  if (payer === 'others' && otherPayer.lv.trim() === '') gaps.push('other-payer')
  if (reason.lv.trim() === '') gaps.push('reason')
  if (explanation.lv.trim() === '') gaps.push('explanation')
  return gaps
}

/** What a municipality pays at most for one unit: the cap of the mode, or the highest when the mode is open. */
export function unitPriceOf(caps: readonly { mode: string; cents: Cents }[], mode: Mode | null): Cents | null {
  const fitting = mode === null ? caps : caps.filter((cap) => cap.mode === mode)
  return fitting.length === 0 ? null : cents(Math.max(...fitting.map((cap) => cap.cents)))
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}
