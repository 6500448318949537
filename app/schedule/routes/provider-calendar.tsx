import { z } from 'zod'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { readDay } from '#app/platform/http/form-values.ts'
import { dayInput, formatDate } from '#app/platform/i18n/format.ts'
import { dateOf } from '#app/platform/time.ts'
import { listProviderCalendar } from '#app/schedule/list-provider-calendar.server.ts'
import { CalendarHead } from '#app/schedule/ui/calendar-head.tsx'
import { CalendarPanel } from '#app/schedule/ui/calendar-panel.tsx'
import type { CardSession } from '#app/schedule/ui/session-card.tsx'
import { SessionCard } from '#app/schedule/ui/session-card.tsx'
import { DayList } from '#app/schedule/ui/day-list.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import type { Route } from './+types/provider-calendar.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.calendar_title() }) }]

const choice = z.object({ view: z.enum(['week', 'day']).catch('week'), specialist: z.uuid().nullable().catch(null) })

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = requireContext(context)
  const { view, specialist } = choice.parse({
    view: url.searchParams.get('view'),
    specialist: url.searchParams.get('specialist'),
  })
  const asked = readDay(url.searchParams.get('date')) ?? dateOf(ctx.clock.now())
  const length = view === 'week' ? 7 : 1
  const firstDay = view === 'week' ? asked.subtract({ days: asked.dayOfWeek - 1 }) : asked
  const days = Array.from({ length }, (_, index) => firstDay.add({ days: index }).toString())
  const calendar = await listProviderCalendar(ctx, {
    firstDay,
    endDay: firstDay.add({ days: length }),
    specialistId: specialist,
  })
  return {
    calendar,
    days,
    place: {
      view,
      firstDay: firstDay.toString(),
      lastDay: firstDay.add({ days: length - 1 }).toString(),
      previous: firstDay.subtract({ days: length }).toString(),
      next: firstDay.add({ days: length }).toString(),
      specialistId: calendar.specialistId,
    },
  }
}

export default function ProviderCalendar({ loaderData: { calendar, place, days } }: Route.ComponentProps) {
  const { now, today, specialists, specialistId, sessions, free, holidays } = calendar
  if (specialists.length === 0) {
    return (
      <EmptyState level={2} title={m.calendar_nobody_title()} icon="calendar">
        <p>{m.calendar_nobody_text()}</p>
      </EmptyState>
    )
  }
  const names =
    specialistId === null
      ? new Map(specialists.map(({ id, givenName, familyName }) => [id, `${givenName} ${familyName}`]))
      : null
  const shownFree = names === null || place.view === 'day' ? free : []
  const list = (listed: readonly string[]) => (
    <DayList days={listed} sessions={sessions} free={shownFree} holidays={holidays} names={names} />
  )
  const isCurrentWeek = place.view === 'week' && days.includes(today)
  const before = days.filter((day) => day < today)
  return (
    <>
      <CalendarHead
        place={place}
        today={today}
        specialists={specialists}
        sessionCount={sessions.filter(({ state }) => state !== 'cancelled').length}
        waitingCount={calendar.toConfirm.length}
      />
      <div className="week">
        <Today calendar={calendar} names={names} />
        <CalendarPanel
          view={place.view}
          day={place.firstDay}
          now={now}
          sessions={sessions}
          free={shownFree}
          names={names}
          list={
            isCurrentWeek ? (
              <section className="stack">
                <h2>{m.calendar_agenda_rest()}</h2>
                {list(days.filter((day) => day >= today))}
                {before.length === 0 ? null : (
                  <details>
                    <summary className="btn btn-quiet">{m.calendar_agenda_before()}</summary>
                    {list(before)}
                  </details>
                )}
              </section>
            ) : (
              <section className="stack">
                <h2>{place.view === 'week' ? m.calendar_agenda_all() : m.calendar_agenda_day()}</h2>
                {list(days)}
              </section>
            )
          }
        />
      </div>
    </>
  )
}

type Calendar = Route.ComponentProps['loaderData']['calendar']

/** What waits and what the day still holds, beside every week: a session is confirmed where it is seen. */
function Today({ calendar, names }: { calendar: Calendar; names: ReadonlyMap<string, string> | null }) {
  const locale = getLocale()
  const { now, today, toConfirm, later, doneToday } = calendar
  const ofToday = [...toConfirm.filter(({ startsAt }) => dayInput(startsAt) === today), ...later, ...doneToday]
  const groups: [string, readonly (CardSession & { specialistId: string })[]][] = [
    [m.calendar_to_confirm(), toConfirm],
    [m.calendar_later_today(), later],
    [m.calendar_done_today(), doneToday],
  ]
  return (
    <section aria-labelledby="today">
      <div className="hd">
        <h2 id="today">{m.calendar_today_heading({ date: formatDate(today, locale, 'date') })}</h2>
        {ofToday.length === 0 ? null : (
          <span className="muted">{m.calendar_sessions_count({ count: ofToday.length })}</span>
        )}
      </div>
      {ofToday.length === 0 ? <p className="muted">{m.calendar_no_sessions_today()}</p> : null}
      {groups
        .filter(([, sessions]) => sessions.length > 0)
        .map(([title, sessions]) => (
          <div key={title}>
            <h3 className="group">{title}</h3>
            <ol className="sessions">
              {sessions.map((session) => (
                <SessionCard
                  key={session.bookingId}
                  session={session}
                  now={now}
                  specialist={names?.get(session.specialistId) ?? null}
                />
              ))}
            </ol>
          </div>
        ))}
    </section>
  )
}
