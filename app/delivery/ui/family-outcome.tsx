import type { ObjectionKind } from '#app/delivery/rules/objection.ts'
import type { AcceptedHow, DeliveryKind, DeliveryState } from '#app/delivery/ui/delivery-words.ts'
import { objectionWords } from '#app/delivery/ui/delivery-words.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDate, formatDateTime, formatMoney, startSentence } from '#app/platform/i18n/format.ts'
import type { Cents } from '#app/platform/money.ts'
import { Card } from '#app/ui/card.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Note } from '#app/ui/note.tsx'

type Answered = {
  kind: DeliveryKind
  state: DeliveryState
  isOpen: boolean
  serviceLv: string
  serviceEn: string
  childGivenName: string
  amount: Cents
  reserved: Cents
  lastDayToAnswer: string
  acceptedHow: AcceptedHow | null
  answeredAt: string | null
  objection: ObjectionKind | null
  objectionNote: string | null
  settlementReason: string | null
}

/** The plain question while it can be answered, a plain statement after. */
export function familyTitle({ kind, isOpen, childGivenName: name, serviceLv, serviceEn }: Answered): string {
  const service = getLocale() === 'lv' ? serviceLv : serviceEn
  if (kind === 'late_cancellation') return m.delivery_told_late()
  if (kind === 'not_attended') return isOpen ? m.delivery_ask_not_attended({ name }) : startSentence(service)
  return isOpen ? m.delivery_ask_delivered({ service: startSentence(service) }) : startSentence(service)
}

/** What came of it, once it is answered: in words a family can repeat. */
export function FamilyOutcome({ delivery }: { delivery: Answered }) {
  const { state, isOpen, objection, objectionNote, settlementReason } = delivery
  if (isOpen) return null
  return (
    <>
      <Outcome delivery={delivery} />
      {objection === null && settlementReason === null ? null : (
        <Card title={m.delivery_own_answer()}>
          <Facts
            facts={[
              ...(objection === null
                ? []
                : [{ term: m.delivery_own_objection(), value: objectionWords(objection), note: objectionNote }]),
              ...(settlementReason === null || state === 'waived'
                ? []
                : [{ term: m.delivery_reason_given(), value: settlementReason }]),
            ]}
          />
        </Card>
      )}
    </>
  )
}

function Outcome({ delivery }: { delivery: Answered }) {
  const locale = getLocale()
  const { state, acceptedHow, answeredAt, reserved, kind } = delivery
  const date = formatDate(delivery.lastDayToAnswer, locale, 'day-until')
  if (state === 'accepted' && acceptedHow !== null) {
    const how = {
      cosigned: m.delivery_how_you_cosigned(),
      silence: m.delivery_how_you_silent({ date }),
      settled: m.delivery_how_municipality(),
      cancelled_knowingly: m.delivery_how_knowingly(),
    }
    return <Note tone="ok">{m.delivery_family_accepted({ how: how[acceptedHow] })}</Note>
  }
  if (state === 'objected' && answeredAt !== null) {
    return <Note tone="attention">{m.delivery_family_objected({ when: formatDateTime(answeredAt, locale) })}</Note>
  }
  if (state === 'rejected') {
    const amount = formatMoney(kind === 'delivered' ? reserved : delivery.amount, locale)
    return <Note tone="ok">{m.delivery_family_rejected({ amount })}</Note>
  }
  if (state === 'waived') return <Note tone="ok">{m.delivery_family_waived()}</Note>
  return <Note>{m.delivery_family_closed({ date: formatDate(delivery.lastDayToAnswer, locale) })}</Note>
}
