import { Link } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { dayInput, formatDate, formatTime, startSentence } from '#app/platform/i18n/format.ts'
import type { CardSession } from '#app/schedule/ui/session-card.tsx'
import { placeText, stateText } from '#app/schedule/ui/session-words.ts'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import type { IconName } from '#app/ui/icon.tsx'
import { TimeRail, TimeRailItem } from '#app/ui/time-rail.tsx'

export type FreeTime = { specialistId: string; startsAt: string; endsAt: string }
export type Holiday = { date: string; nameLv: string; nameEn: string }

type Entry = { at: string; session: CardSession | null; free: FreeTime | null; specialistId: string }

type Props = {
  days: readonly string[]
  sessions: readonly (CardSession & { specialistId: string })[]
  free: readonly FreeTime[]
  holidays: readonly Holiday[]
  /** Names by specialist when several people's sessions are shown; null for one person's. */
  names: ReadonlyMap<string, string> | null
}

const looks = {
  booked: { tone: 'accent', icon: 'calendar' },
  to_confirm: { tone: 'attention', icon: 'alert' },
  delivered: { tone: 'ok', icon: 'check' },
  not_attended: { tone: 'neutral', icon: 'x' },
  cancelled: { tone: 'neutral', icon: 'x' },
} as const satisfies Record<CardSession['state'], { tone: Tone; icon: IconName }>

/** Days one below the other, each with its sessions and free time: the calendar for a phone and without script. */
export function DayList({ days, sessions, free, holidays, names }: Props) {
  const locale = getLocale()
  const entries: Entry[] = [
    ...sessions.map((session) => ({ at: session.startsAt, session, free: null, specialistId: session.specialistId })),
    ...free.map((span) => ({ at: span.startsAt, session: null, free: span, specialistId: span.specialistId })),
  ].toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
  const shown = days.filter(
    (day) => holidays.some(({ date }) => date === day) || entries.some(({ at }) => dayInput(at) === day),
  )
  if (shown.length === 0) return <p className="muted">{m.calendar_agenda_nothing()}</p>
  return (
    <div className="stack">
      {shown.map((day) => {
        const holiday = holidays.find(({ date }) => date === day)
        return (
          <Card key={day} level={3} title={startSentence(formatDate(day, locale, 'day-heading'))}>
            {holiday === undefined ? null : (
              <p className="muted">{m.calendar_holiday({ name: locale === 'lv' ? holiday.nameLv : holiday.nameEn })}</p>
            )}
            <TimeRail>
              {entries
                .filter(({ at }) => dayInput(at) === day)
                .map((entry) => (
                  <DayEntry
                    key={entry.session?.bookingId ?? `${entry.specialistId}${entry.at}`}
                    entry={entry}
                    names={names}
                  />
                ))}
            </TimeRail>
          </Card>
        )
      })}
    </div>
  )
}

function DayEntry({ entry: { session, free, specialistId }, names }: { entry: Entry; names: Props['names'] }) {
  const locale = getLocale()
  const who = names?.get(specialistId)
  if (session === null) {
    return (
      <TimeRailItem
        time={formatTime(free?.startsAt ?? '', locale)}
        timeNote={formatTime(free?.endsAt ?? '', locale)}
        dateTime={free?.startsAt}
        title={<span className="muted font-normal">{m.calendar_free()}</span>}
      >
        {who}
      </TimeRailItem>
    )
  }
  const { tone, icon } = looks[session.state]
  return (
    <TimeRailItem
      time={formatTime(session.startsAt, locale)}
      timeNote={formatTime(session.endsAt, locale)}
      dateTime={session.startsAt}
      gone={session.state === 'cancelled'}
      title={<Link to={`/provider/sessions/${session.bookingId}`}>{session.childGivenName}</Link>}
      badge={
        <Badge tone={tone} icon={icon}>
          {stateText(session.state)}
        </Badge>
      }
    >
      {locale === 'lv' ? session.serviceLv : session.serviceEn}, {placeText(session, locale)}
      {who === undefined ? null : <>, {who}</>}
    </TimeRailItem>
  )
}
