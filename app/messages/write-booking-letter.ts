import type { BookingFacts } from '#app/messages/fact-store.server.ts'
import type { Letter, Reader } from '#app/messages/letter.ts'
import { letter } from '#app/messages/letter.ts'
import { m } from '#app/paraglide/messages.js'
import { formatDateTime, formatMoney, formatTimeRange, formatDate } from '#app/platform/i18n/format.ts'

type Happened = 'booked' | 'moved' | 'cancelled'

/** To the guardians. The subject names no service: it shows on locked screens. */
export function bookingLetterToFamily(happened: Happened, booking: BookingFacts): Letter {
  return (reader) => {
    const say = { locale: reader.locale }
    const when = formatDateTime(booking.startsAt.toString(), reader.locale)
    const own = `/family/${booking.childId}/bookings/${booking.id}`
    if (happened === 'cancelled') return cancelledLetter(booking, reader, when)
    const isMoved = happened === 'moved'
    const place = placeOf(booking, reader, m.messages_mail_at_home({}, say))
    const words = letter(reader, {
      subject: isMoved ? m.messages_mail_moved_subject({ when }, say) : m.messages_mail_booked_subject({ when }, say),
      paragraphs: [
        isMoved ? m.messages_mail_moved({}, say) : m.messages_mail_booked({}, say),
        m.messages_mail_booked_change({}, say),
      ],
      facts: [
        ...sessionFacts(booking, reader),
        { label: m.messages_mail_where({}, say), value: place },
        { label: m.messages_mail_price({}, say), value: formatMoney(booking.price, reader.locale) },
      ],
      action: { label: m.messages_mail_open_booking({}, say), href: reader.link(own) },
    })
    return { ...words, calendar: entryOf(booking, reader, { place, pageUrl: reader.link(own) }) }
  }
}

function cancelledLetter(booking: BookingFacts, reader: Reader, when: string) {
  const say = { locale: reader.locale }
  const isCharged = booking.charged > 0
  const byProvider = booking.cancelledBy === 'provider'
  const charge = { label: m.messages_mail_charge({}, say), value: formatMoney(booking.charged, reader.locale) }
  const words = isCharged
    ? m.messages_mail_cancelled_charged({}, say)
    : byProvider
      ? m.messages_mail_cancelled_by_provider({}, say)
      : m.messages_mail_cancelled({}, say)
  return letter(reader, {
    subject: m.messages_mail_cancelled_subject({ when }, say),
    paragraphs: [words],
    facts: [...sessionFacts(booking, reader), ...(isCharged ? [charge] : [])],
    action: byProvider
      ? { label: m.messages_mail_find_other({}, say), href: reader.link(`/family/${booking.childId}/book`) }
      : {
          label: m.messages_mail_open_booking({}, say),
          href: reader.link(`/family/${booking.childId}/bookings/${booking.id}`),
        },
  })
}

/** To those who serve: no name of the child, that is behind the sign-in. */
export function bookingLetterToProvider(happened: Happened, booking: BookingFacts): Letter {
  return (reader) => {
    const say = { locale: reader.locale }
    const when = formatDateTime(booking.startsAt.toString(), reader.locale)
    const words = {
      booked: [m.messages_mail_staff_booked_subject({ when }, say), m.messages_mail_staff_booked({}, say)],
      moved: [m.messages_mail_moved_subject({ when }, say), m.messages_mail_staff_moved({}, say)],
      cancelled: [m.messages_mail_cancelled_subject({ when }, say), m.messages_mail_staff_cancelled({}, say)],
    } as const
    const [subject, paragraph] = words[happened]
    const isOff = happened === 'cancelled'
    return letter(reader, {
      subject,
      paragraphs: [paragraph],
      facts: [
        ...sessionFacts(booking, reader),
        {
          label: m.messages_mail_where({}, say),
          value: placeOf(booking, reader, m.messages_mail_at_childs_home({}, say)),
        },
      ],
      action: isOff
        ? { label: m.messages_mail_open_calendar({}, say), href: reader.link('/provider') }
        : { label: m.messages_mail_open_session({}, say), href: reader.link(`/provider/sessions/${booking.id}`) },
    })
  }
}

function entryOf(booking: BookingFacts, { locale }: Reader, { place, pageUrl }: { place: string; pageUrl: string }) {
  return {
    bookingId: booking.id,
    revision: booking.revision,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    isCancelled: false,
    summary: booking.service[locale],
    location: place,
    description: `${booking.specialistName}, ${booking.providerName}`,
    pageUrl,
  }
}

/** Service, time and specialist, as every letter about a session shows them. */
export function sessionFacts(booking: BookingFacts, { locale }: Reader): { label: string; value: string }[] {
  const say = { locale }
  const [from, to] = [booking.startsAt.toString(), booking.endsAt.toString()]
  return [
    { label: m.messages_mail_service({}, say), value: booking.service[locale] },
    {
      label: m.messages_mail_when({}, say),
      value: `${formatDate(from, locale)}, ${formatTimeRange(from, to, locale)}`,
    },
    { label: m.messages_mail_who({}, say), value: `${booking.specialistName}, ${booking.providerName}` },
  ]
}

function placeOf(booking: BookingFacts, { locale }: Reader, atHome: string): string {
  const say = { locale }
  switch (booking.mode) {
    case 'at_home':
      return atHome
    case 'online':
      return m.messages_mail_online({}, say)
    case 'institution':
      return m.messages_mail_in_institution({}, say)
    case 'at_provider':
      return booking.site ?? booking.providerName
  }
}
