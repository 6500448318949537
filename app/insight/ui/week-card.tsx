import { Link } from 'react-router'
import type { FamilyHome } from '#app/insight/rules/home-view.ts'
import { SessionBadge } from '#app/insight/ui/session-badge.tsx'
import { placeText } from '#app/insight/ui/session-words.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { ownText } from '#app/plan/ui/plan-words.ts'
import { WorkerContact } from '#app/plan/ui/worker-contact.tsx'
import { formatDate, formatTimeRange, relativeDay, startSentence } from '#app/platform/i18n/format.ts'
import { Card } from '#app/ui/card.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { TimeRail, TimeRailItem } from '#app/ui/time-rail.tsx'

/** This week day by day, and how full it is against the limit that the family chose. */
export function WeekCard({ home, base }: { home: FamilyHome; base: string }) {
  const locale = getLocale()
  const { week, now, child, worker } = home
  const limit = child.sessionsPerWeekLimit
  const attended = week.filter(({ isAttended }) => isAttended).length
  return (
    <Card
      className="o5"
      title={m.insight_week()}
      aside={<Link to={`${base}/bookings`}>{m.insight_week_calendar()}</Link>}
    >
      <p className="small muted">{week.length === 0 ? m.insight_week_none() : loadText(attended, limit)}</p>
      <TimeRail label={m.insight_week()}>
        {week.map((session) => (
          <TimeRailItem
            key={session.bookingId}
            time={startSentence(formatDate(session.startsAt, locale, 'weekday-short'))}
            timeNote={relativeDay(session.startsAt, now, locale) ?? formatDate(session.startsAt, locale, 'short')}
            dateTime={session.startsAt}
            title={<Link to={`${base}/bookings/${session.bookingId}`}>{ownText(session.service)}</Link>}
            badge={<SessionBadge session={session} now={now} audience="family" />}
          >
            {formatTimeRange(session.startsAt, session.endsAt, locale)}, {session.specialist}, {placeText(session)}
          </TimeRailItem>
        ))}
      </TimeRail>
      {worker === null ? null : (
        <details className="small mt-2">
          <summary className="flex min-h-11 items-center gap-2">
            <Icon name="heart" />
            {m.insight_week_too_much()}
          </summary>
          <WorkerContact worker={worker} />
        </details>
      )}
    </Card>
  )
}

function loadText(count: number, limit: number | null): string {
  const load = m.insight_week_load({ count })
  if (limit === null) return load
  return `${load} ${count > limit ? m.insight_week_over_limit({ limit }) : m.insight_week_limit({ limit })}`
}
