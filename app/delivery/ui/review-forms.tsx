import { Form } from 'react-router'
import type { ObjectionKind } from '#app/delivery/rules/objection.ts'
import type { DeliveryState } from '#app/delivery/ui/delivery-words.ts'
import { objectionWords } from '#app/delivery/ui/delivery-words.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDateTime, formatMoney } from '#app/platform/i18n/format.ts'
import type { Cents } from '#app/platform/money.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { TextField } from '#app/ui/text-field.tsx'

type Shown = {
  state: DeliveryState
  amount: Cents
  objection: ObjectionKind | null
  objectionNote: string | null
  answeredAt: string | null
  settledAt: string | null
  settlementReason: string | null
  reviewedAt: string | null
  different: readonly string[]
  extraAsked: Cents
}

type Sent = { errors: readonly { field: string; text: string }[]; decision: string; amount: string; reason: string }

/** What the municipality can do: decide on an objection, or say that it has looked at a difference. */
export function ReviewForms({ delivery, sent }: { delivery: Shown; sent: Sent | undefined }) {
  const { state, reviewedAt, settledAt, different, extraAsked } = delivery
  const isWaiting = (state === 'awaiting' || state === 'accepted') && reviewedAt === null && settledAt === null
  const canReview = isWaiting && (different.length > 0 || extraAsked > 0)
  return (
    <>
      <ObjectionCard delivery={delivery} />
      {state === 'objected' ? <Settle amount={delivery.amount} sent={sent} /> : null}
      {canReview ? (
        <Form method="post">
          <SubmitButton name="reviewed" value="1" icon="check">
            {m.delivery_review_submit()}
          </SubmitButton>
        </Form>
      ) : null}
    </>
  )
}

function ObjectionCard({ delivery }: { delivery: Shown }) {
  const { objection, objectionNote, answeredAt, settlementReason, state } = delivery
  if (objection === null && settlementReason === null) return null
  return (
    <Card title={m.delivery_objection_title()} tone={state === 'objected' ? 'attention' : 'plain'}>
      <Facts
        facts={[
          ...(objection === null
            ? []
            : [
                {
                  term: m.delivery_object_what(),
                  value: objectionWords(objection),
                  note:
                    answeredAt === null
                      ? undefined
                      : m.delivery_objected_at({ when: formatDateTime(answeredAt, getLocale()) }),
                },
              ]),
          ...(objectionNote === null ? [] : [{ term: m.delivery_words_of_family(), value: objectionNote }]),
          ...(settlementReason === null ? [] : [{ term: m.delivery_reason_given(), value: settlementReason }]),
        ]}
      />
    </Card>
  )
}

function Settle({ amount, sent }: { amount: Cents; sent: Sent | undefined }) {
  const owed = formatMoney(amount, getLocale())
  const errorsOf = (field: string) => sent?.errors.filter((error) => error.field === field).map(({ text }) => text)
  return (
    <Card title={m.delivery_settle_title()}>
      <Form method="post" className="stack" noValidate>
        <RadioGroup
          id="decision"
          name="decision"
          label={m.delivery_settle_question()}
          required
          defaultValue={sent?.decision}
          errors={errorsOf('decision')}
          options={[
            {
              value: 'uphold',
              label: m.delivery_settle_uphold(),
              hint: m.delivery_settle_uphold_hint({ amount: owed }),
            },
            { value: 'lower', label: m.delivery_settle_lower(), hint: m.delivery_settle_lower_hint() },
            { value: 'dismiss', label: m.delivery_settle_dismiss({ amount: owed }) },
          ]}
        />
        <TextField
          id="amount"
          name="amount"
          label={m.delivery_settle_amount()}
          hint={m.delivery_settle_amount_hint({ most: owed })}
          inputMode="decimal"
          suffix="€"
          short
          optional
          defaultValue={sent?.amount}
          errors={errorsOf('amount')}
        />
        <TextArea
          id="reason"
          name="reason"
          label={m.delivery_settle_reason()}
          hint={m.delivery_settle_lead()}
          required
          rows={4}
          maxLength={2000}
          defaultValue={sent?.reason}
          errors={errorsOf('reason')}
        />
        <p className="muted">{m.delivery_settle_review()}</p>
        <SubmitButton>{m.delivery_settle_submit()}</SubmitButton>
      </Form>
    </Card>
  )
}
