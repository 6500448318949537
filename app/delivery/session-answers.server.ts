import { m } from '#app/paraglide/messages.js'
import type { Locale } from '#app/paraglide/runtime.js'
import type { Flash } from '#app/platform/http/page-context.ts'
import { formatDate, formatDateTime, formatMoney } from '#app/platform/i18n/format.ts'
import type { Cents } from '#app/platform/money.ts'
import { dateOf } from '#app/platform/time.ts'
import { stateText } from '#app/schedule/ui/session-words.ts'
import type { FormError } from './read-session-form.server.ts'
import type { StatedDelivery, StateDeliveryRefusal } from './state-delivery.server.ts'
import type { StatedAbsence, StateNotAttendedRefusal } from './state-not-attended.server.ts'
import type { WaiveFeeRefusal } from './waive-fee.server.ts'

type Refusal = Exclude<StateDeliveryRefusal | StateNotAttendedRefusal | WaiveFeeRefusal, { kind: 'not-found' }>

/** A refusal as a sentence, the field it belongs to ('' for none), and the status it is answered with. */
export function sentenceOf(refusal: Refusal, locale: Locale): FormError & { status: 409 | 422 } {
  switch (refusal.kind) {
    case 'booking-changed':
      return at('', m.delivery_refused_changed({ state: stateText(refusal.state).toLocaleLowerCase(locale) }), 409)
    case 'ends-before-it-begins':
      return at('ended', m.delivery_refused_ends_before(), 422)
    case 'longer-than-a-day':
      return at('ended', m.delivery_refused_too_long(), 422)
    case 'not-over-yet':
      return at('ended', m.delivery_refused_not_over({ when: timeText(refusal.endsAt, locale) }), 422)
    case 'another-day':
      return at('started', m.delivery_refused_another_day({ date: dayText(refusal.bookedOn, locale) }), 422)
    case 'nothing-delivered':
      return at('quantity', m.delivery_refused_nothing(), 422)
    case 'not-begun-yet':
      return at('', m.delivery_refused_not_begun({ when: timeText(refusal.startsAt, locale) }), 422)
    case 'not-a-fee':
      return at('', m.delivery_refused_not_a_fee(), 422)
    case 'no-longer-owed':
      return at('', m.delivery_refused_no_longer_owed(), 409)
    case 'already-in-payout':
      return at('', m.delivery_refused_in_payout(), 409)
  }
}

export function confirmedReceipt({ childGivenName }: Of, stated: StatedDelivery, locale: Locale): Flash {
  const { amount, extraAsked } = stated
  const until = m.delivery_receipt_confirmed_detail({ date: lastDayText(stated.acceptBy, locale) })
  const extra = extraAsked > 0 ? `${m.delivery_receipt_extra({ amount: formatMoney(extraAsked, locale) })} ` : ''
  return {
    tone: 'ok',
    title: m.delivery_receipt_confirmed({ name: childGivenName, amount: formatMoney(amount, locale) }),
    detail: extra + until,
  }
}

export function missedReceipt({ childGivenName }: Of, stated: StatedAbsence, locale: Locale): Flash {
  const { amount, isLimitReached, acceptBy } = stated
  const date = lastDayText(acceptBy, locale)
  const free = isLimitReached ? m.delivery_receipt_missed_limit() : m.delivery_receipt_missed_free()
  return {
    tone: 'ok',
    title: m.delivery_receipt_missed({ name: childGivenName }),
    detail: amount > 0 ? m.delivery_receipt_missed_fee({ amount: formatMoney(amount, locale), date }) : free,
  }
}

export function waivedReceipt({ returned }: { returned: Cents }, locale: Locale): Flash {
  return {
    tone: 'ok',
    title: m.delivery_receipt_waived(),
    detail: m.delivery_receipt_waived_detail({ amount: formatMoney(returned, locale) }),
  }
}

type Of = { childGivenName: string }

function at(field: string, text: string, status: 409 | 422) {
  return { field, text, status }
}

function lastDayText(acceptBy: Temporal.Instant, locale: Locale): string {
  return formatDate(dateOf(acceptBy.subtract({ milliseconds: 1 })).toString(), locale, 'day-until')
}

function timeText(instant: Temporal.Instant, locale: Locale): string {
  return formatDateTime(instant.toString(), locale)
}

function dayText(day: Temporal.PlainDate, locale: Locale): string {
  return formatDate(day.toString(), locale)
}
