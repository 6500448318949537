import { data } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { ownText } from '#app/marketplace/ui/offering-words.ts'
import { requireContext } from '#app/people/require-context.server.ts'
import { formatDateTime, formatMoney, startSentence } from '#app/platform/i18n/format.ts'
import { getBooking } from '#app/schedule/get-booking.server.ts'
import { BookingFacts } from '#app/schedule/ui/booking-facts.tsx'
import { bookingTitle, statusBadge } from '#app/schedule/ui/booking-words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import type { Route } from './+types/booking.ts'

export async function loader({ params, context }: Route.LoaderArgs) {
  const booking = await getBooking(requireContext(context), params)
  if (booking === null) throw data(null, { status: 404 })
  return booking
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData === undefined ? m.ui_brand() : m.ui_page_title({ title: titleOf(loaderData) }) },
]

type Booking = Route.ComponentProps['loaderData']

export default function BookingPage({ loaderData: booking }: Route.ComponentProps) {
  const home = `/family/${booking.childId}`
  const here = `${home}/bookings/${booking.bookingId}`
  const badge = statusBadge(booking)
  const isUpcoming = booking.canCancel
  // The title already says that it is booked, called off or awaited; a badge only what came of it afterwards.
  const isPlain = booking.delivery === null
  return (
    <>
      <PageHead
        back={{ to: `${home}/bookings`, label: m.schedule_back_to_bookings() }}
        over={ownText(booking.service)}
        title={titleOf(booking)}
      />
      <div className="split split-wide">
        <div className="stack">
          {isPlain ? null : (
            <p>
              <Badge tone={badge.tone} icon={badge.icon} large>
                {badge.text}
              </Badge>
            </p>
          )}
          <BookingFacts booking={booking} />
          <WhatBecame booking={booking} home={home} />
          {isUpcoming ? <WhatNext booking={booking} /> : null}
        </div>
        <aside className="stack">
          {isUpcoming ? <Change booking={booking} here={here} /> : null}
          <ButtonLink to={`${home}/book/${booking.lineId}/${booking.offeringId}`} variant="secondary" wide icon="plus">
            {m.schedule_booking_another()}
          </ButtonLink>
        </aside>
      </div>
    </>
  )
}

function titleOf(booking: Booking): string {
  return bookingTitle(booking, formatDateTime(booking.startsAt, getLocale()))
}

function WhatNext({ booking }: { booking: Booking }) {
  const when = startSentence(formatDateTime(booking.startsAt, getLocale()))
  return (
    <Card title={m.schedule_booking_next()}>
      <ol className="stack list-decimal pl-5">
        {booking.hasMail ? <li>{m.schedule_booking_next_mail()}</li> : null}
        <li>{m.schedule_booking_next_session({ when })}</li>
        <li>{m.schedule_booking_next_confirm()}</li>
        <li>{m.schedule_booking_next_pay()}</li>
      </ol>
    </Card>
  )
}

function Change({ booking, here }: { booking: Booking; here: string }) {
  return (
    <Card title={m.schedule_booking_change()}>
      <div className="stack">
        <p>{ruleText(booking)}</p>
        {booking.canMove ? (
          <ButtonLink to={`${here}/move`} variant="secondary" wide icon="repeat">
            {m.schedule_booking_move()}
          </ButtonLink>
        ) : null}
        <ButtonLink to={`${here}/cancel`} variant="secondary" wide icon="x">
          {m.schedule_booking_cancel()}
        </ButtonLink>
        <ButtonLink to={`${here}/calendar.ics`} variant="quiet" wide icon="calendar" reloadDocument>
          {m.schedule_booking_calendar()}
        </ButtonLink>
      </div>
    </Card>
  )
}

function ruleText({ isFreeNow, freeUntil, chargeNow }: Booking): string {
  const locale = getLocale()
  if (isFreeNow) return m.schedule_booking_free_until({ when: formatDateTime(freeUntil, locale, 'day-until') })
  if (chargeNow === 0) return m.schedule_booking_late_free()
  return m.schedule_booking_late_now({ charge: formatMoney(chargeNow, locale) })
}

function WhatBecame({ booking, home }: { booking: Booking; home: string }) {
  const { delivery, state } = booking
  const toDelivery = delivery === null ? null : `${home}/deliveries/${delivery.id}`
  return (
    <>
      {state === 'cancelled' ? <Note tone="neutral">{cancelledText(booking)}</Note> : null}
      {delivery?.state === 'awaiting' && toDelivery !== null ? (
        <Note tone="attention">
          <p>{m.schedule_booking_delivery_awaiting()}</p>
          <ButtonLink to={toDelivery} size="small" className="mt-3">
            {m.schedule_booking_delivery_check()}
          </ButtonLink>
        </Note>
      ) : null}
      {delivery !== null && delivery.state !== 'awaiting' && state !== 'cancelled' && toDelivery !== null ? (
        <p>
          <ButtonLink to={toDelivery} variant="quiet">
            {m.schedule_booking_delivery_see()}
          </ButtonLink>
        </p>
      ) : null}
    </>
  )
}

function cancelledText({ cancelledAt, cancelledBy, charged }: Booking): string {
  const locale = getLocale()
  const when = cancelledAt === null ? '' : formatDateTime(cancelledAt, locale)
  if (cancelledBy === 'provider') return m.schedule_booking_cancelled_by_provider({ when })
  if (cancelledBy === 'municipality') return m.schedule_booking_cancelled_by_municipality({ when })
  const own = m.schedule_booking_cancelled_by_guardian({ when })
  return charged > 0 ? `${own} ${m.schedule_booking_charged({ charge: formatMoney(charged, locale) })}` : own
}
