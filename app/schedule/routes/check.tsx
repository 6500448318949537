import { Form, Link, data, redirect, useLocation } from 'react-router'
import { z } from 'zod'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { ownText, ownTextOrNull, professionText, travelText, whereText } from '#app/marketplace/ui/offering-words.ts'
import { requireContext } from '#app/people/require-context.server.ts'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import {
  formatDate,
  formatDateTime,
  formatDuration,
  formatMoney,
  formatMoneyChange,
  formatQuantity,
  formatTime,
  formatTimeRange,
  startSentence,
} from '#app/platform/i18n/format.ts'
import { cents } from '#app/platform/money.ts'
import { bookSession } from '#app/schedule/book-session.server.ts'
import { checkChoice } from '#app/schedule/check-choice.server.ts'
import { readCount } from '#app/schedule/rules/read-search.ts'
import { readTimeChoice, writeTimeChoice } from '#app/schedule/rules/time-choice.ts'
import { tellRefusal } from '#app/schedule/tell-refusal.server.ts'
import { CancellingRule } from '#app/schedule/ui/cancelling-rule.tsx'
import { refusalText } from '#app/schedule/ui/refusal-words.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { searchWith } from '#app/ui/search-link.ts'
import { SumLines } from '#app/ui/sum-lines.tsx'
import type { Route } from './+types/check.ts'

/** What was chosen stands in the address, so that reload, back and a refusal keep it. */
function readChoice(url: URL) {
  const { searchParams } = url
  const time = readTimeChoice(searchParams.get('time'))
  const kilometres = readCount(searchParams.get('km'))
  return { time, kilometres, durationMinutes: readCount(searchParams.get('minutes')) }
}

export async function loader({ params, context, url }: Route.LoaderArgs) {
  const { time, ...size } = readChoice(url)
  if (time === null) throw backToTimes(url, 'time')
  const startsAt = Temporal.Instant.from(time.startsAt)
  const checked = await checkChoice(requireContext(context), {
    ...params,
    ...size,
    specialistId: time.specialistId,
    startsAt,
  })
  if (checked === null) throw data(null, { status: 404 })
  if (checked.kind === 'wrong-size') throw backToTimes(url, checked.unit === 'kilometre' ? 'km' : 'time')
  return { ...checked, requestKey: crypto.randomUUID() }
}

function backToTimes(url: URL, problem: 'time' | 'km'): Response {
  const search = new URLSearchParams(url.searchParams)
  search.set('problem', problem)
  return redirect(`${url.pathname.replace(/\/check$/, '')}?${search.toString()}`)
}

const form = z.object({ seenPrice: z.coerce.number().int().min(0).max(100_000_000), requestKey: z.uuid() })

export async function action({ request, params, context, url }: Route.ActionArgs) {
  const sent = form.safeParse(Object.fromEntries(await request.formData()))
  const { time, ...size } = readChoice(url)
  if (!sent.success || time === null) throw data(null, { status: 400 })
  const ctx = requireContext(context)
  const booked = await bookSession(ctx, {
    ...size,
    childId: params.childId,
    budgetLineId: params.lineId,
    offeringId: params.offeringId,
    specialistId: time.specialistId,
    startsAt: Temporal.Instant.from(time.startsAt),
    seenPriceCents: cents(sent.data.seenPrice),
    requestKey: sent.data.requestKey,
  })
  if (!booked.ok) {
    if (booked.refusal.kind === 'not-found') throw data(null, { status: 404 })
    return data({ refusal: tellRefusal(booked.refusal) }, { status: 409 })
  }
  const page = `/family/${params.childId}/bookings/${booked.value.bookingId}`
  const when = formatDateTime(time.startsAt, getLocale())
  return redirectWithReceipt(context, page, {
    tone: 'ok',
    title: m.schedule_receipt_booked({ when }),
    detail: m.schedule_receipt_booked_detail({ price: formatMoney(sent.data.seenPrice, getLocale()) }),
    link: { href: `${page}/cancel`, label: m.schedule_receipt_undo() },
  })
}

/** After a refusal everything is read anew: the price, what is free, what is left. */
export function shouldRevalidate() {
  return true
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData === undefined ? m.ui_brand() : m.ui_page_title({ title: titleOf(loaderData) }) },
]

type Data = Route.ComponentProps['loaderData']

export default function Check({ loaderData, actionData, params }: Route.ComponentProps) {
  const { line, offering, isFree, sameAs, left } = loaderData
  const base = `/family/${params.childId}/book/${params.lineId}/${params.offeringId}`
  const refusal = actionData?.refusal ?? (isFree ? null : { kind: 'not-a-free-slot' as const })
  const canConfirm = isFree && left >= 0
  return (
    <>
      <PageHead
        back={{ to: base, label: offering.providerName }}
        over={`${m.ui_step({ step: '3', total: '3' })} · ${ownText(line.service)}`}
        title={titleOf(loaderData)}
      />
      {sameAs === null && refusal !== null ? (
        <>
          <ErrorSummary title={m.schedule_nothing_booked()} errors={[{ text: refusalText(refusal) }]} />
          {isFree ? null : <Nearest {...loaderData} base={base} />}
        </>
      ) : null}
      <div className="split split-wide">
        <div className="stack">
          {sameAs === null ? null : (
            <Note tone="ok">
              {m.schedule_booked_already()}{' '}
              <Link to={`/family/${params.childId}/bookings/${sameAs}`}>{m.schedule_booked_see()}</Link>
            </Note>
          )}
          <Chosen {...loaderData} />
          <Warnings {...loaderData} />
        </div>
        <aside className="card stack">
          {isFree ? <Sum {...loaderData} /> : null}
          {left < 0 && actionData?.refusal.kind !== 'budget-exceeded' ? (
            <Note tone="attention">{refusalText({ kind: 'budget-exceeded', missing: -left })}</Note>
          ) : null}
          {isFree ? <CancellingRule {...loaderData.cancelling} /> : null}
          {canConfirm ? <Confirm {...loaderData} /> : null}
          <ButtonLink variant={canConfirm ? 'quiet' : 'primary'} wide to={base}>
            {m.schedule_other_time()}
          </ButtonLink>
        </aside>
      </div>
    </>
  )
}

function titleOf({ startsAt }: Data): string {
  return m.schedule_check_title({ when: formatDateTime(startsAt, getLocale()) })
}

/** The closest free times instead of one that cannot be had; the rest of the choice stays. */
function Nearest({ nearest, base }: Data & { base: string }) {
  const { search } = useLocation()
  if (nearest.length === 0) return null
  return (
    <section className="mb-6" aria-labelledby="nearest">
      <h2 id="nearest" className="mb-2">
        {m.schedule_nearest()}
      </h2>
      <div className="next">
        {nearest.map((time) => (
          <Link key={time.startsAt} to={`${base}/check${searchWith(search, { time: writeTimeChoice(time) })}`}>
            {formatDate(time.startsAt, getLocale(), 'day-short')}
            <b>{formatTime(time.startsAt, getLocale())}</b>
          </Link>
        ))}
      </div>
    </section>
  )
}

function Chosen({ child, line, offering, specialist, startsAt, endsAt, quantity, sameDay, week }: Data) {
  const locale = getLocale()
  const isCounted = line.unit === 'hour' || line.unit === 'kilometre'
  const note = ownTextOrNull(offering.note)
  return (
    <Facts
      facts={[
        {
          term: m.schedule_when(),
          value: startSentence(formatDate(startsAt, locale)),
          note: formatTimeRange(startsAt, endsAt, locale),
        },
        { term: m.schedule_what(), value: `${ownText(line.service)}: ${child.givenName}`, note },
        {
          term: m.schedule_who(),
          value: `${specialist.givenName} ${specialist.familyName}`,
          note: professionText({
            name: `${specialist.givenName} ${specialist.familyName}`,
            profession: specialist.profession,
            providerName: offering.providerName,
          }),
        },
        { term: m.schedule_where(), value: startSentence(whereText(offering)), note: travelText(offering) },
        ...(isCounted ? [{ term: m.schedule_amount(), value: formatQuantity(quantity, line.unit, locale) }] : []),
        {
          term: m.schedule_week_load(),
          value:
            week.limit === null
              ? m.schedule_week_count({ count: week.sessions })
              : m.schedule_week_of({ count: week.sessions, limit: week.limit }),
        },
        ...(sameDay.length === 0
          ? []
          : [
              {
                term: m.schedule_same_day(),
                value: sameDay
                  .map((other) =>
                    m.schedule_same_day_item({
                      time: formatTimeRange(other.startsAt, other.endsAt, locale),
                      service: ownText(other.service),
                    }),
                  )
                  .join('; '),
              },
            ]),
      ]}
    />
  )
}

/** What lies beyond the limits that the family set itself: it may go on. */
function Warnings({ child, offering, week }: Data) {
  const locale = getLocale()
  const isOverWeek = week.limit !== null && week.sessions > week.limit
  return (
    <>
      {offering.isBeyondTravelLimit && child.travelLimitMinutes !== null ? (
        <Note tone="attention">
          {m.marketplace_too_far_note({ limit: formatDuration(child.travelLimitMinutes, locale) })}
        </Note>
      ) : null}
      {isOverWeek && week.limit !== null ? (
        <Note tone="attention">
          {m.schedule_week_over({
            sessions: m.schedule_week_count({ count: week.sessions }),
            limit: String(week.limit),
          })}
        </Note>
      ) : null}
    </>
  )
}

function Sum({ line, price, left, periodLeft }: Data) {
  const locale = getLocale()
  return (
    <SumLines
      lines={[
        { label: m.schedule_line_now(), value: formatMoney(line.available, locale) },
        { label: m.schedule_this_booking(), value: formatMoneyChange(-price, locale) },
        { label: m.schedule_line_left(), value: formatMoney(left, locale), isResult: true },
        { label: m.schedule_period_left(), value: formatMoney(periodLeft, locale), isMuted: true },
      ]}
    />
  )
}

function Confirm({ price, requestKey }: Data) {
  return (
    <Form method="post" className="stack">
      <input type="hidden" name="seenPrice" value={price} />
      <input type="hidden" name="requestKey" value={requestKey} />
      <SubmitButton wide>{m.schedule_confirm({ price: formatMoney(price, getLocale()) })}</SubmitButton>
      <p className="small muted">{m.schedule_confirm_after()}</p>
    </Form>
  )
}
