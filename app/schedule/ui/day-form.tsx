import { Form } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { SubmitButton } from '#app/ui/button.tsx'
import { DateField, TimeField } from '#app/ui/date-field.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { TextField } from '#app/ui/text-field.tsx'

type Typed = { kind: string; firstDay: string; lastDay: string; dayFrom: string; dayTo: string; dayNote: string }

type Props = { typed: Typed | null; today: string; errors: readonly { field: string; text: string }[] }

/** A day, or days in a row, that differ from the usual week. */
export function DayForm({ typed, today, errors }: Props) {
  const errorsOf = (field: string) => errors.filter((error) => error.field === field).map(({ text }) => text)
  return (
    <Form method="post" className="stack" noValidate>
      <RadioGroup
        id="kind"
        name="kind"
        label={m.calendar_add_kind()}
        required
        defaultValue={typed?.kind ?? 'off'}
        errors={errorsOf('kind')}
        options={[
          { value: 'off', label: m.calendar_kind_off() },
          { value: 'off-hours', label: m.calendar_kind_off_hours() },
          { value: 'extra', label: m.calendar_kind_extra(), hint: m.calendar_kind_extra_hint() },
        ]}
      />
      <div className="row items-start">
        <DateField
          id="firstDay"
          name="firstDay"
          label={m.calendar_first_day()}
          min={today}
          required
          defaultValue={typed?.firstDay}
          errors={errorsOf('firstDay')}
        />
        <DateField
          id="lastDay"
          name="lastDay"
          label={m.calendar_last_day()}
          hint={m.calendar_last_day_hint()}
          min={today}
          optional
          defaultValue={typed?.lastDay}
          errors={errorsOf('lastDay')}
        />
      </div>
      <div>
        <div className="row items-start">
          <TimeField
            id="dayFrom"
            name="dayFrom"
            label={m.calendar_hours_from()}
            optional
            defaultValue={typed?.dayFrom}
            errors={errorsOf('dayFrom')}
          />
          <TimeField
            id="dayTo"
            name="dayTo"
            label={m.calendar_hours_to()}
            optional
            defaultValue={typed?.dayTo}
            errors={errorsOf('dayTo')}
          />
        </div>
        <p className="muted">{m.calendar_hours_hint()}</p>
      </div>
      <TextField
        id="dayNote"
        name="dayNote"
        label={m.calendar_note()}
        hint={m.calendar_note_hint()}
        optional
        maxLength={200}
        defaultValue={typed?.dayNote}
        errors={errorsOf('dayNote')}
      />
      <SubmitButton name="day" value="add">
        {m.calendar_add_day()}
      </SubmitButton>
    </Form>
  )
}
