import { Link } from 'react-router'
import type { SessionView } from '#app/insight/rules/home-view.ts'
import { meetingText } from '#app/insight/ui/session-words.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { ownText } from '#app/plan/ui/plan-words.ts'
import { formatNearDate, formatTime } from '#app/platform/i18n/format.ts'

/** The one pine block of the page: the next session and the ways to change it. */
export function NextSession({ session, now, base }: { session: SessionView; now: number; base: string }) {
  const locale = getLocale()
  const href = `${base}/bookings/${session.bookingId}`
  const until = formatTime(session.endsAt, locale)
  const isNow = Date.parse(session.startsAt) <= now
  const canMove = now <= Date.parse(session.freeUntil)
  return (
    <section className="hero o1" aria-labelledby="next-session">
      <svg className="lean" viewBox="0 0 160 160" aria-hidden="true">
        <g stroke="currentColor" strokeWidth="22" strokeLinecap="round">
          <path d="M128 14v400" />
          <path d="M-80 418L100 22" />
        </g>
      </svg>
      <div className="when">
        <time className="t" dateTime={session.startsAt}>
          {formatTime(session.startsAt, locale)}
        </time>
        <span className="d">
          {isNow
            ? m.insight_next_now({ until })
            : m.insight_next_until({ day: formatNearDate(session.startsAt, now, locale), until })}
        </span>
      </div>
      <h2 id="next-session">{ownText(session.service)}</h2>
      <p>{meetingText(session)}</p>
      <div className="acts">
        {canMove ? <Link to={`${href}/move`}>{m.insight_next_move()}</Link> : null}
        {isNow ? null : <Link to={`${href}/cancel`}>{m.insight_next_cancel()}</Link>}
        <Link to={href}>{m.insight_next_details()}</Link>
      </div>
    </section>
  )
}

/** In its place while nothing is booked. */
export function NoNextSession({ bookHref }: { bookHref: string }) {
  return (
    <section className="hero o1" aria-labelledby="next-session">
      <h2 id="next-session">{m.insight_next_none()}</h2>
      <p>{m.insight_next_none_text()}</p>
      <div className="acts">
        <Link to={bookHref}>{m.insight_home_book()}</Link>
      </div>
    </section>
  )
}
