import { Link } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDate, formatMoney, formatQuantity, formatTimeRange, startSentence } from '#app/platform/i18n/format.ts'
import { Money } from '#app/ui/money.tsx'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'
import type { PaidSession } from '../screen-types.ts'
import { serviceName } from './run-words.ts'

/** The deliveries of one payout: when, what, whose, how it was accepted, and what differs from the booking. */
export function PaidSessions({ name, sessions }: { name: string; sessions: readonly PaidSession[] }) {
  return (
    <ul aria-label={m.payout_sessions_of({ name })}>
      {sessions.map((session) => (
        <li
          key={session.deliveryId}
          className="grid gap-x-6 gap-y-1 border-t border-line py-3 first:border-t-0 lg:grid-cols-[15rem_minmax(0,1fr)_auto]"
        >
          <div>
            <b className="strong">{startSentence(formatDate(session.startsAt, getLocale(), 'day-short'))}</b>{' '}
            <span className="num">{timeOf(session)}</span>
            <div className="small muted">{acceptedWords(session)}</div>
          </div>
          <div>
            {serviceName(session)}, {session.childName}
            <div className="small muted">{session.specialist}</div>
            <Remarks session={session} />
          </div>
          <div className="lg:text-right">
            <Money cents={session.amount} className="strong" />
            <div className="small muted num">
              {m.payout_calculation({
                quantity: formatQuantity(session.quantity, session.unit, getLocale()),
                price: formatMoney(session.unitPrice, getLocale()),
              })}
            </div>
            <Link className="small" to={`/municipality/trace/${session.deliveryId}`}>
              {m.payout_trace()}
              <VisuallyHidden>
                : {session.childName}, {formatDate(session.startsAt, getLocale(), 'day-short')}
              </VisuallyHidden>
            </Link>
          </div>
        </li>
      ))}
    </ul>
  )
}

function timeOf({ startsAt, endsAt, startedAt, endedAt }: PaidSession): string {
  return formatTimeRange(startedAt ?? startsAt, endedAt ?? endsAt, getLocale())
}

function Remarks({ session }: { session: PaidSession }) {
  const { kind, startsAt, endsAt, reserved, amount, isOtherTime } = session
  const remarks = [
    kind === 'not_attended' ? m.payout_kind_not_attended() : null,
    kind === 'late_cancellation' ? m.payout_kind_late() : null,
    isOtherTime && kind === 'delivered'
      ? m.payout_booked_time({ time: formatTimeRange(startsAt, endsAt, getLocale()) })
      : null,
    reserved === amount ? null : m.payout_booked({ sum: formatMoney(reserved, getLocale()) }),
  ].filter((remark) => remark !== null)
  if (remarks.length === 0) return null
  return <div className="small diff">{remarks.join(', ')}</div>
}

function acceptedWords({ acceptedHow, answeredAt }: PaidSession): string {
  const words = {
    cosigned: m.payout_how_cosigned,
    silence: m.payout_how_silence,
    settled: m.payout_how_settled,
    cancelled_knowingly: m.payout_how_knowingly,
  }
  if (acceptedHow === null) return ''
  const how = words[acceptedHow]()
  return answeredAt === null ? how : `${how}, ${formatDate(answeredAt, getLocale(), 'short')}`
}
