import { Form, Link, useLocation } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDate, formatMoney, formatNearDate, formatTime } from '#app/platform/i18n/format.ts'
import type { Cents } from '#app/platform/money.ts'
import type { Hundredths, Unit } from '#app/platform/quantity.ts'
import type { SessionState } from '#app/schedule/ui/session-words.ts'
import { placeText, sizeText, stateText } from '#app/schedule/ui/session-words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { TapConfirm } from '#app/ui/tap-confirm.tsx'

export type CardSession = {
  bookingId: string
  startsAt: string
  endsAt: string
  childGivenName: string
  serviceLv: string
  serviceEn: string
  unit: Unit
  quantity: Hundredths
  price: Cents
  mode: 'at_provider' | 'at_home' | 'institution' | 'online'
  siteLv: string | null
  siteEn: string | null
  homeTown: string | null
  safetyNote: string | null
  sessionNeeds: string | null
  state: SessionState
  stateAt: string | null
}

type Props = {
  session: CardSession
  now: string
  /** Whose session, when several people's are shown. */
  specialist: string | null
}

/** A session as a card: when, who, where, and what it asks of the reader. */
export function SessionCard({ session, now, specialist }: Props) {
  const locale = getLocale()
  const { startsAt, endsAt, childGivenName, state } = session
  const isToday = formatDate(startsAt, locale, 'numeric') === formatDate(now, locale, 'numeric')
  const service = locale === 'lv' ? session.serviceLv : session.serviceEn
  return (
    <li className={state === 'to_confirm' ? 'ask' : undefined}>
      <time className="t" dateTime={startsAt}>
        {formatTime(startsAt, locale)}
        <small>{formatTime(endsAt, locale)}</small>
      </time>
      <div>
        <div className="flex flex-wrap items-baseline justify-between gap-x-3">
          <h4>
            <Link to={`/provider/sessions/${session.bookingId}`}>{childGivenName}</Link>
          </h4>
          <StateBadge session={session} now={now} />
        </div>
        {isToday ? null : <p className="strong">{formatDate(startsAt, locale)}</p>}
        <p className="muted">
          {service}, {placeText(session, locale)}
        </p>
        {specialist === null ? null : <p className="muted">{specialist}</p>}
      </div>
      <Safety session={session} />
      {state === 'to_confirm' ? <ConfirmAsPlanned session={session} /> : null}
      <DoneLine session={session} now={now} />
    </li>
  )
}

function Safety({ session: { safetyNote, sessionNeeds } }: { session: CardSession }) {
  if (safetyNote === null && sessionNeeds === null) return null
  return (
    <div className="act stack">
      {safetyNote === null ? null : <Note tone="attention">{safetyNote}</Note>}
      {sessionNeeds === null ? null : <p className="muted">{sessionNeeds}</p>}
    </div>
  )
}

function ConfirmAsPlanned({ session }: { session: CardSession }) {
  const locale = getLocale()
  const { pathname, search } = useLocation()
  const { bookingId, childGivenName: name, price } = session
  const amount = formatMoney(price, locale)
  return (
    <div className="act">
      <TapConfirm label={m.calendar_as_planned()}>
        <p>{m.calendar_confirm_detail({ name, size: sizeText(session, locale), amount })}</p>
        <Form method="post" action={`/provider/sessions/${bookingId}`}>
          <input type="hidden" name="back" value={`${pathname}${search}`} />
          <SubmitButton name="asPlanned" value={bookingId} icon="check" wide>
            {m.calendar_confirm({ amount })}
          </SubmitButton>
        </Form>
      </TapConfirm>
      <p className="text-center">
        <Link className="btn btn-quiet" to={`/provider/sessions/${bookingId}`}>
          {m.calendar_otherwise()}
        </Link>
      </p>
    </div>
  )
}

function DoneLine({ session: { state, stateAt }, now }: { session: CardSession; now: string }) {
  if (stateAt === null || (state !== 'delivered' && state !== 'not_attended')) return null
  const locale = getLocale()
  const when = `${formatNearDate(stateAt, now, locale)}, ${formatTime(stateAt, locale)}`
  return (
    <p className="act muted">
      {state === 'delivered' ? m.calendar_confirmed_at({ when }) : m.calendar_missed_at({ when })}
    </p>
  )
}

function StateBadge({ session: { state, startsAt, endsAt }, now }: { session: CardSession; now: string }) {
  if (state === 'to_confirm') {
    return (
      <Badge tone="attention" icon="alert">
        {stateText(state)}
      </Badge>
    )
  }
  if (state === 'delivered') return <Badge tone="ok">{stateText(state)}</Badge>
  if (state === 'not_attended' || state === 'cancelled') return <Badge icon="x">{stateText(state)}</Badge>
  const minutes = Math.ceil((Date.parse(startsAt) - Date.parse(now)) / 60_000)
  if (minutes <= 0 && Date.parse(now) < Date.parse(endsAt)) {
    return (
      <Badge tone="accent" icon="clock">
        {m.calendar_going_on()}
      </Badge>
    )
  }
  if (minutes > 12 * 60) return null
  return (
    <Badge tone="accent" icon="clock">
      {minutes < 60
        ? m.calendar_in_minutes({ count: minutes })
        : m.calendar_in_hours({ count: Math.round(minutes / 60) })}
    </Badge>
  )
}
