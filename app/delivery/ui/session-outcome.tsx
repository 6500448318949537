import { Form } from 'react-router'
import { acceptedWords, kindWords, objectionWords, placeWords, stateLook } from '#app/delivery/ui/delivery-words.ts'
import type { ShownSession } from '#app/delivery/ui/session-facts.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDate, formatDateTime, formatMoney, formatQuantity, formatTimeRange } from '#app/platform/i18n/format.ts'
import { Badge } from '#app/ui/badge.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Note } from '#app/ui/note.tsx'
import { TapConfirm } from '#app/ui/tap-confirm.tsx'
import { TextField } from '#app/ui/text-field.tsx'

type Delivery = NonNullable<ShownSession['delivery']>

/** What became of a session: what was stated, and what the family and the municipality said to it. */
export function SessionOutcome({ session }: { session: ShownSession }) {
  const { delivery, cancelledAt } = session
  return (
    <>
      {cancelledAt === null ? null : <Note tone="neutral">{cancelledText(session, cancelledAt)}</Note>}
      {delivery === null ? null : (
        <>
          <Stated session={session} delivery={delivery} />
          <Answer delivery={delivery} />
          <Waive delivery={delivery} />
        </>
      )}
    </>
  )
}

function cancelledText({ cancelledBy, cancelReason }: ShownSession, cancelledAt: string): string {
  const who = {
    guardian: m.delivery_by_guardian,
    provider: m.delivery_by_provider,
    municipality: m.delivery_by_municipality,
  }
  const reasons = {
    plans_changed: m.calendar_reason_plans_changed,
    child_ill: m.calendar_reason_child_ill,
    specialist_ill: m.calendar_reason_specialist_ill,
    specialist_unavailable: m.calendar_reason_specialist_unavailable,
    place_unavailable: m.calendar_reason_place_unavailable,
    other: m.calendar_reason_other,
  }
  return m.delivery_cancelled_by({
    when: formatDateTime(cancelledAt, getLocale()),
    who: who[cancelledBy ?? 'municipality'](),
    reason: reasons[cancelReason ?? 'other'](),
  })
}

function Stated({ session, delivery }: { session: ShownSession; delivery: Delivery }) {
  const locale = getLocale()
  const { startedAt, endedAt, placeType, amount, extraAsked, different } = delivery
  const isExtraTaken = amount > session.price
  const strongIf = (is: boolean, text: string) => (is ? <b className="strong">{text}</b> : text)
  const extra =
    extraAsked === 0
      ? undefined
      : isExtraTaken
        ? m.delivery_extra_taken({ amount: formatMoney(extraAsked, locale) })
        : m.delivery_owed_extra({ amount: formatMoney(extraAsked, locale) })
  return (
    <Card title={kindWords(delivery.kind)} aside={<StateBadge delivery={delivery} />}>
      <Facts
        facts={[
          ...(startedAt === null || endedAt === null
            ? []
            : [
                {
                  term: m.delivery_fact_when(),
                  value: strongIf(
                    different.includes('start') || different.includes('end'),
                    formatTimeRange(startedAt, endedAt, locale),
                  ),
                  note: formatDate(startedAt, locale),
                },
              ]),
          ...(placeType === null
            ? []
            : [{ term: m.delivery_fact_place(), value: strongIf(different.includes('place'), placeWords(placeType)) }]),
          ...(delivery.kind === 'delivered'
            ? [
                {
                  term: m.delivery_fact_size(),
                  value: strongIf(
                    different.includes('quantity'),
                    formatQuantity(delivery.quantity, session.unit, locale),
                  ),
                },
              ]
            : []),
          {
            term: m.delivery_owed(),
            value: strongIf(different.includes('amount'), formatMoney(owed(delivery), locale)),
            note: extra,
          },
          ...(delivery.note === null ? [] : [{ term: m.delivery_note(), value: delivery.note }]),
          { term: m.delivery_fact_stated(), value: formatDateTime(delivery.statedAt, locale) },
        ]}
      />
    </Card>
  )
}

function owed({ state, amount }: Delivery): number {
  return state === 'rejected' || state === 'waived' ? 0 : amount
}

function StateBadge({ delivery }: { delivery: Delivery }) {
  const { text, tone, icon } = stateLook(delivery.state)
  return (
    <Badge tone={tone} icon={icon}>
      {text}
    </Badge>
  )
}

function Answer({ delivery }: { delivery: Delivery }) {
  const locale = getLocale()
  const { state, objection, objectionNote, settlementReason, acceptedHow } = delivery
  const date = formatDate(delivery.lastDayToAnswer, locale, 'day-until')
  return (
    <Card title={m.delivery_answer_title()}>
      <div className="stack">
        {state === 'awaiting' ? <p>{m.delivery_waits_until({ date })}</p> : null}
        {state === 'accepted' && acceptedHow !== null ? (
          <p>{m.delivery_accepted_text({ how: acceptedWords(acceptedHow) })}</p>
        ) : null}
        {state === 'objected' && objection !== null ? (
          <p>{m.delivery_objected_text({ what: objectionWords(objection).toLocaleLowerCase(locale) })}</p>
        ) : null}
        {state === 'rejected' ? <p>{m.delivery_rejected_text()}</p> : null}
        {state === 'waived' ? <p>{m.delivery_waived_text()}</p> : null}
        {objectionNote === null ? null : (
          <Facts
            facts={[
              { term: m.delivery_words_of_family(), value: objectionNote },
              ...(settlementReason === null ? [] : [{ term: m.delivery_reason_given(), value: settlementReason }]),
            ]}
          />
        )}
        {objectionNote === null && settlementReason !== null && state !== 'waived' ? (
          <Facts facts={[{ term: m.delivery_reason_given(), value: settlementReason }]} />
        ) : null}
        {delivery.isInPayout ? <p className="muted">{m.delivery_in_payout()}</p> : null}
      </div>
    </Card>
  )
}

function Waive({ delivery }: { delivery: Delivery }) {
  const isOwed = delivery.state !== 'waived' && delivery.state !== 'rejected' && delivery.amount > 0
  if (delivery.kind === 'delivered' || !isOwed || delivery.isInPayout) return null
  const amount = formatMoney(delivery.amount, getLocale())
  return (
    <TapConfirm label={m.delivery_waive_title()}>
      <p>{m.delivery_waive_text({ amount })}</p>
      <Form method="post" className="stack">
        <TextField name="reason" label={m.delivery_waive_reason()} optional maxLength={500} />
        <SubmitButton name="waive" value={delivery.deliveryId} wide>
          {m.delivery_waive_submit({ amount })}
        </SubmitButton>
      </Form>
    </TapConfirm>
  )
}
