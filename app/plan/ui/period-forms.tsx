import { Form } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import type { PeriodEndView } from '#app/plan/rules/plan-history.ts'
import type { PeriodView } from '#app/plan/rules/plan-view.ts'
import { moneyText } from '#app/plan/ui/plan-words.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckboxField } from '#app/ui/checkbox-field.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

/** A form of the page as it came back: which, what was typed, and what is wrong with it. */
export type SentForm = {
  form: 'start' | 'extend' | 'release'
  values: { reason: string; lastDay: string }
  field: string
  error: string
}

type FormsProps = { period: PeriodView; sent: SentForm | null }

/** Begins a revision of the municipality's own accord. */
export function StartRevision({ sent }: Pick<FormsProps, 'sent'>) {
  return (
    <Card title={m.revision_start_title()}>
      <Form method="post" className="stack" noValidate>
        <Reason form="start" label={m.revision_start_label()} sent={sent} />
        <SubmitButton variant="secondary" name="intent" value="start">
          {m.revision_start_submit()}
        </SubmitButton>
      </Form>
    </Card>
  )
}

/** Makes the period longer without more money. */
export function ExtendPeriod({ period, sent }: FormsProps) {
  const own = sent?.form === 'extend' ? sent : null
  return (
    <Card title={m.revision_extend_title()}>
      <Form method="post" className="stack" noValidate>
        <p className="small muted">{m.revision_extend_lead()}</p>
        <DateField
          id="extend-lastDay"
          name="lastDay"
          label={m.revision_extend_day()}
          min={period.lastDay}
          required
          defaultValue={own?.values.lastDay}
          errors={own?.field === 'lastDay' ? [own.error] : undefined}
        />
        <Reason form="extend" label={m.revision_reason_label()} sent={sent} />
        <SubmitButton variant="secondary" name="intent" value="extend">
          {m.revision_extend_submit()}
        </SubmitButton>
      </Form>
    </Card>
  )
}

/** Gives what is free back to the fund once the period is over, where it does not lapse by itself. */
export function ReleaseMoney({ end, sent }: Pick<FormsProps, 'sent'> & { end: PeriodEndView }) {
  const amount = moneyText(end.free)
  const own = sent?.form === 'release' ? sent : null
  return (
    <Card title={m.revision_release_title()}>
      <Form method="post" className="stack" noValidate>
        <p>{m.revision_release_text({ amount })}</p>
        <Reason form="release" label={m.revision_reason_label()} sent={sent} />
        <CheckboxField
          name="agree"
          label={m.revision_release_agree()}
          errors={own?.field === 'agree' ? [own.error] : undefined}
        />
        <SubmitButton variant="danger" name="intent" value="release">
          {m.revision_release_submit({ amount })}
        </SubmitButton>
      </Form>
    </Card>
  )
}

function Reason({ form, label, sent }: { form: SentForm['form']; label: string; sent: SentForm | null }) {
  const own = sent?.form === form ? sent : null
  return (
    <TextArea
      id={`${form}-reason`}
      name="reason"
      label={label}
      rows={3}
      required
      defaultValue={own?.values.reason}
      errors={own?.field === 'reason' ? [own.error] : undefined}
    />
  )
}
