import type { ReactNode } from 'react'
import { Form } from 'react-router'
import { placeTypes } from '#app/delivery/rules/six-elements.ts'
import { placeWords } from '#app/delivery/ui/delivery-words.ts'
import type { ShownSession } from '#app/delivery/ui/session-facts.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import {
  formatCount,
  formatDate,
  formatMoney,
  formatQuantity,
  formatTimeRange,
  startSentence,
  timeInput,
} from '#app/platform/i18n/format.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckboxField } from '#app/ui/checkbox-field.tsx'
import { TimeField } from '#app/ui/date-field.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { Select } from '#app/ui/select.tsx'
import { TapConfirm } from '#app/ui/tap-confirm.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { TextField } from '#app/ui/text-field.tsx'

/** What was sent and refused, to show the form again as it was. */
type Sent = {
  form: 'otherwise' | 'missed' | 'plain'
  errors: readonly { field: string; text: string }[]
  values: object
}

type Props = { session: ShownSession; sent: Sent | undefined }

/** The three ways a session ends: as planned in two taps, otherwise, or nobody came. */
export function SessionForms({ session, sent }: Props) {
  return (
    <>
      {session.isOver ? <AsPlanned session={session} /> : null}
      <Foldable title={m.delivery_otherwise_title()} isOpen={sent?.form === 'otherwise'}>
        <Otherwise session={session} sent={sent} />
      </Foldable>
      <Foldable title={m.delivery_missed_title()} isOpen={sent?.form === 'missed'}>
        <Missed session={session} sent={sent} />
      </Foldable>
    </>
  )
}

function AsPlanned({ session }: { session: ShownSession }) {
  const locale = getLocale()
  const { startsAt, endsAt, bookingId } = session
  const amount = formatMoney(session.price, locale)
  const when = startSentence(`${formatDate(startsAt, locale)}, ${formatTimeRange(startsAt, endsAt, locale)}`)
  const place = placeWords(session.bookedPlace).toLocaleLowerCase('lv')
  return (
    <Card tone="attention" title={m.delivery_confirm_title()}>
      <TapConfirm label={m.delivery_as_planned()} variant="primary">
        <p>{m.delivery_as_planned_text({ when, place, amount })}</p>
        <Form method="post">
          <SubmitButton name="asPlanned" value={bookingId} icon="check" wide>
            {m.delivery_confirm({ amount })}
          </SubmitButton>
        </Form>
      </TapConfirm>
    </Card>
  )
}

function Foldable({ title, isOpen, children }: { title: string; isOpen: boolean; children: ReactNode }) {
  return (
    <details className="card fold" open={isOpen}>
      <summary>
        <h2>{title}</h2>
      </summary>
      {children}
    </details>
  )
}

function Otherwise({ session, sent }: Props) {
  const locale = getLocale()
  const { unit, startsAt, endsAt, quantity } = session
  const value = valueOf(sent, 'otherwise')
  const errors = errorsOf(sent, 'otherwise')
  const isCounted = unit === 'trip' || unit === 'kilometre'
  const rule =
    unit === 'hour'
      ? m.delivery_price_rule_hour()
      : unit === 'session'
        ? m.delivery_price_rule_session()
        : unit === 'course'
          ? m.delivery_price_rule_course()
          : null
  return (
    <Form method="post" className="stack" noValidate>
      <p className="muted">{m.delivery_otherwise_lead()}</p>
      <div className="row items-start">
        <TimeField
          id="started"
          name="started"
          label={m.delivery_started()}
          required
          defaultValue={value('started') ?? timeInput(startsAt)}
          errors={errors('started')}
        />
        <TimeField
          id="ended"
          name="ended"
          label={m.delivery_ended()}
          required
          defaultValue={value('ended') ?? timeInput(endsAt)}
          errors={errors('ended')}
        />
      </div>
      {isCounted ? (
        <TextField
          id="quantity"
          name="quantity"
          label={unit === 'trip' ? m.delivery_trips() : m.delivery_kilometres()}
          hint={m.delivery_quantity_hint({ quantity: formatQuantity(quantity, unit, locale) })}
          inputMode="decimal"
          short
          defaultValue={value('quantity') ?? formatCount(quantity, locale)}
          errors={errors('quantity')}
        />
      ) : null}
      <Select
        id="place"
        name="place"
        label={m.delivery_place()}
        defaultValue={value('place') ?? session.bookedPlace}
        options={placeTypes.map((place) => ({ value: place, label: placeWords(place) }))}
        errors={errors('place')}
      />
      <TextArea
        id="note"
        name="note"
        label={m.delivery_note()}
        hint={m.delivery_note_hint()}
        optional
        rows={3}
        maxLength={2000}
        defaultValue={value('note')}
        errors={errors('note')}
      />
      <p className="muted">
        {rule}{' '}
        {unit === 'session' || unit === 'course'
          ? null
          : m.delivery_price_rule_extra({ amount: formatMoney(session.price, locale) })}
      </p>
      <SubmitButton name="otherwise" value="1">
        {m.delivery_confirm_otherwise()}
      </SubmitButton>
    </Form>
  )
}

function Missed({ session, sent }: Props) {
  const locale = getLocale()
  const value = valueOf(sent, 'missed')
  const errors = errorsOf(sent, 'missed')
  const { feeAtMost, lateChargePercent: percent, lateChargesPerPeriod: count } = session
  return (
    <Form method="post" className="stack" noValidate>
      <RadioGroup
        id="cause"
        name="cause"
        label={m.delivery_missed_why()}
        required
        defaultValue={value('cause')}
        errors={errors('cause')}
        options={[
          { value: 'no-show', label: m.delivery_missed_no_show() },
          { value: 'ill-with-note', label: m.delivery_missed_ill(), hint: m.delivery_missed_ill_hint() },
        ]}
      />
      {feeAtMost > 0 ? (
        <CheckboxField
          name="asksFee"
          label={m.delivery_missed_fee({ amount: formatMoney(feeAtMost, locale) })}
          hint={m.delivery_missed_fee_hint({ count, percent })}
          defaultChecked={value('asksFee') === 'on'}
        />
      ) : null}
      <TextArea
        name="note"
        label={m.delivery_note()}
        hint={m.delivery_note_hint()}
        optional
        rows={3}
        maxLength={2000}
        defaultValue={value('missedNote')}
      />
      <SubmitButton name="missed" value="1" variant="secondary">
        {m.delivery_missed_submit()}
      </SubmitButton>
    </Form>
  )
}

function valueOf(sent: Sent | undefined, form: Sent['form']) {
  const values = new Map<string, unknown>(sent?.form === form ? Object.entries(sent.values) : [])
  return (field: string): string | undefined => {
    const value = values.get(field)
    return typeof value === 'string' ? value : undefined
  }
}

function errorsOf(sent: Sent | undefined, form: Sent['form']) {
  const errors = sent?.form === form ? sent.errors : []
  return (field: string): string[] => errors.filter((error) => error.field === field).map(({ text }) => text)
}
