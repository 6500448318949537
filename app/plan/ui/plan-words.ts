import { m } from '#app/paraglide/messages.js'
import type { Locale } from '#app/paraglide/runtime.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { BothLanguages, Mode } from '#app/assessment/rules/assessed-result.ts'
import { formatMoney, formatNumber, formatQuantity } from '#app/platform/i18n/format.ts'
import { type Unit, wholeUnits } from '#app/platform/quantity.ts'

/** Who reads the plan: the family itself, or staff who see what the family sees. */
export type Audience = 'family' | 'staff'

/** The text in the reader's language. */
export function ownText(text: BothLanguages, locale: Locale = getLocale()): string {
  return text[locale]
}

export function moneyText(cents: number, locale: Locale = getLocale()): string {
  return formatMoney(cents, locale)
}

/** `24 nodarbības`. */
export function unitsText(count: number, unit: Unit, locale: Locale = getLocale()): string {
  return formatQuantity(wholeUnits(count), unit, locale)
}

/** Half places and half points as people write them: 4 is `2`, 5 is `2,5`. */
export function halvesText(halves: number, locale: Locale = getLocale()): string {
  return formatNumber(halves / 2, locale, halves % 2 === 0 ? 0 : 1)
}

/** A score in twentieths: 94 is `4,7`, 93 is `4,65`. */
export function scoreText(twentieths: number, locale: Locale = getLocale()): string {
  return formatNumber(twentieths / 20, locale, twentieths % 2 === 0 ? 1 : 2)
}

export function modeText(mode: Mode, locale: Locale = getLocale()): string {
  switch (mode) {
    case 'at_provider':
      return m.plan_mode_at_provider({}, { locale })
    case 'at_home':
      return m.plan_mode_at_home({}, { locale })
    case 'institution':
      return m.plan_mode_institution({}, { locale })
    case 'online':
      return m.plan_mode_online({}, { locale })
  }
}
