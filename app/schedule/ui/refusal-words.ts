import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDate, formatMoney } from '#app/platform/i18n/format.ts'

/** Why a session was not booked or moved, as plain values. Mirrors the refusals of the use cases. */
export type ToldRefusal =
  | {
      kind: 'slot-in-the-past' | 'slot-taken' | 'child-busy' | 'not-a-free-slot' | 'provider-not-accepted' | 'not-found'
    }
  | { kind: 'period-over'; lastDay: string }
  | { kind: 'price-changed'; was: number; is: number }
  | { kind: 'budget-exceeded'; missing: number }

/** The sentence that says what happened and what to do. */
export function refusalText(refusal: ToldRefusal): string {
  const locale = getLocale()
  switch (refusal.kind) {
    case 'slot-in-the-past':
      return m.schedule_refused_past()
    case 'slot-taken':
      return m.schedule_refused_taken()
    case 'child-busy':
      return m.schedule_refused_child_busy()
    case 'not-a-free-slot':
      return m.schedule_refused_not_free()
    case 'provider-not-accepted':
      return m.schedule_refused_provider()
    case 'not-found':
      return m.schedule_refused_gone()
    case 'period-over':
      return m.schedule_refused_period({ date: formatDate(refusal.lastDay, locale, 'long') })
    case 'price-changed':
      return m.schedule_refused_price({ was: formatMoney(refusal.was, locale), is: formatMoney(refusal.is, locale) })
    case 'budget-exceeded':
      return m.schedule_refused_money({ missing: formatMoney(refusal.missing, locale) })
  }
}
