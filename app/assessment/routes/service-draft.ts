import { beneficiaries, modes } from '#app/assessment/rules/assessed-result.ts'
import type { DraftProblem, ServiceDraft } from '#app/assessment/rules/needed-service.ts'
import { longestText, mostSessionsPerWeek, mostUnits } from '#app/assessment/rules/needed-service.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatNumber } from '#app/platform/i18n/format.ts'

/** A service as its form sends it. A number that is none becomes NaN, which the rule refuses in words. */
export function readDraft(form: FormData): ServiceDraft {
  const text = (name: string) => textOf(form, name)
  return {
    payer: text('payer') === 'others' ? 'others' : 'individual-budget',
    mode: modes.find((mode) => mode === text('mode')) ?? null,
    beneficiary: beneficiaries.find((one) => one === text('beneficiary')) ?? 'child',
    units: readCount(text('units')),
    minimumUnits: readCount(text('minimumUnits')),
    sessionsPerWeek: text('sessionsPerWeek').trim() === '' ? null : readCount(text('sessionsPerWeek')),
    reason: { lv: text('reasonLv'), en: text('reasonEn') },
    explanation: { lv: text('explanationLv'), en: text('explanationEn') },
    otherPayer: { lv: text('otherPayerLv'), en: text('otherPayerEn') },
    goalIds: form.getAll('goal').filter((id) => typeof id === 'string'),
  }
}

/** The same fields with what is stored, by name: what a form starts with, and the other side of a conflict. */
export function draftTexts(draft: ServiceDraft): Record<string, string> {
  return {
    payer: draft.payer,
    units: countText(draft.units),
    minimumUnits: countText(draft.minimumUnits),
    sessionsPerWeek: draft.sessionsPerWeek === null ? '' : String(draft.sessionsPerWeek),
    mode: draft.mode ?? '',
    beneficiary: draft.beneficiary,
    reasonLv: draft.reason.lv,
    reasonEn: draft.reason.en,
    explanationLv: draft.explanation.lv,
    explanationEn: draft.explanation.en,
    otherPayerLv: draft.otherPayer.lv,
    otherPayerEn: draft.otherPayer.en,
    goal: draft.goalIds.join('\n'),
  }
}

/** The fields as they were sent, for a form that comes back. */
export function sentTexts(form: FormData): Record<string, string> {
  const names = Object.keys(draftTexts(readDraft(form))).filter((name) => name !== 'goal')
  const goals = form.getAll('goal').filter((id) => typeof id === 'string')
  return { ...Object.fromEntries(names.map((name) => [name, textOf(form, name)])), goal: goals.join('\n') }
}

/** The field of the form that a problem is about, and the sentence beside it. */
export function problemError(problem: DraftProblem): { field: string; text: string } {
  const locale = getLocale()
  switch (problem.field) {
    case 'units':
      return {
        field: 'units',
        text:
          problem.problem === 'too-many'
            ? m.needs_error_units_many({ most: formatNumber(mostUnits, locale) })
            : m.needs_error_units(),
      }
    case 'minimumUnits':
      return {
        field: 'minimumUnits',
        text: problem.problem === 'above-units' ? m.needs_error_minimum_above() : m.needs_error_minimum(),
      }
    case 'sessionsPerWeek':
      return { field: 'sessionsPerWeek', text: m.needs_error_weekly({ most: mostSessionsPerWeek }) }
    case 'reason':
    case 'explanation':
    case 'otherPayer':
      return {
        field: `${problem.field}${problem.language === 'lv' ? 'Lv' : 'En'}`,
        text: m.needs_error_long({ count: formatNumber(longestText, locale) }),
      }
  }
}

/** A text as it was typed, with the line ends that the database keeps. */
function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : ''
}

/** A whole number as people type it; nothing typed is none yet. */
export function readCount(text: string): number {
  const plain = text.replaceAll(/[\s ]/g, '')
  if (plain === '') return 0
  return /^\d{1,9}$/.test(plain) ? Number(plain) : Number.NaN
}

function countText(count: number): string {
  return count === 0 ? '' : String(count)
}
