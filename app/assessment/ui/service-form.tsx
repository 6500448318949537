import { type FormEvent, useState } from 'react'
import { Link } from 'react-router'
import type { GoalHorizon } from '#app/assessment/rules/assessed-result.ts'
import { beneficiaries, modes } from '#app/assessment/rules/assessed-result.ts'
import type { NeededServiceView } from '#app/assessment/rules/needs-view.ts'
import { amountText, forWhomText, whereText } from '#app/assessment/ui/needs-words.ts'
import '#app/assessment/ui/needs.css'
import { m } from '#app/paraglide/messages.js'
import { unitWords } from '#app/platform/i18n/unit-words.ts'
import { getLocale } from '#app/paraglide/runtime.js'
import type { AutosaveConflict } from '#app/ui/autosave-answer.ts'
import { AutosaveForm } from '#app/ui/autosave-form.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/checkbox-field.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { Select } from '#app/ui/select.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export type GoalChoice = { id: string; horizon: GoalHorizon; text: string }

type ServiceFormProps = {
  assessmentId: string
  service: NeededServiceView
  /** What the fields say, by name: stored, or sent and not accepted. */
  texts: Readonly<Record<string, string>>
  goals: readonly GoalChoice[]
  weeks: number
  errors: readonly { field: string; text: string }[]
  conflict: (AutosaveConflict & { typed: Readonly<Record<string, string>> }) | null
  /** Told what the form says, as it is typed. */
  onType: (form: FormData) => void
}

/** Everything the team says about one service. It saves itself; nothing in it is required before the proposal. */
export function ServiceForm({
  assessmentId,
  service,
  texts,
  goals,
  weeks,
  errors,
  conflict,
  onType,
}: ServiceFormProps) {
  const field = (name: string) => ({
    name,
    id: name,
    defaultValue: texts[name] ?? '',
    errors: errors.filter((error) => error.field === name).map((error) => error.text),
  })
  const type = (event: FormEvent<HTMLDivElement>) => {
    const form = event.currentTarget.closest('form')
    if (form !== null) onType(new FormData(form))
  }
  return (
    <AutosaveForm version={service.version} savedAt={service.changedAt} conflict={conflict} className="service-form">
      <div className="stack" onInput={type}>
        <RadioGroup
          {...field('payer')}
          label={m.needs_payer()}
          options={[
            { value: 'individual-budget', label: m.needs_payer_budget() },
            { value: 'others', label: m.needs_payer_others(), hint: m.needs_payer_others_hint() },
          ]}
        />
        <div className="of-others">
          <TextField {...field('otherPayerLv')} label={m.needs_other_payer()} hint={m.needs_other_payer_hint()} />
        </div>
        <Amounts field={field} unit={service.unit} weeks={weeks} weekly={texts.sessionsPerWeek ?? ''} />
        <RadioGroup
          {...field('beneficiary')}
          label={m.needs_for()}
          options={beneficiaries.map((value) => ({ value, label: forWhomText(value) }))}
        />
        <TextArea {...field('reasonLv')} label={m.needs_reason()} hint={m.needs_reason_hint()} rows={4} />
        <TextArea
          {...field('explanationLv')}
          label={m.needs_explanation()}
          hint={m.needs_explanation_hint()}
          rows={6}
        />
        <Goals assessmentId={assessmentId} goals={goals} chosen={(texts.goal ?? '').split('\n')} />
        <details>
          <summary className="inline-flex min-h-11 items-center text-accent underline underline-offset-4">
            {m.needs_english()}
          </summary>
          <p className="small muted mb-3">{m.needs_english_hint()}</p>
          <div className="of-others">
            <TextField {...field('otherPayerEn')} label={m.needs_english_payer()} optional />
          </div>
          <TextArea {...field('reasonEn')} label={m.needs_english_reason()} optional rows={4} />
          <TextArea {...field('explanationEn')} label={m.needs_english_explanation()} optional rows={6} />
        </details>
        <div>
          <SubmitButton name="intent" value="save">
            {m.needs_save()}
          </SubmitButton>
        </div>
      </div>
    </AutosaveForm>
  )
}

type FieldOf = (name: string) => { name: string; id: string; defaultValue: string; errors: string[] }

function Amounts({
  field,
  unit,
  weeks,
  weekly,
}: Pick<ServiceFormProps['service'], 'unit'> & { field: FieldOf; weeks: number; weekly: string }) {
  const [often, setOften] = useState(weekly)
  const times = /^\d{1,2}$/.test(often.trim()) ? Number(often) : null
  return (
    <div className="of-budget">
      <div className="pairs">
        <TextField
          {...field('units')}
          label={m.needs_units()}
          hint={m.needs_units_hint({ unit: unitWords[getLocale()][unit].one })}
          inputMode="numeric"
          short
        />
        <TextField
          {...field('minimumUnits')}
          label={m.needs_minimum()}
          hint={m.needs_minimum_hint()}
          inputMode="numeric"
          short
        />
        <div
          onInput={(event) => {
            if (event.target instanceof HTMLInputElement) setOften(event.target.value)
          }}
        >
          <TextField
            {...field('sessionsPerWeek')}
            label={m.needs_weekly()}
            hint={
              times === null || times === 0
                ? m.needs_weekly_hint({ weeks })
                : m.needs_weekly_gives({ weekly: times, weeks, total: amountText(times * weeks, unit) })
            }
            inputMode="numeric"
            optional
            short
          />
        </div>
        <Select
          {...field('mode')}
          label={m.needs_mode()}
          placeholder={m.needs_mode_open()}
          options={modes.map((mode) => ({ value: mode, label: whereText(mode) }))}
        />
      </div>
    </div>
  )
}

function Goals({
  assessmentId,
  goals,
  chosen,
}: {
  assessmentId: string
  goals: readonly GoalChoice[]
  chosen: readonly string[]
}) {
  return (
    <fieldset className="fieldset">
      <legend>{m.needs_goals()}</legend>
      {goals.length === 0 ? (
        <p>
          {m.needs_goals_none()} <Link to={`/assessments/${assessmentId}/goals`}>{m.needs_goals_link()}</Link>
        </p>
      ) : null}
      {goals.map(({ id, horizon, text }) => (
        <CheckboxField
          key={id}
          bare
          name="goal"
          value={id}
          label={text}
          hint={horizon === 'short_term' ? m.needs_horizon_short() : m.needs_horizon_long()}
          defaultChecked={chosen.includes(id)}
        />
      ))}
    </fieldset>
  )
}
