import { Form } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDate, formatDateRange, startSentence } from '#app/platform/i18n/format.ts'
import { clockText } from '#app/schedule/ui/hours-text.tsx'
import { SubmitButton } from '#app/ui/button.tsx'

export type ShownException = {
  ids: readonly string[]
  kind: 'off' | 'extra'
  firstDay: string
  lastDay: string
  from: string | null
  to: string | null
  note: string | null
}

/** What differs on single days, each with a way to take it back. */
export function ExceptionList({ exceptions }: { exceptions: readonly ShownException[] }) {
  const locale = getLocale()
  if (exceptions.length === 0) return <p className="muted">{m.calendar_exceptions_none()}</p>
  return (
    <ul className="picks">
      {exceptions.map((exception) => {
        const { ids, kind, firstDay, lastDay, from, to, note } = exception
        const when =
          firstDay === lastDay
            ? startSentence(formatDate(firstDay, locale, 'day-heading'))
            : formatDateRange(firstDay, lastDay, locale)
        const hours = { from: clockText(from ?? ''), to: clockText(to ?? '') }
        const what =
          kind === 'extra'
            ? m.calendar_extra_hours(hours)
            : from === null
              ? m.calendar_off_all_day()
              : m.calendar_off_hours(hours)
        return (
          <li key={ids[0]}>
            <div>
              <span className="strong">{when}</span>
              <div className="muted">
                {what}
                {note === null ? null : <>, {note}</>}
              </div>
            </div>
            <Form method="post">
              {ids.map((id) => (
                <input key={id} type="hidden" name="exception" value={id} />
              ))}
              <SubmitButton
                variant="quiet"
                name="takeBack"
                value={ids[0]}
                aria-label={m.calendar_take_back_of({ what, when })}
              >
                {m.calendar_take_back()}
              </SubmitButton>
            </Form>
          </li>
        )
      })}
    </ul>
  )
}
