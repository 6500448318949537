import { m } from '#app/paraglide/messages.js'
import type { Locale } from '#app/paraglide/runtime.js'
import { formatDuration, formatQuantity } from '#app/platform/i18n/format.ts'
import type { Hundredths, Unit } from '#app/platform/quantity.ts'

type Place = {
  mode: 'at_provider' | 'at_home' | 'institution' | 'online'
  siteLv: string | null
  siteEn: string | null
  homeTown: string | null
}

/** Where a session is, for whoever gives it: the provider's own place by its name, a home by its town. */
export function placeText({ mode, siteLv, siteEn, homeTown }: Place, locale: Locale): string {
  const site = locale === 'lv' ? siteLv : siteEn
  if (mode === 'at_home') return m.calendar_place_home({ town: homeTown ?? '' })
  if (mode === 'online') return m.calendar_place_online()
  if (site !== null) return site
  return mode === 'institution' ? m.calendar_place_institution() : m.calendar_place_provider()
}

type Size = { startsAt: string; endsAt: string; unit: Unit; quantity: Hundredths }

/** How much a session is: its time, or trips and kilometres as booked. */
export function sizeText({ startsAt, endsAt, unit, quantity }: Size, locale: Locale): string {
  if (unit === 'trip' || unit === 'kilometre') return formatQuantity(quantity, unit, locale)
  return formatDuration(Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000), locale)
}

export type SessionState = 'booked' | 'to_confirm' | 'delivered' | 'not_attended' | 'cancelled'

export function stateText(state: SessionState): string {
  const words = {
    booked: m.calendar_state_booked,
    to_confirm: m.calendar_state_to_confirm,
    delivered: m.calendar_state_delivered,
    not_attended: m.calendar_state_not_attended,
    cancelled: m.calendar_state_cancelled,
  }
  return words[state]()
}
