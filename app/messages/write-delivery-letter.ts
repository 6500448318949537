import type { BookingFacts, DeliveryFacts } from '#app/messages/fact-store.server.ts'
import type { Letter } from '#app/messages/letter.ts'
import { letter } from '#app/messages/letter.ts'
import { sessionFacts } from '#app/messages/write-booking-letter.ts'
import { m } from '#app/paraglide/messages.js'
import { formatDate, formatMoney } from '#app/platform/i18n/format.ts'

type Both = { delivery: DeliveryFacts; booking: BookingFacts }

/** Asks a guardian to confirm or object, and says what silence means. */
export function statedLetter({ delivery, booking }: Both): Letter {
  return (reader) => {
    const { locale } = reader
    const say = { locale }
    const isDelivered = delivery.kind === 'delivered'
    return letter(reader, {
      subject: m.messages_mail_stated_subject({ day: formatDate(booking.startsAt.toString(), locale) }, say),
      paragraphs: [
        isDelivered ? m.messages_mail_stated({}, say) : m.messages_mail_stated_absent({}, say),
        m.messages_mail_stated_silence({ day: formatDate(delivery.acceptBy.toString(), locale, 'day-until') }, say),
      ],
      facts: [
        ...sessionFacts(booking, reader),
        { label: m.messages_mail_amount({}, say), value: formatMoney(delivery.amount, locale) },
      ],
      action: {
        label: m.messages_mail_answer({}, say),
        href: reader.link(`/family/${booking.childId}/deliveries/${delivery.id}`),
      },
    })
  }
}

/** Tells the provider, or asks the social worker to settle, an objection. */
export function objectedLetter({ delivery, booking }: Both, to: 'provider' | 'municipality'): Letter {
  return (reader) => {
    const { locale } = reader
    const say = { locale }
    return letter(reader, {
      subject: m.messages_mail_objected_subject({ day: formatDate(booking.startsAt.toString(), locale) }, say),
      paragraphs: [m.messages_mail_objected({}, say)],
      facts: sessionFacts(booking, reader),
      action:
        to === 'provider'
          ? { label: m.messages_mail_open_session({}, say), href: reader.link(`/provider/sessions/${booking.id}`) }
          : { label: m.messages_mail_review({}, say), href: reader.link(`/municipality/deliveries/${delivery.id}`) },
    })
  }
}

/** How an objection, or a fee the provider gave up, ended. */
export function settledLetter({ delivery, booking }: Both, to: 'family' | 'provider'): Letter {
  return (reader) => {
    const { locale } = reader
    const say = { locale }
    const outcome =
      delivery.state === 'rejected'
        ? m.messages_mail_settled_rejected({}, say)
        : delivery.state === 'waived'
          ? m.messages_mail_settled_waived({}, say)
          : m.messages_mail_settled_accepted({}, say)
    const path =
      to === 'family' ? `/family/${booking.childId}/deliveries/${delivery.id}` : `/provider/sessions/${booking.id}`
    return letter(reader, {
      subject: m.messages_mail_settled_subject({ day: formatDate(booking.startsAt.toString(), locale) }, say),
      paragraphs: [outcome],
      facts: sessionFacts(booking, reader),
      action: { label: m.messages_mail_open_delivery({}, say), href: reader.link(path) },
    })
  }
}
