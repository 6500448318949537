import type { ToldOrder } from '#app/assessment/rules/told-order.ts'
import { m } from '#app/paraglide/messages.js'
import type { Locale } from '#app/paraglide/runtime.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDate } from '#app/platform/i18n/format.ts'

/** That the family told its order: who entered it, when, and how it was told. */
export function toldText({ by, at, note }: ToldOrder, locale: Locale = getLocale()): string {
  return m.ranking_told({ name: by, date: formatDate(at, locale, 'long-on'), note }, { locale })
}
