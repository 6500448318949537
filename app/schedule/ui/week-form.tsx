import { Form } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDate, startSentence } from '#app/platform/i18n/format.ts'
import { Button, SubmitButton } from '#app/ui/button.tsx'
import { DateField, TimeField } from '#app/ui/date-field.tsx'
import { Select } from '#app/ui/select.tsx'

export type WeekRow = { weekday: number; from: string; to: string; siteId: string | null }
export type SiteChoice = { id: string; nameLv: string; nameEn: string }

type Props = {
  rows: readonly WeekRow[]
  validFrom: string
  validTo: string
  today: string
  sites: readonly SiteChoice[]
  errors: readonly { field: string; text: string }[]
}

/** Monday of some week, to name the days by. */
const someMonday = Date.UTC(2026, 0, 5)

/** "Pirmdiena" for 1. */
export function weekdayText(weekday: number): string {
  const day = new Date(someMonday + (weekday - 1) * 86_400_000).toISOString().slice(0, 10)
  return startSentence(formatDate(day, getLocale(), 'weekday'))
}

/** The week as rows of hours. Adding and removing a row sends the form and changes nothing, so it needs no script. */
export function WeekForm({ rows, validFrom, validTo, today, sites, errors }: Props) {
  const locale = getLocale()
  const errorsOf = (field: string) => errors.filter((error) => error.field === field).map(({ text }) => text)
  const siteOptions = [
    { value: '', label: m.calendar_row_anywhere() },
    ...sites.map(({ id, nameLv, nameEn }) => ({ value: id, label: locale === 'lv' ? nameLv : nameEn })),
  ]
  return (
    <Form method="post" className="stack" noValidate preventScrollReset>
      {/* Enter in a field saves; without this the first button, which removes a row, would be pressed. */}
      <button type="submit" name="week" value="save" className="sr-only" tabIndex={-1} aria-hidden="true" />
      {rows.map((row, index) => (
        // Rows carry no identity of their own; the values as sent make a new row of a changed one.
        <fieldset className="hours-row" key={`${index}-${row.weekday}-${row.from}-${row.to}-${row.siteId ?? ''}`}>
          <legend className="sr-only">{m.calendar_row_legend({ row: index + 1 })}</legend>
          <Select
            id={`weekday-${index}`}
            name="weekday"
            label={m.calendar_row_day()}
            defaultValue={String(row.weekday)}
            options={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: weekdayText(day) }))}
          />
          <TimeField
            id={`from-${index}`}
            name="from"
            label={m.calendar_row_from()}
            defaultValue={row.from}
            errors={errorsOf(`from-${index}`)}
          />
          <TimeField
            id={`to-${index}`}
            name="to"
            label={m.calendar_row_to()}
            defaultValue={row.to}
            errors={errorsOf(`to-${index}`)}
          />
          <Select
            id={`site-${index}`}
            name="site"
            label={m.calendar_row_site()}
            defaultValue={row.siteId ?? ''}
            options={siteOptions}
            errors={errorsOf(`site-${index}`)}
          />
          <Button
            type="submit"
            name="remove"
            value={index}
            variant="quiet"
            icon="x"
            aria-label={m.calendar_row_remove_of({ row: index + 1 })}
          >
            {m.calendar_row_remove()}
          </Button>
        </fieldset>
      ))}
      <p className="muted">{m.calendar_row_anywhere_hint()}</p>
      <Button type="submit" name="add" value="1" variant="secondary" icon="plus">
        {m.calendar_row_add()}
      </Button>
      <div className="row items-start">
        <DateField
          id="validFrom"
          name="validFrom"
          label={m.calendar_valid_from()}
          hint={m.calendar_valid_from_hint()}
          min={today}
          defaultValue={validFrom}
          errors={errorsOf('validFrom')}
          required
        />
        <DateField
          id="validTo"
          name="validTo"
          label={m.calendar_valid_to()}
          hint={m.calendar_valid_to_hint()}
          min={today}
          defaultValue={validTo}
          errors={errorsOf('validTo')}
          optional
        />
      </div>
      <SubmitButton name="week" value="save">
        {m.calendar_save_week()}
      </SubmitButton>
    </Form>
  )
}
