import type { AcceptedHow, DeliveryState } from '#app/delivery/ui/delivery-words.ts'
import { acceptedWords } from '#app/delivery/ui/delivery-words.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDate, formatDateTime, formatMoney } from '#app/platform/i18n/format.ts'
import type { Cents } from '#app/platform/money.ts'
import { Card } from '#app/ui/card.tsx'
import { Facts } from '#app/ui/facts.tsx'

type Shown = {
  providerName: string
  specialistName: string
  professionLv: string
  professionEn: string
  statedAt: string
  state: DeliveryState
  acceptedHow: AcceptedHow | null
  lastDayToAnswer: string
  extraAsked: Cents
  amount: Cents
  reserved: Cents
  reviewedAt: string | null
}

/** Who stated it and how far the answer is. */
export function ReviewFacts({ delivery }: { delivery: Shown }) {
  const locale = getLocale()
  const { extraAsked, reviewedAt } = delivery
  const extra = formatMoney(extraAsked, locale)
  const isTaken = delivery.amount > delivery.reserved
  return (
    <Card title={m.delivery_facts_title()}>
      <Facts
        facts={[
          { term: m.delivery_fact_provider(), value: delivery.providerName },
          {
            term: m.delivery_fact_specialist(),
            value: delivery.specialistName,
            note: locale === 'lv' ? delivery.professionLv : delivery.professionEn,
          },
          { term: m.delivery_fact_stated(), value: formatDateTime(delivery.statedAt, locale) },
          { term: m.delivery_fact_answer(), value: answerText(delivery) },
          ...(extraAsked === 0
            ? []
            : [
                {
                  term: m.delivery_money_extra(),
                  value: extra,
                  note: isTaken ? m.delivery_extra_taken({ amount: extra }) : undefined,
                },
              ]),
          ...(reviewedAt === null
            ? []
            : [
                {
                  term: m.delivery_filter_todo(),
                  value: m.delivery_reviewed({ when: formatDateTime(reviewedAt, locale) }),
                },
              ]),
        ]}
      />
    </Card>
  )
}

function answerText({ state, acceptedHow, lastDayToAnswer }: Shown): string {
  if (state === 'awaiting') {
    return m.delivery_waits_until({ date: formatDate(lastDayToAnswer, getLocale(), 'day-until') })
  }
  if (state === 'accepted' && acceptedHow !== null) return m.delivery_accepted_text({ how: acceptedWords(acceptedHow) })
  if (state === 'objected') return m.delivery_state_objected()
  return state === 'rejected' ? m.delivery_rejected_text() : m.delivery_waived_text()
}
