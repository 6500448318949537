import { Form, Link } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { dayInput, formatDate, formatDateRange, startSentence } from '#app/platform/i18n/format.ts'
import { Button, ButtonLink, IconLink } from '#app/ui/button.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { Select } from '#app/ui/select.tsx'

export type Specialist = {
  id: string
  givenName: string
  familyName: string
  professionLv: string
  professionEn: string
}

export type CalendarPlace = {
  view: 'week' | 'day'
  firstDay: string
  lastDay: string
  previous: string
  next: string
  specialistId: string | null
}

type Props = {
  place: CalendarPlace
  today: string
  specialists: readonly Specialist[]
  sessionCount: number
  waitingCount: number
}

/** The address of the calendar at another place: every choice is in it, so that a reload and a bookmark keep it. */
function linkTo({
  view,
  day,
  specialistId,
}: {
  view: 'week' | 'day'
  day: string | null
  specialistId: string | null
}) {
  const params = new URLSearchParams()
  if (view === 'day') params.set('view', 'day')
  if (day !== null) params.set('date', day)
  if (specialistId !== null) params.set('specialist', specialistId)
  return params.size === 0 ? '/provider' : `/provider?${params}`
}

/** Whose days are shown and which, in words, and the ways to others. */
export function CalendarHead({ place, today, specialists, sessionCount, waitingCount }: Props) {
  const locale = getLocale()
  const { view, firstDay, lastDay, specialistId } = place
  const chosen = specialists.find(({ id }) => id === specialistId)
  const count = sessionCount === 0 ? m.calendar_sessions_none() : m.calendar_sessions_count({ count: sessionCount })
  const waiting = waitingCount === 0 ? '' : `, ${m.calendar_waiting_count({ count: waitingCount })}`
  const isWeek = view === 'week'
  const at = (day: string | null) => linkTo({ view, day, specialistId })
  const shownDay = firstDay <= today && today <= lastDay ? today : firstDay
  return (
    <div className="weekhead">
      <div>
        <p className="muted">{chosen === undefined ? m.calendar_all_specialists() : nameAndProfession(chosen)}</p>
        <h1>
          {isWeek
            ? formatDateRange(firstDay, lastDay, locale)
            : startSentence(formatDate(firstDay, locale, 'day-heading'))}
        </h1>
        <p className="muted">
          {count}
          {waiting}
        </p>
      </div>
      <div className="row">
        <nav aria-label={m.calendar_move_label()} className="row">
          <IconLink
            icon="left"
            to={at(place.previous)}
            label={isWeek ? m.calendar_previous_week() : m.calendar_previous_day()}
          />
          <ButtonLink variant="secondary" to={at(null)}>
            {isWeek ? m.calendar_this_week() : m.calendar_today_button()}
          </ButtonLink>
          <IconLink icon="right" to={at(place.next)} label={isWeek ? m.calendar_next_week() : m.calendar_next_day()} />
        </nav>
        <nav aria-label={m.calendar_view_label()} className="filters mb-0">
          {(['week', 'day'] as const).map((other) => (
            <Link
              key={other}
              className={classNames('chip')}
              aria-current={other === view ? 'true' : undefined}
              to={linkTo({ view: other, day: dayInput(shownDay), specialistId })}
            >
              {other === 'week' ? m.calendar_view_week() : m.calendar_view_day()}
            </Link>
          ))}
        </nav>
        {specialists.length > 1 ? <SpecialistChoice place={place} specialists={specialists} /> : null}
      </div>
    </div>
  )
}

function nameAndProfession({ givenName, familyName, professionLv, professionEn }: Specialist): string {
  const profession = getLocale() === 'lv' ? professionLv : professionEn
  return m.calendar_person({ name: `${givenName} ${familyName}`, profession })
}

function SpecialistChoice({ place, specialists }: Pick<Props, 'place' | 'specialists'>) {
  return (
    <Form
      method="get"
      action="/provider"
      className="row items-end"
      onChange={({ currentTarget }) => currentTarget.requestSubmit()}
    >
      {place.view === 'day' ? <input type="hidden" name="view" value="day" /> : null}
      <input type="hidden" name="date" value={place.firstDay} />
      <Select
        name="specialist"
        label={m.calendar_specialist()}
        placeholder={m.calendar_all_specialists()}
        defaultValue={place.specialistId ?? ''}
        options={specialists.map(({ id, givenName, familyName }) => ({
          value: id,
          label: `${givenName} ${familyName}`,
        }))}
      />
      <noscript>
        <Button type="submit" variant="secondary">
          {m.calendar_show()}
        </Button>
      </noscript>
    </Form>
  )
}
