import { type CSSProperties, useState } from 'react'
import type { EventWrapperProps, HeaderProps } from 'react-big-calendar'
import { Calendar } from 'react-big-calendar'
import 'react-big-calendar/lib/css/react-big-calendar.css'
import { Link } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { BothLanguages } from '#app/marketplace/ui/offering-words.ts'
import { ownText } from '#app/marketplace/ui/offering-words.ts'
import {
  dayInput,
  formatDate,
  formatDateTime,
  formatTime,
  formatTimeRange,
  startSentence,
} from '#app/platform/i18n/format.ts'
import type { TimeChoice } from '#app/schedule/rules/time-choice.ts'
import { writeTimeChoice } from '#app/schedule/rules/time-choice.ts'
import { gridSpan, type GridSpan, hoursAround } from '#app/schedule/ui/grid-span.ts'
import { dateWithHands, dayOf, rigaLocalizer } from '#app/schedule/ui/riga-localizer.ts'
import '#app/schedule/ui/week-grid.css'
import '#app/schedule/ui/slot-calendar.css'
import { Button } from '#app/ui/button.tsx'

type Taken = { bookingId: string; startsAt: string; endsAt: string; service: BothLanguages }
type GridEvent = GridSpan & { free: TimeChoice | null; taken: Taken | null }

export type SlotCalendarProps = {
  firstDay: string
  starts: readonly TimeChoice[]
  /** What the child has on these days already. */
  bookings: readonly Taken[]
  /** How long a session lasts. */
  minutes: number
  checkHref: string
  /** What else the address of the check says. */
  extra: Readonly<Record<string, string>>
}

const weeks = 4

/** Free starts of four weeks as weeks of hours: the same data as the list, loaded only when it is opened. */
export default function SlotCalendar({ firstDay, starts, bookings, minutes, checkHref, extra }: SlotCalendarProps) {
  const locale = getLocale()
  const [week, setWeek] = useState(0)
  const day = addDays(firstDay, week * 7)
  const sunday = addDays(mondayOf(day), 6)
  const events = [...freeEvents(starts, minutes), ...bookings.map(takenEvent)]
  const { first, last } = hoursAround(events, { first: 9, last: 17 })
  return (
    <div>
      <div className="row mb-4">
        <Button variant="secondary" size="small" icon="left" disabled={week === 0} onClick={() => setWeek(week - 1)}>
          {m.schedule_calendar_previous()}
        </Button>
        <Button
          variant="secondary"
          size="small"
          icon="right"
          disabled={week === weeks - 1}
          onClick={() => setWeek(week + 1)}
        >
          {m.schedule_calendar_next()}
        </Button>
        <p className="strong" aria-live="polite">
          {formatDate(mondayOf(day), locale, 'short')}–{formatDate(sunday, locale, 'short')}
        </p>
      </div>
      <div className="overflow-x-auto">
        <div className="weekgrid slotgrid min-w-2xl">
          <Calendar<GridEvent>
            localizer={rigaLocalizer(locale)}
            culture={locale}
            date={dateWithHands(day)}
            view="week"
            views={['week']}
            onNavigate={() => undefined}
            onView={() => undefined}
            toolbar={false}
            drilldownView={null}
            getNow={() => dateWithHands(firstDay)}
            min={dateWithHands(day, first)}
            max={dateWithHands(day, last)}
            step={15}
            timeslots={4}
            events={events}
            dayLayoutAlgorithm="no-overlap"
            components={{
              header: DayHead,
              eventWrapper: (props: EventWrapperProps<GridEvent>) => (
                <EventBox {...props} checkHref={checkHref} extra={extra} />
              ),
            }}
          />
        </div>
      </div>
    </div>
  )
}

/** A free start reaches to the next one, at most a session's length, so that starts do not cover one another. */
function freeEvents(starts: readonly TimeChoice[], minutes: number): GridEvent[] {
  return starts.map((free, index) => {
    const next = starts[index + 1]
    const own = Date.parse(free.startsAt) + minutes * 60_000
    const until = next === undefined ? own : Math.min(own, Date.parse(next.startsAt))
    return { ...gridSpan(free.startsAt, new Date(until).toISOString()), free, taken: null }
  })
}

function takenEvent(taken: Taken): GridEvent {
  return { ...gridSpan(taken.startsAt, taken.endsAt), free: null, taken }
}

function DayHead({ date }: HeaderProps) {
  const locale = getLocale()
  return (
    <span className="dh">
      <b>{formatDate(dayOf(date), locale, 'short')}</b>
      <span>{formatDate(dayOf(date), locale, 'weekday-short')}</span>
    </span>
  )
}

type EventBoxProps = EventWrapperProps<GridEvent> & Pick<SlotCalendarProps, 'checkHref' | 'extra'>

/** A link for a free start, plain words for what the child has already. */
function EventBox({ event: { free, taken }, style, checkHref, extra }: EventBoxProps) {
  const locale = getLocale()
  const box: CSSProperties = {
    top: percent(style?.top),
    height: percent(style?.height),
    width: percent(style?.width),
    left: percent(style?.xOffset),
  }
  if (free !== null) {
    const search = new URLSearchParams({ time: writeTimeChoice(free), ...extra }).toString()
    return (
      <Link
        to={`${checkHref}?${search}`}
        className="ev ev-open"
        style={box}
        aria-label={`${m.schedule_calendar_free()}: ${formatDateTime(free.startsAt, locale)}`}
      >
        <b>{formatTime(free.startsAt, locale)}</b>
      </Link>
    )
  }
  if (taken === null) return null
  return (
    <div className="ev ev-done" style={box}>
      <b>{ownText(taken.service)}</b>
      <span>{startSentence(formatTimeRange(taken.startsAt, taken.endsAt, locale))}</span>
    </div>
  )
}

function percent(value: string | number | undefined): string | undefined {
  return typeof value === 'number' ? `${value}%` : value
}

/** Days are counted at noon UTC, which is the same day in Riga all the year round. */
function addDays(day: string, count: number): string {
  return dayInput(Date.parse(`${day}T12:00:00Z`) + count * 86_400_000)
}

function mondayOf(day: string): string {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  return addDays(day, weekday === 0 ? -6 : 1 - weekday)
}
