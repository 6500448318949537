import { Link, data } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { formatDate, formatDateTime, startSentence } from '#app/platform/i18n/format.ts'
import { addAvailabilityException } from '#app/schedule/add-availability-exception.server.ts'
import { dayError, savedReceipt, weekError } from '#app/schedule/availability-answers.server.ts'
import { getAvailability } from '#app/schedule/get-availability.server.ts'
import { readDayForm } from '#app/schedule/read-day-form.server.ts'
import { readWeekForm } from '#app/schedule/read-week-form.server.ts'
import { removeAvailabilityException } from '#app/schedule/remove-availability-exception.server.ts'
import { setWeeklyAvailability } from '#app/schedule/set-weekly-availability.server.ts'
import { DayForm } from '#app/schedule/ui/day-form.tsx'
import { ExceptionList } from '#app/schedule/ui/exception-list.tsx'
import { WeekText } from '#app/schedule/ui/hours-text.tsx'
import '#app/schedule/ui/availability.css'
import { WeekForm } from '#app/schedule/ui/week-form.tsx'
import { Card } from '#app/ui/card.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FilterChips } from '#app/ui/filter-chips.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import type { Route } from './+types/availability.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.calendar_hours_title() }) }]

export async function loader({ context, params }: Route.LoaderArgs) {
  const view = await getAvailability(requireContext(context), { specialistId: params.specialistId ?? null })
  if (view === null) throw data(null, { status: 404 })
  return view
}

/** About half a year of them. */
const holidaysShown = 8

const blankRow = { weekday: 1, from: '', to: '', siteId: null }

/** Adds or removes a row of the form, saves the week, adds a day, or takes days back. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const ctx = requireContext(context)
  const view = await getAvailability(ctx, { specialistId: params.specialistId ?? null })
  if (view === null) throw data(null, { status: 404 })
  const specialistId = view.specialist.id
  const here = `/provider/availability/${specialistId}`
  const form = await request.formData()
  const locale = getLocale()
  const notFound = () => data(null, { status: 404 })

  if (form.has('takeBack')) {
    const exceptionIds = form.getAll('exception').filter((id) => typeof id === 'string')
    const removed = await removeAvailabilityException(ctx, { specialistId, exceptionIds })
    if (!removed.ok) throw notFound()
    const receipt = { title: m.calendar_taken_back(), detail: m.calendar_taken_back_detail() }
    return redirectWithReceipt(context, here, { tone: 'ok', ...receipt })
  }

  if (form.has('day')) {
    const { typed, errors, input } = readDayForm(form, specialistId)
    if (input === null) return data({ week: null, day: typed, errors }, { status: 400 })
    const added = await addAvailabilityException(ctx, input)
    if (!added.ok) {
      if (added.refusal.kind === 'not-found') throw notFound()
      return data({ week: null, day: typed, errors: [dayError(added.refusal, locale)] }, { status: 422 })
    }
    const words = { title: m.calendar_saved_day(), detail: m.calendar_saved_day_detail() }
    return redirectWithReceipt(context, here, savedReceipt(words, added.value.outside.length))
  }

  const { typed, errors, week } = readWeekForm(form)
  const changed = (rows: typeof typed.rows) => data({ week: { ...typed, rows }, day: null, errors: [] })
  if (form.has('add')) return changed([...typed.rows, nextRow(typed.rows)])
  if (form.has('remove')) {
    return changed(typed.rows.filter((_, index) => index !== Number(form.get('remove'))))
  }
  if (week === null) return data({ week: typed, day: null, errors }, { status: 400 })
  const set = await setWeeklyAvailability(ctx, { specialistId, ...week })
  if (!set.ok) {
    if (set.refusal.kind === 'not-found') throw notFound()
    return data({ week: typed, day: null, errors: [weekError(set.refusal, typed, locale)] }, { status: 422 })
  }
  const words = { title: m.calendar_saved_week(), detail: m.calendar_saved_week_detail() }
  return redirectWithReceipt(context, here, savedReceipt(words, set.value.outside.length))
}

/** The next row repeats the last one a day later: most weeks are alike. */
function nextRow(
  rows: readonly (typeof blankRow | { weekday: number; from: string; to: string; siteId: string | null })[],
) {
  const last = rows.at(-1)
  return last === undefined ? blankRow : { ...last, weekday: Math.min(7, last.weekday + 1) }
}

export default function Availability({ loaderData: view, actionData }: Route.ComponentProps) {
  const locale = getLocale()
  const { specialist, specialists, sites, today, outside } = view
  const errors = actionData?.errors ?? []
  const sentDay = actionData?.day ?? null
  const sentWeek = actionData?.week ?? null
  const typed = sentWeek ?? {
    rows: view.week.length === 0 ? [blankRow] : view.week,
    validFrom: today,
    validTo: '',
  }
  return (
    <>
      <PageHead
        over={m.calendar_person({
          name: `${specialist.givenName} ${specialist.familyName}`,
          profession: locale === 'lv' ? specialist.professionLv : specialist.professionEn,
        })}
        title={m.calendar_hours_title()}
        lead={m.calendar_hours_lead()}
      />
      <ErrorSummary errors={errors.map(({ field, text }) => (field === '' ? { text } : { text, href: `#${field}` }))} />
      {specialists.length > 1 ? (
        <FilterChips
          label={m.calendar_specialist()}
          chips={specialists.map(({ id, givenName, familyName }) => ({
            to: `/provider/availability/${id}`,
            label: `${givenName} ${familyName}`,
            isOn: id === specialist.id,
          }))}
        />
      ) : null}
      {outside.length === 0 ? null : (
        <Card tone="attention" title={m.calendar_outside_title({ count: outside.length })} className="mb-6">
          <p>{m.calendar_outside_text()}</p>
          <ul className="picks">
            {outside.map(({ bookingId, startsAt, childGivenName }) => (
              <li key={bookingId}>
                <span>
                  <span className="strong">{startSentence(formatDateTime(startsAt, locale))}</span>, {childGivenName}
                </span>
                <Link
                  to={`/provider/sessions/${bookingId}`}
                  aria-label={m.calendar_open_session_of({
                    name: childGivenName,
                    time: formatDateTime(startsAt, locale),
                  })}
                >
                  {m.calendar_open_session()}
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <div className="split">
        <div className="stack">
          <Card title={m.calendar_week_title()}>
            {view.week.length === 0 ? <p className="muted">{m.calendar_week_none()}</p> : null}
            <WeekForm {...typed} today={today} sites={sites} errors={sentWeek === null ? [] : errors} />
          </Card>
          {view.changes.map((change) => (
            <Card
              key={change.from}
              title={m.calendar_week_from({ date: formatDate(change.from, locale, 'date-until') })}
            >
              <WeekText week={change.week} sites={sites} />
            </Card>
          ))}
        </div>
        <div className="stack">
          <Card title={m.calendar_exceptions_title()}>
            <ExceptionList exceptions={view.exceptions} />
          </Card>
          <details className="card fold" open={sentDay !== null}>
            <summary>
              <h2>{m.calendar_add_day()}</h2>
            </summary>
            <DayForm typed={sentDay} today={today} errors={sentDay === null ? [] : errors} />
          </details>
          <Card title={m.calendar_holidays_title()}>
            <p className="muted">{m.calendar_holidays_text()}</p>
            <ul className="picks">
              {view.holidays.slice(0, holidaysShown).map(({ date, nameLv, nameEn }) => (
                <li key={date}>
                  <span>{locale === 'lv' ? nameLv : nameEn}</span>
                  <span className="muted">{formatDate(date, locale, 'day-short')}</span>
                </li>
              ))}
            </ul>
          </Card>
        </div>
      </div>
    </>
  )
}
