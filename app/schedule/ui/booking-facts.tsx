import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { Mode } from '#app/marketplace/rules/modes.ts'
import type { BothLanguages, EitherLanguage } from '#app/marketplace/ui/offering-words.ts'
import { ownText, ownTextOrNull, professionText, whereText } from '#app/marketplace/ui/offering-words.ts'
import {
  formatDate,
  formatDateTime,
  formatMoney,
  formatQuantity,
  formatTimeRange,
  startSentence,
} from '#app/platform/i18n/format.ts'
import type { Hundredths, Unit } from '#app/platform/quantity.ts'
import { Facts } from '#app/ui/facts.tsx'

export type BookedSession = {
  childName: string
  service: BothLanguages
  unit: Unit
  quantity: Hundredths
  specialistName: string
  profession: BothLanguages
  providerName: string
  providerPhone: string
  mode: Mode
  site: { name: BothLanguages; address: string; town: string; access: EitherLanguage } | null
  note: EitherLanguage
  startsAt: string
  endsAt: string
  price: number
  movedFrom: string | null
}

/** What, who, where, when and for how much: the same on every page of a booking. */
export function BookingFacts({ booking }: { booking: BookedSession }) {
  const locale = getLocale()
  const { startsAt, endsAt, unit, quantity, site, mode } = booking
  const isCounted = unit === 'hour' || unit === 'kilometre'
  const access = site === null || mode === 'at_home' ? null : ownTextOrNull(site.access)
  return (
    <Facts
      facts={[
        {
          term: m.schedule_when(),
          value: startSentence(formatDate(startsAt, locale)),
          note: (
            <>
              {formatTimeRange(startsAt, endsAt, locale)}
              {booking.movedFrom === null ? null : (
                <span className="block">
                  {m.schedule_booking_moved_from({ when: formatDateTime(booking.movedFrom, locale, 'short') })}
                </span>
              )}
            </>
          ),
        },
        {
          term: m.schedule_what(),
          value: `${ownText(booking.service)}: ${booking.childName}`,
          note: ownTextOrNull(booking.note),
        },
        {
          term: m.schedule_who(),
          value: booking.specialistName,
          note: professionText({ name: booking.specialistName, ...booking }),
        },
        { term: m.schedule_where(), value: startSentence(whereText(booking)), note: access },
        {
          term: m.schedule_booking_phone(),
          value: <a href={`tel:${booking.providerPhone.replaceAll(/\s/g, '')}`}>{booking.providerPhone}</a>,
        },
        {
          term: m.schedule_booking_price(),
          value: formatMoney(booking.price, locale),
          note: isCounted ? formatQuantity(quantity, unit, locale) : null,
        },
      ]}
    />
  )
}
