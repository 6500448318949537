import { Link } from 'react-router'
import type { SessionView } from '#app/insight/rules/home-view.ts'
import { SessionBadge } from '#app/insight/ui/session-badge.tsx'
import { placeText } from '#app/insight/ui/session-words.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { moneyText, ownText } from '#app/plan/ui/plan-words.ts'
import { formatDate, formatTimeRange } from '#app/platform/i18n/format.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'

type SessionsTableProps = { title: string; empty: string; sessions: readonly SessionView[]; now: number }

/** A child's sessions as staff read them, each with the way to follow its money. */
export function SessionsTable({ title, empty, sessions, now }: SessionsTableProps) {
  const locale = getLocale()
  return (
    <DataTable
      caption={title}
      title={title}
      rows={sessions}
      rowKey={(session) => session.bookingId}
      rowTone={(session) => (session.answer === 'objected' ? 'flag' : undefined)}
      empty={<EmptyState title={empty} icon="calendar" level={3} />}
      columns={[
        {
          key: 'service',
          label: m.insight_sessions_service(),
          isRowHeader: true,
          cell: (session) => (
            <>
              {ownText(session.service)}
              <small>{placeText(session)}</small>
            </>
          ),
        },
        {
          key: 'when',
          label: m.insight_sessions_when(),
          cell: (session) => (
            <>
              {formatDate(session.startsAt, locale, 'day')}
              <small className="num">{formatTimeRange(session.startsAt, session.endsAt, locale)}</small>
            </>
          ),
        },
        {
          key: 'provider',
          label: m.insight_sessions_provider(),
          cell: (session) => (
            <>
              {session.specialist}
              {session.provider === session.specialist ? null : <small>{session.provider}</small>}
            </>
          ),
        },
        {
          key: 'price',
          label: m.insight_sessions_price(),
          numeric: true,
          cell: (session) => moneyText(session.price),
        },
        {
          key: 'state',
          label: m.insight_sessions_state(),
          kind: 'state',
          cell: (session) => <SessionBadge session={session} now={now} audience="staff" />,
        },
        {
          key: 'trace',
          label: m.insight_sessions_trace(),
          kind: 'action',
          cell: (session) => (
            <Link
              to={`/municipality/trace/${session.bookingId}`}
              aria-label={m.insight_sessions_trace_for({
                service: ownText(session.service),
                day: formatDate(session.startsAt, locale, 'date-heading'),
              })}
            >
              {m.insight_sessions_trace()}
            </Link>
          ),
        },
      ]}
    />
  )
}
