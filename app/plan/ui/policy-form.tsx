import { Form } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import type { SentPolicy } from '#app/plan/ui/read-policy-form.ts'
import { minimumText, unusedText } from '#app/plan/ui/policy-words.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { TextField } from '#app/ui/text-field.tsx'

type PolicyFormProps = {
  earliest: string
  values: SentPolicy
  errors: readonly { field: string; text: string }[]
}

/** A new version of the policy, filled with what holds now or with what was sent. */
export function PolicyForm({ earliest, values, errors }: PolicyFormProps) {
  const field = (name: keyof SentPolicy) => ({
    id: name,
    name,
    defaultValue: values[name],
    errors: errors.filter((error) => error.field === name).map((error) => error.text),
  })
  const number = { short: true, inputMode: 'numeric', autoComplete: 'off' } as const
  return (
    <Card title={m.decision_policy_new()}>
      <p className="mb-4 max-w-152">{m.decision_policy_new_text()}</p>
      <Form method="post" noValidate>
        <div className="grid items-start gap-x-12 gap-y-5 lg:grid-cols-2">
          <div className="stack" style={{ '--gap': '1.25rem' }}>
            <DateField {...field('validFrom')} label={m.decision_policy_field_from()} min={earliest} />
            <TextField
              {...field('expertPercent')}
              {...number}
              label={m.decision_policy_expert()}
              hint={m.decision_policy_expert_hint()}
              suffix="%"
            />
            <RadioGroup
              {...field('minimumRule')}
              label={m.decision_policy_minimum()}
              hint={m.decision_policy_minimum_why()}
              options={(['skip', 'stop'] as const).map((value) => ({ value, label: minimumText(value) }))}
            />
            <TextField
              {...field('budget')}
              {...number}
              inputMode="decimal"
              label={m.decision_policy_budget()}
              hint={m.decision_policy_budget_why()}
              suffix="€"
            />
            <TextField
              {...field('periodMonths')}
              {...number}
              label={m.decision_policy_months()}
              hint={m.decision_policy_months_why()}
            />
            <RadioGroup
              {...field('unusedMoney')}
              label={m.decision_policy_unused()}
              hint={m.decision_policy_unused_why()}
              options={(['lapses', 'stays'] as const).map((value) => ({ value, label: unusedText(value) }))}
            />
            <TextField
              {...field('lapseAfterDays')}
              {...number}
              label={m.decision_policy_lapse_days()}
              hint={m.decision_policy_lapse_days_why()}
            />
          </div>
          <div className="stack" style={{ '--gap': '1.25rem' }}>
            <RadioGroup
              {...field('fourEyes')}
              label={m.decision_policy_four_eyes()}
              hint={m.decision_policy_four_eyes_why()}
              options={[
                { value: 'yes', label: m.decision_policy_yes() },
                { value: 'no', label: m.decision_policy_no() },
              ]}
            />
            <TextField
              {...field('appealDays')}
              {...number}
              label={m.decision_policy_appeal_days()}
              hint={m.decision_policy_appeal_days_why()}
            />
            <TextField
              {...field('appealToLv')}
              label={m.decision_policy_appeal_to_lv()}
              hint={m.decision_policy_appeal_to_why()}
            />
            <TextField
              {...field('appealToEn')}
              label={m.decision_policy_appeal_to_en()}
              hint={m.decision_policy_appeal_to_why()}
            />
            <TextField
              {...field('freeCancellationHours')}
              {...number}
              label={m.decision_policy_cancel_hours()}
              hint={m.decision_policy_cancel_hours_why()}
            />
            <TextField
              {...field('lateChargePercent')}
              {...number}
              label={m.decision_policy_late_percent()}
              hint={m.decision_policy_late_percent_why()}
              suffix="%"
            />
            <TextField
              {...field('lateChargesPerPeriod')}
              {...number}
              label={m.decision_policy_late_count()}
              hint={m.decision_policy_late_count_why()}
            />
            <TextField
              {...field('silentAcceptanceDays')}
              {...number}
              label={m.decision_policy_silence()}
              hint={m.decision_policy_silence_why()}
            />
            <TextField
              {...field('payoutDayOfMonth')}
              {...number}
              label={m.decision_policy_payout_day()}
              hint={m.decision_policy_payout_day_why()}
            />
          </div>
        </div>
        <div className="mt-6">
          <SubmitButton>{m.decision_policy_save()}</SubmitButton>
        </div>
      </Form>
    </Card>
  )
}
