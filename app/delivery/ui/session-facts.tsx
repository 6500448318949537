import type { PlaceType } from '#app/delivery/rules/six-elements.ts'
import type { AcceptedHow, DeliveryKind, DeliveryState } from '#app/delivery/ui/delivery-words.ts'
import type { ObjectionKind } from '#app/delivery/rules/objection.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDate, formatMoney, formatTimeRange, startSentence } from '#app/platform/i18n/format.ts'
import type { Cents } from '#app/platform/money.ts'
import type { Hundredths, Unit } from '#app/platform/quantity.ts'
import type { CancelReason } from '#app/schedule/rules/booking-cost.ts'
import { placeText, sizeText } from '#app/schedule/ui/session-words.ts'
import { Facts } from '#app/ui/facts.tsx'

/** A session as the pages of whoever gives it show it. */
export type ShownSession = {
  bookingId: string
  now: string
  state: 'booked' | 'cancelled' | 'delivered' | 'not_attended'
  startsAt: string
  endsAt: string
  isOver: boolean
  childGivenName: string
  sessionNeeds: string | null
  homeTown: string | null
  serviceLv: string
  serviceEn: string
  unit: Unit
  mode: 'at_provider' | 'at_home' | 'institution' | 'online'
  siteLv: string | null
  siteEn: string | null
  specialistName: string
  quantity: Hundredths
  price: Cents
  bookedPlace: PlaceType
  feeAtMost: Cents
  lateChargePercent: number
  lateChargesPerPeriod: number
  cancelledAt: string | null
  cancelledBy: 'guardian' | 'provider' | 'municipality' | null
  cancelReason: CancelReason | null
  delivery: {
    deliveryId: string
    kind: DeliveryKind
    state: DeliveryState
    startedAt: string | null
    endedAt: string | null
    placeType: PlaceType | null
    note: string | null
    quantity: Hundredths
    amount: Cents
    extraAsked: Cents
    statedAt: string
    lastDayToAnswer: string
    acceptedHow: AcceptedHow | null
    objection: ObjectionKind | null
    objectionNote: string | null
    settlementReason: string | null
    isInPayout: boolean
    different: readonly ('start' | 'end' | 'quantity' | 'place' | 'amount')[]
  } | null
}

/** What was booked, by the least view: no family name, no budget, no diagnosis. */
export function SessionFacts({ session }: { session: ShownSession }) {
  const locale = getLocale()
  const { startsAt, endsAt, sessionNeeds } = session
  return (
    <Facts
      facts={[
        { term: m.delivery_fact_service(), value: locale === 'lv' ? session.serviceLv : session.serviceEn },
        {
          term: m.delivery_fact_when(),
          value: startSentence(formatDate(startsAt, locale)),
          note: formatTimeRange(startsAt, endsAt, locale),
        },
        { term: m.delivery_fact_place(), value: placeText(session, locale) },
        { term: m.delivery_fact_size(), value: sizeText(session, locale) },
        { term: m.delivery_fact_price(), value: formatMoney(session.price, locale) },
        { term: m.delivery_fact_specialist(), value: session.specialistName },
        ...(sessionNeeds === null ? [] : [{ term: m.delivery_fact_needs(), value: sessionNeeds }]),
      ]}
    />
  )
}
