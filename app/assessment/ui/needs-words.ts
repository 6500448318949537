import type { Beneficiary, BothLanguages, Mode } from '#app/assessment/rules/assessed-result.ts'
import type { DraftGap } from '#app/assessment/rules/needed-service.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatMoney, formatQuantity } from '#app/platform/i18n/format.ts'
import { type Unit, wholeUnits } from '#app/platform/quantity.ts'

/** The text in the reader's language, or in Latvian while nobody wrote it in English. */
export function ownWords(text: BothLanguages): string {
  return text[getLocale()].trim() === '' ? text.lv : text[getLocale()]
}

export function sumText(cents: number): string {
  return formatMoney(cents, getLocale())
}

/** `24 nodarbības`. */
export function amountText(units: number, unit: Unit): string {
  return formatQuantity(wholeUnits(units), unit, getLocale())
}

/** After "there is missing", which in Latvian asks for the genitive. */
export function gapText(gap: DraftGap): string {
  switch (gap) {
    case 'units':
      return m.needs_gap_of_units()
    case 'reason':
      return m.needs_gap_of_reason()
    case 'explanation':
      return m.needs_gap_of_explanation()
    case 'other-payer':
      return m.needs_gap_of_payer()
  }
}

export function whereText(mode: Mode | null): string {
  switch (mode) {
    case null:
      return m.needs_mode_open()
    case 'at_provider':
      return m.needs_mode_at_provider()
    case 'at_home':
      return m.needs_mode_at_home()
    case 'institution':
      return m.needs_mode_institution()
    case 'online':
      return m.needs_mode_online()
  }
}

export function forWhomText(beneficiary: Beneficiary): string {
  switch (beneficiary) {
    case 'child':
      return m.needs_for_child()
    case 'parents':
      return m.needs_for_parents()
    case 'both':
      return m.needs_for_both()
  }
}

/** Why the list cannot be changed, as a whole sentence. */
export function closedText(kind: 'proposed' | 'completed' | 'reading'): string {
  if (kind === 'proposed') return m.needs_state_proposed()
  return kind === 'completed' ? m.needs_state_completed() : m.needs_state_reading()
}
