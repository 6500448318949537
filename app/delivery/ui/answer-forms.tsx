import { Form } from 'react-router'
import { objectionKinds } from '#app/delivery/rules/objection.ts'
import { objectionWords } from '#app/delivery/ui/delivery-words.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatMoney } from '#app/platform/i18n/format.ts'
import type { Cents } from '#app/platform/money.ts'
import { addCents } from '#app/platform/money.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

type Sent = {
  isObjecting: boolean
  error: { field: string; text: string }
  objection: string
  words: string
  sign: string
}

type Props = {
  delivery: { reserved: Cents; amount: Cents; extraAsked: Cents; available: Cents; kind: string }
  sent: Sent | undefined
}

/** The two answers: it was so, or it was not. */
export function AnswerForms({ delivery, sent }: Props) {
  return (
    <>
      <Cosign delivery={delivery} sent={sent} />
      <details className="card fold" open={sent?.isObjecting === true}>
        <summary>
          <h2>{m.delivery_object_title()}</h2>
        </summary>
        <Objection sent={sent} />
      </details>
    </>
  )
}

function Cosign({ delivery: { amount, extraAsked, available }, sent }: Props) {
  const locale = getLocale()
  if (extraAsked === 0) {
    return (
      <Card title={m.delivery_cosign_title()}>
        <Form method="post">
          <SubmitButton name="sign" value="plain" icon="check" wide>
            {m.delivery_cosign({ amount: formatMoney(amount, locale) })}
          </SubmitButton>
        </Form>
      </Card>
    )
  }
  const isEnough = extraAsked <= available
  const free = formatMoney(available, locale)
  const extra = formatMoney(extraAsked, locale)
  return (
    <Card title={m.delivery_cosign_title()}>
      <Form method="post" className="stack" noValidate>
        <RadioGroup
          id="sign"
          name="sign"
          label={m.delivery_cosign_question({ amount: extra })}
          hint={
            isEnough
              ? m.delivery_cosign_extra_hint({ available: free })
              : m.delivery_cosign_extra_none({ available: free })
          }
          required
          defaultValue={sent?.sign}
          errors={sent?.error.field === 'sign' ? [sent.error.text] : undefined}
          options={[
            {
              value: 'extra',
              label: m.delivery_cosign_with_extra({
                amount: extra,
                total: formatMoney(addCents(amount, extraAsked), locale),
              }),
              disabled: !isEnough,
            },
            { value: 'reserved', label: m.delivery_cosign_without_extra({ amount: formatMoney(amount, locale) }) },
          ]}
        />
        <SubmitButton icon="check">{m.delivery_cosign_submit()}</SubmitButton>
      </Form>
    </Card>
  )
}

function Objection({ sent }: Pick<Props, 'sent'>) {
  const errorsOf = (field: string) => (sent?.error.field === field ? [sent.error.text] : undefined)
  return (
    <Form method="post" className="stack" noValidate>
      <p className="muted">{m.delivery_object_lead()}</p>
      <RadioGroup
        id="objection"
        name="objection"
        label={m.delivery_object_what()}
        required
        defaultValue={sent?.objection}
        errors={errorsOf('objection')}
        options={objectionKinds.map((kind) => ({ value: kind, label: objectionWords(kind) }))}
      />
      <TextArea
        id="words"
        name="words"
        label={m.delivery_object_words()}
        hint={m.delivery_object_words_hint()}
        optional
        rows={4}
        maxLength={2000}
        defaultValue={sent?.words}
        errors={errorsOf('words')}
      />
      <SubmitButton name="object" value="1" variant="secondary">
        {m.delivery_object_submit()}
      </SubmitButton>
    </Form>
  )
}
