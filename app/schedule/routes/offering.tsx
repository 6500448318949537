import { Suspense, lazy } from 'react'
import { Form, data, useLocation } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { ownText } from '#app/marketplace/ui/offering-words.ts'
import { requireContext } from '#app/people/require-context.server.ts'
import { formatDate, formatDuration, formatMoney, formatNearDate, formatTime } from '#app/platform/i18n/format.ts'
import { getChoice } from '#app/schedule/get-choice.server.ts'
import { readCount, readDay } from '#app/schedule/rules/read-search.ts'
import { slotDays } from '#app/schedule/ui/day-slots.ts'
import { ProviderFacts } from '#app/schedule/ui/provider-facts.tsx'
import { SlotPages } from '#app/schedule/ui/slot-pages.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FilterChips } from '#app/ui/filter-chips.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { searchWith } from '#app/ui/search-link.ts'
import { SlotTiles } from '#app/ui/slot-tiles.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { Route } from './+types/offering.ts'

const SlotCalendar = lazy(() => import('#app/schedule/ui/slot-calendar.tsx'))

export async function loader({ params, context, url }: Route.LoaderArgs) {
  const { searchParams } = url
  const ctx = requireContext(context)
  const isCalendar = searchParams.get('view') === 'calendar'
  const everyQuarter = searchParams.get('quarters') === '1'
  const choice = await getChoice(ctx, {
    ...params,
    firstDay: readDay(searchParams.get('from')),
    specialistId: searchParams.get('specialist'),
    durationMinutes: readCount(searchParams.get('minutes')),
    everyQuarter,
    wholeWindow: isCalendar,
  })
  if (choice === null) throw data(null, { status: 404 })
  return {
    ...choice,
    isCalendar,
    everyQuarter,
    now: ctx.clock.now().toString(),
    chosen: searchParams.get('time'),
    kilometres: searchParams.get('km')?.slice(0, 20) ?? null,
    problem: searchParams.get('problem'),
  }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData === undefined ? m.ui_brand() : m.ui_page_title({ title: titleOf(loaderData) }) },
]

export default function OfferingPage({ loaderData, params }: Route.ComponentProps) {
  const { line, offering, child, knownSince, isCalendar, days } = loaderData
  const base = `/family/${params.childId}/book/${params.lineId}`
  const errors = problemsOf(loaderData.problem)
  const facts = (
    <ProviderFacts
      offering={offering}
      unit={line.unit}
      knownSince={knownSince}
      travelLimitMinutes={child.travelLimitMinutes}
    />
  )
  return (
    <>
      <PageHead
        back={{ to: base, label: m.schedule_back_to_choices() }}
        over={`${m.ui_step({ step: '2', total: '3' })} · ${ownText(line.service)}`}
        title={titleOf(loaderData)}
        lead={m.schedule_book_left({ amount: formatMoney(line.available, getLocale()) })}
      />
      <ErrorSummary errors={errors} />
      {isCalendar ? (
        <>
          <Options {...loaderData} />
          <CalendarView {...loaderData} base={`${base}/${offering.id}`} />
          {facts}
        </>
      ) : (
        <div className="split split-wide">
          <div>
            <Options {...loaderData} />
            {days.length === 0 ? (
              <EmptyState title={m.schedule_times_none_title()} icon="calendar">
                <p>{m.schedule_times_none_text()}</p>
              </EmptyState>
            ) : (
              <TimeForm {...loaderData} base={`${base}/${offering.id}`} />
            )}
            <SlotPages {...loaderData} />
          </div>
          <aside>{facts}</aside>
        </div>
      )}
    </>
  )
}

type Data = Route.ComponentProps['loaderData']

function titleOf({ offering, days, isFirstPage, firstDay, now }: Data): string {
  const provider = offering.providerName
  const first = days[0]?.starts[0]
  if (first === undefined) return m.schedule_times_title_none({ provider })
  const locale = getLocale()
  if (!isFirstPage) return m.schedule_times_title_later({ provider, date: formatDate(firstDay, locale, 'short') })
  const when = `${formatNearDate(first.startsAt, now, locale)}, ${formatTime(first.startsAt, locale)}`
  return m.schedule_times_title({ provider, when })
}

function problemsOf(problem: string | null) {
  if (problem === 'time') return [{ text: m.schedule_times_missing(), href: '#time' }]
  if (problem === 'km') return [{ text: m.schedule_times_kilometres_wrong(), href: '#km' }]
  if (problem === 'gone') return [{ text: m.schedule_refused_not_free(), href: '#time' }]
  return []
}

function Options({ offering, lengths, length, specialistId, isCalendar }: Data) {
  const { search } = useLocation()
  const to = (changes: Record<string, string | null>) => searchWith(search, { time: null, problem: null, ...changes })
  const views = [
    { to: to({ view: null }), label: m.schedule_times_view_list(), isOn: !isCalendar },
    { to: to({ view: 'calendar' }), label: m.schedule_times_view_calendar(), isOn: isCalendar },
  ]
  const people = [
    { to: to({ specialist: null }), label: m.schedule_times_anyone(), isOn: specialistId === null },
    ...offering.specialists.map(({ id, givenName, familyName }) => ({
      to: to({ specialist: id }),
      label: `${givenName} ${familyName}`,
      isOn: specialistId === id,
    })),
  ]
  return (
    <div className="mb-2">
      {lengths.length > 1 ? (
        <>
          <p className="strong mb-2">{m.schedule_times_length()}</p>
          <FilterChips
            label={m.schedule_times_length()}
            chips={lengths.map((minutes) => ({
              to: to({ minutes: minutes === offering.durationMinutes ? null : String(minutes) }),
              label: formatDuration(minutes, getLocale()),
              isOn: minutes === length,
            }))}
          />
        </>
      ) : null}
      {offering.specialists.length > 1 ? (
        <>
          <p className="strong mb-2">{m.schedule_times_who()}</p>
          <FilterChips label={m.schedule_times_who()} chips={people} />
        </>
      ) : null}
      <FilterChips label={m.schedule_times_view_label()} chips={views} />
    </div>
  )
}

/** A plain form of an address: choosing a time changes nothing yet, and a reload keeps it. */
function TimeForm({ base, days, offering, line, length, chosen, kilometres, problem }: Data & { base: string }) {
  const specialists = offering.specialists.map(({ id, givenName, familyName }) => ({
    id,
    name: `${givenName} ${familyName}`,
  }))
  return (
    <Form action={`${base}/check`} className="stack">
      <SlotTiles
        id="time"
        name="time"
        required
        legend={<h2 className="mb-4">{m.schedule_times_choose()}</h2>}
        days={slotDays(days, specialists)}
        defaultValue={chosen ?? undefined}
        errors={problem === 'time' ? [m.schedule_times_missing()] : undefined}
      />
      {length === offering.durationMinutes ? null : <input type="hidden" name="minutes" value={length} />}
      {line.unit === 'kilometre' ? (
        <TextField
          id="km"
          name="km"
          inputMode="numeric"
          label={m.schedule_times_kilometres()}
          hint={m.schedule_times_kilometres_hint()}
          required
          defaultValue={kilometres ?? undefined}
          errors={problem === 'km' ? [m.schedule_times_kilometres_wrong()] : undefined}
        />
      ) : null}
      <div>
        <SubmitButton>{m.schedule_times_next()}</SubmitButton>
      </div>
    </Form>
  )
}

function CalendarView({ base, days, bookings, length, offering, firstDay }: Data & { base: string }) {
  return (
    <section className="min-w-0 mb-8" aria-label={m.schedule_times_calendar_label()}>
      <noscript>
        <p>{m.schedule_times_calendar_script()}</p>
      </noscript>
      <p className="muted mb-4">{m.schedule_times_calendar_hint()}</p>
      <Suspense fallback={<p>{m.schedule_times_calendar_loading()}</p>}>
        <SlotCalendar
          firstDay={firstDay}
          starts={days.flatMap(({ starts }) => starts)}
          bookings={bookings}
          minutes={length}
          checkHref={`${base}/check`}
          extra={length === offering.durationMinutes ? {} : { minutes: String(length) }}
        />
      </Suspense>
    </section>
  )
}
