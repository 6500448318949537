import type { CSSProperties } from 'react'
import type { Components, EventWrapperProps, HeaderProps } from 'react-big-calendar'
import { Calendar } from 'react-big-calendar'
import 'react-big-calendar/lib/css/react-big-calendar.css'
import { Link } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDate, formatTime, formatTimeRange } from '#app/platform/i18n/format.ts'
import type { FreeTime } from '#app/schedule/ui/day-list.tsx'
import { gridSpan, type GridSpan, hoursAround } from '#app/schedule/ui/grid-span.ts'
import { dateWithHands, dayOf, rigaLocalizer, rigaWallClock } from '#app/schedule/ui/riga-localizer.ts'
import type { CardSession } from '#app/schedule/ui/session-card.tsx'
import { placeText, stateText } from '#app/schedule/ui/session-words.ts'
import '#app/schedule/ui/week-grid.css'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/icon.tsx'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'

type GridSession = CardSession & { specialistId: string }
type GridEvent = GridSpan & { specialistId: string; session: GridSession | null; free: FreeTime | null }

export type WeekGridProps = {
  view: 'week' | 'day'
  /** The first day shown. */
  day: string
  now: string
  sessions: readonly GridSession[]
  free: readonly FreeTime[]
  /** Names by specialist when several people's sessions are shown: a column each in the view of a day. */
  names: ReadonlyMap<string, string> | null
}

/** The week or the day as a grid of hours. Loaded only where it is shown; links throughout, so the keyboard reaches all. */
export default function WeekGrid({ view, day, now, sessions, free, names }: WeekGridProps) {
  const locale = getLocale()
  const events = sessions.map((session) => toEvent(session, { session, free: null }))
  const open = free.map((span) => toEvent(span, { session: null, free: span }))
  const all = [...events, ...open]
  const hasWeekend = all.some(({ start }) => start.getDay() === 0 || start.getDay() === 6)
  const { first, last } = hoursAround(all, { first: 8, last: 18 })
  const columns = view === 'day' && names !== null ? [...names].map(([id, title]) => ({ id, title })) : undefined
  return (
    <section className="weekgrid" aria-label={view === 'week' ? m.calendar_grid_label() : m.calendar_grid_label_day()}>
      <Calendar<GridEvent, { id: string; title: string }>
        localizer={rigaLocalizer(locale)}
        culture={locale}
        date={dateWithHands(day)}
        view={view === 'day' ? 'day' : hasWeekend ? 'week' : 'work_week'}
        views={['week', 'work_week', 'day']}
        onNavigate={() => undefined}
        onView={() => undefined}
        toolbar={false}
        drilldownView={null}
        getNow={() => rigaWallClock(now)}
        min={dateWithHands(day, first)}
        max={dateWithHands(day, last)}
        step={15}
        timeslots={4}
        events={events}
        backgroundEvents={open}
        dayLayoutAlgorithm="no-overlap"
        components={names === null || columns !== undefined ? ofOne : ofSeveral(names)}
        {...(columns === undefined
          ? {}
          : { resources: columns, resourceIdAccessor: 'id', resourceTitleAccessor: 'title' })}
        resourceAccessor={(event) => event.specialistId}
      />
      <ul className="keys" aria-label={m.calendar_keys()}>
        {(['booked', 'to_confirm', 'delivered', 'cancelled'] as const).map((state) => (
          <li key={state}>
            <span className={classNames('ev', looks[state])} />
            {stateText(state)}
          </li>
        ))}
        <li>
          <span className="ev ev-open" />
          {m.calendar_free()}
        </li>
      </ul>
    </section>
  )
}

const looks = {
  booked: '',
  to_confirm: 'ev-ask',
  delivered: 'ev-done',
  not_attended: 'ev-done',
  cancelled: 'ev-gone',
} as const satisfies Record<CardSession['state'], string>

const icons = {
  booked: null,
  to_confirm: 'alert',
  delivered: 'check',
  not_attended: 'x',
  cancelled: 'x',
} as const satisfies Record<CardSession['state'], string | null>

function toEvent(
  { startsAt, endsAt, specialistId }: { startsAt: string; endsAt: string; specialistId: string },
  what: Pick<GridEvent, 'session' | 'free'>,
): GridEvent {
  return { ...gridSpan(startsAt, endsAt), specialistId, ...what }
}

const ofOne: Components<GridEvent, { id: string; title: string }> = {
  header: DayHead,
  eventWrapper: (props) => <EventBox {...props} who={null} />,
}

function ofSeveral(names: ReadonlyMap<string, string>): Components<GridEvent, { id: string; title: string }> {
  return {
    header: DayHead,
    eventWrapper: (props) => <EventBox {...props} who={names.get(props.event.specialistId) ?? null} />,
  }
}

function DayHead({ date }: HeaderProps) {
  const locale = getLocale()
  const day = dayOf(date)
  return (
    <span className="dh">
      <b>{formatDate(day, locale, 'short')}</b>
      <span>{formatDate(day, locale, 'weekday')}</span>
    </span>
  )
}

type BoxProps = EventWrapperProps<GridEvent> & { who: string | null }

/** One event: a link for a session, plain words for free time. */
function EventBox({ event: { session, free }, style, who }: BoxProps) {
  const locale = getLocale()
  const box: CSSProperties = {
    top: percent(style?.top),
    height: percent(style?.height),
    width: percent(style?.width),
    left: percent(style?.xOffset),
  }
  if (session === null) {
    if (free === null) return null
    return (
      <div className="ev ev-open" style={box}>
        <b>{formatTimeRange(free.startsAt, free.endsAt, locale)}</b>
        <span>{who ?? m.calendar_free()}</span>
        {who === null ? null : <VisuallyHidden>{m.calendar_free()}</VisuallyHidden>}
      </div>
    )
  }
  const { startsAt, childGivenName: name, state } = session
  const icon = icons[state]
  const place = placeText(session, locale)
  return (
    <Link to={`/provider/sessions/${session.bookingId}`} className={classNames('ev', looks[state])} style={box}>
      <b>
        {icon === null ? null : <Icon name={icon} />}
        <em>{formatTime(startsAt, locale)}</em> {name}
      </b>
      <span>{who ?? place}</span>
      <VisuallyHidden>
        {m.calendar_event({
          day: formatDate(session.startsAt, locale),
          end: formatTime(session.endsAt, locale),
          service: locale === 'lv' ? session.serviceLv : session.serviceEn,
          state: stateText(state),
        })}
      </VisuallyHidden>
    </Link>
  )
}

function percent(value: string | number | undefined): string | undefined {
  return typeof value === 'number' ? `${value}%` : value
}
