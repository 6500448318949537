import { Link, data, useLocation } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { ownText, whereText } from '#app/marketplace/ui/offering-words.ts'
import { requireContext } from '#app/people/require-context.server.ts'
import {
  formatDate,
  formatDateRange,
  formatMoney,
  formatNearDate,
  formatTime,
  formatTimeRange,
  dayInput,
  startSentence,
} from '#app/platform/i18n/format.ts'
import { listBookings } from '#app/schedule/list-bookings.server.ts'
import { readCount } from '#app/schedule/rules/read-search.ts'
import { statusBadge } from '#app/schedule/ui/booking-words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterChips } from '#app/ui/filter-chips.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { searchWith } from '#app/ui/search-link.ts'
import { TimeRail, TimeRailItem } from '#app/ui/time-rail.tsx'
import type { Route } from './+types/bookings.ts'

export async function loader({ params, context, url }: Route.LoaderArgs) {
  const { searchParams } = url
  const found = await listBookings(requireContext(context), {
    childId: params.childId,
    show: searchParams.get('show') === 'past' ? 'past' : 'upcoming',
    lineId: searchParams.get('line'),
    page: readCount(searchParams.get('page')) ?? 1,
  })
  if (found === null) throw data(null, { status: 404 })
  return found
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData === undefined ? m.ui_brand() : m.ui_page_title({ title: titleOf(loaderData) }) },
]

type Data = Route.ComponentProps['loaderData']
type Booking = Data['bookings'][number]

export default function Bookings({ loaderData }: Route.ComponentProps) {
  const { child, bookings, paging } = loaderData
  const days = [...new Set(bookings.map(({ startsAt }) => dayInput(startsAt)))]
  return (
    <>
      <PageHead
        over={child.givenName}
        title={titleOf(loaderData)}
        actions={
          <ButtonLink to={`/family/${child.id}/book`} icon="plus" className="max-lg:hidden">
            {m.schedule_bookings_book()}
          </ButtonLink>
        }
      />
      <div className="split">
        <div>
          <Filters {...loaderData} />
          {bookings.length === 0 ? <NoBookings {...loaderData} /> : null}
          {days.map((day) => (
            <section key={day} className="mb-4" aria-labelledby={`day-${day}`}>
              <h2 id={`day-${day}`} className="mb-1 text-lg">
                {dayHeading(day, loaderData.now)}
              </h2>
              <TimeRail>
                {bookings
                  .filter(({ startsAt }) => dayInput(startsAt) === day)
                  .map((booking) => (
                    <BookingItem key={booking.bookingId} booking={booking} />
                  ))}
              </TimeRail>
            </section>
          ))}
          <Pagination {...paging} />
        </div>
        <aside>
          <WeekLoad {...loaderData} />
        </aside>
      </div>
    </>
  )
}

function titleOf({ show, paging }: Data): string {
  const count = paging.total
  if (show === 'past') {
    return count === 0 ? m.schedule_bookings_title_past_none() : m.schedule_bookings_title_past({ count })
  }
  return count === 0 ? m.schedule_bookings_title_none() : m.schedule_bookings_title_upcoming({ count })
}

/** A day of another year says which, instead of its weekday. */
function dayHeading(day: string, now: string): string {
  const isThisYear = day.slice(0, 4) === dayInput(now).slice(0, 4)
  return startSentence(formatNearDate(day, now, getLocale(), isThisYear ? 'day-heading' : 'long'))
}

function BookingItem({ booking }: { booking: Booking }) {
  const locale = getLocale()
  const badge = statusBadge(booking)
  // In the list of what is coming, being booked is the rule; only what differs is said.
  const isPlain = booking.state === 'booked' && !booking.isOver
  return (
    <TimeRailItem
      time={formatTime(booking.startsAt, locale)}
      timeNote={formatTime(booking.endsAt, locale)}
      dateTime={booking.startsAt}
      gone={booking.state === 'cancelled'}
      title={
        <Link
          to={`/family/${booking.childId}/bookings/${booking.bookingId}`}
          aria-label={`${ownText(booking.service)}, ${formatDate(booking.startsAt, locale)}, ${formatTimeRange(booking.startsAt, booking.endsAt, locale)}`}
        >
          {ownText(booking.service)}
        </Link>
      }
      badge={
        isPlain ? undefined : (
          <Badge tone={badge.tone} icon={badge.icon}>
            {badge.text}
          </Badge>
        )
      }
    >
      <p>
        {booking.specialistName}, {ownText(booking.profession)}
      </p>
      <p>
        {startSentence(whereText(booking))}, {formatMoney(booking.price, locale)}
      </p>
    </TimeRailItem>
  )
}

function Filters({ show, lines, lineId }: Data) {
  const { search } = useLocation()
  const to = (changes: Record<string, string | null>) => searchWith(search, { page: null, ...changes })
  return (
    <div className="mb-2">
      <FilterChips
        label={m.schedule_bookings_show()}
        chips={[
          { to: to({ show: null }), label: m.schedule_bookings_upcoming(), isOn: show === 'upcoming' },
          { to: to({ show: 'past' }), label: m.schedule_bookings_past(), isOn: show === 'past' },
        ]}
      />
      {lines.length > 1 ? (
        <FilterChips
          label={m.schedule_bookings_services()}
          chips={[
            { to: to({ line: null }), label: m.schedule_bookings_all_services(), isOn: lineId === null },
            ...lines.map((line) => ({
              to: to({ line: line.lineId }),
              label: ownText(line.service),
              isOn: lineId === line.lineId,
            })),
          ]}
        />
      ) : null}
    </div>
  )
}

function WeekLoad({ weekLoad, child }: Data) {
  const limit = child.sessionsPerWeekLimit
  const words = [m.schedule_bookings_this_week(), m.schedule_bookings_next_week()]
  return (
    <Card title={m.schedule_bookings_load()}>
      <p className="small muted mb-2">{m.schedule_bookings_load_rule()}</p>
      <ul className="stack">
        {weekLoad.map(({ monday, sunday, sessions }, index) => (
          <li key={monday}>
            <span className="strong">{words[index]}</span>{' '}
            <span className="small muted">{formatDateRange(monday, sunday, getLocale())}</span>
            <div>
              {limit === null
                ? m.schedule_week_count({ count: sessions })
                : m.schedule_week_of({ count: sessions, limit })}
            </div>
            {limit !== null && sessions > limit ? (
              <Badge tone="attention" icon="alert">
                {m.schedule_bookings_over_limit()}
              </Badge>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function NoBookings({ show, lineId, child }: Data) {
  if (lineId !== null) return <EmptyState title={m.schedule_bookings_none_filtered()} icon="calendar" />
  if (show === 'past') return <EmptyState title={m.schedule_bookings_none_past()} icon="calendar" />
  return (
    <EmptyState
      title={m.schedule_bookings_none_text()}
      icon="calendar"
      action={<ButtonLink to={`/family/${child.id}/book`}>{m.schedule_bookings_book()}</ButtonLink>}
    />
  )
}
