import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { BothLanguages, Mode } from '#app/assessment/rules/assessed-result.ts'
import { formatMoney, formatNumber, formatQuantity } from '#app/platform/i18n/format.ts'
import { type Unit, wholeUnits } from '#app/platform/quantity.ts'

/** Who reads the plan: the family itself, or staff who see what the family sees. */
export type Audience = 'family' | 'staff'

/** The text in the reader's language. */
export function ownText(text: BothLanguages): string {
  return text[getLocale()]
}

export function moneyText(cents: number): string {
  return formatMoney(cents, getLocale())
}

/** `24 nodarbības`. */
export function unitsText(count: number, unit: Unit): string {
  return formatQuantity(wholeUnits(count), unit, getLocale())
}

/** Half places and half points as people write them: 4 is `2`, 5 is `2,5`. */
export function halvesText(halves: number): string {
  return formatNumber(halves / 2, getLocale(), halves % 2 === 0 ? 0 : 1)
}

/** A score in twentieths: 94 is `4,7`, 93 is `4,65`. */
export function scoreText(twentieths: number): string {
  return formatNumber(twentieths / 20, getLocale(), twentieths % 2 === 0 ? 1 : 2)
}

export function modeText(mode: Mode): string {
  switch (mode) {
    case 'at_provider':
      return m.plan_mode_at_provider()
    case 'at_home':
      return m.plan_mode_at_home()
    case 'institution':
      return m.plan_mode_institution()
    case 'online':
      return m.plan_mode_online()
  }
}
