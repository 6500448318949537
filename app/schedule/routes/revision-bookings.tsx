import { data, Form } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { saveRevision } from '#app/plan/edit-revision.server.ts'
import { ownText, unitsText } from '#app/plan/ui/plan-words.ts'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { formatDate, formatMoney, formatTimeRange, startSentence } from '#app/platform/i18n/format.ts'
import { cancelBooking } from '#app/schedule/cancel-booking.server.ts'
import type { TouchedLine } from '#app/schedule/list-touched-bookings.server.ts'
import { listTouchedBookings } from '#app/schedule/list-touched-bookings.server.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Money } from '#app/ui/money.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'
import type { Route } from './+types/revision-bookings.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.revision_settle_title() }) }]

export async function loader({ params, context }: Route.LoaderArgs) {
  const touched = await listTouchedBookings(requireContext(context), params)
  if (touched === null) throw data(null, { status: 404 })
  return touched
}

/** Cancels one session in the municipality's name, or keeps all of a line by raising its units to what they need. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const ctx = requireContext(context)
  const touched = await listTouchedBookings(ctx, params)
  if (touched === null) throw data(null, { status: 404 })
  const form = await request.formData()
  const here = `/municipality/families/${params.childId}/revisions/${params.planId}/bookings`
  const done = (title: string) => redirectWithReceipt(context, here, { tone: 'ok', title })

  const kept = touched.lines.find(({ serviceId }) => serviceId === form.get('keep'))
  if (kept !== undefined) {
    const { planId, editVersion, reason, lines } = touched.revision
    const why = lines.find(({ serviceId }) => serviceId === kept.serviceId)?.reason ?? ''
    const line = { serviceId: kept.serviceId, units: kept.floor, reason: why }
    const saved = await saveRevision(ctx, { planId, editVersion, reason, lines: [line] })
    return saved.ok ? done(m.revision_settle_kept()) : data({ error: m.revision_problem_conflict() }, { status: 409 })
  }

  const booking = touched.lines
    .flatMap(({ bookings }) => bookings)
    .find(({ bookingId }) => bookingId === form.get('cancel'))
  if (booking === undefined) return data({ error: m.revision_settle_changed() }, { status: 409 })
  const cancelled = await cancelBooking(ctx, {
    bookingId: booking.bookingId,
    by: 'municipality',
    reason: 'other',
    note: m.revision_settle_note(),
    revision: Number(form.get('revision')),
  })
  if (!cancelled.ok) return data({ error: m.revision_settle_changed() }, { status: 409 })
  return done(m.revision_settle_cancelled({ amount: formatMoney(cancelled.value.released, getLocale()) }))
}

export default function RevisionBookings({ loaderData, actionData }: Route.ComponentProps) {
  const { revision, lines, settled, all, now } = loaderData
  const draft = `/municipality/families/${revision.childId}/revisions/${revision.planId}`
  return (
    <>
      <PageHead
        back={{ to: draft, label: m.revision_settle_back() }}
        title={m.revision_settle_title()}
        over={revision.childName}
        lead={m.revision_settle_lead()}
      />
      <ErrorSummary errors={actionData === undefined ? [] : [{ text: actionData.error }]} />
      {all === 0 ? null : <p className="strong mb-4">{m.revision_settle_progress({ done: settled, all })}</p>}
      {lines.length === 0 ? (
        <EmptyState
          title={m.revision_settle_none()}
          icon="check"
          action={<ButtonLink to={draft}>{m.revision_settle_back()}</ButtonLink>}
        />
      ) : (
        <div className="stack" style={{ '--gap': '1.5rem' }}>
          {lines.map((line) => (
            <Line line={line} now={now} key={line.serviceId} />
          ))}
        </div>
      )}
    </>
  )
}

function Line({ line, now }: { line: TouchedLine; now: string }) {
  const locale = getLocale()
  const name = ownText(line.name)
  return (
    <Card title={name}>
      <p>
        {m.revision_settle_line({
          units: unitsText(line.units, line.unit),
          floor: unitsText(line.floor, line.unit),
        })}
      </p>
      {line.bookings.length === 0 ? <p className="mt-2">{m.revision_settle_money()}</p> : null}
      <ul className="mt-3">
        {line.bookings.map((booking) => {
          const when = startSentence(
            `${formatDate(booking.startsAt, locale)}, ${formatTimeRange(booking.startsAt, booking.endsAt, locale)}`,
          )
          return (
            <li
              key={booking.bookingId}
              className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-3"
            >
              <div className="min-w-0 basis-full sm:flex-1 sm:basis-auto">
                <b className="block">{when}</b>
                <span className="small muted">
                  {m.revision_settle_with({ specialist: booking.specialist, provider: booking.provider })}
                </span>
              </div>
              <Money cents={booking.price} />
              {booking.endsAt <= now ? (
                <span className="small muted">{m.revision_settle_over()}</span>
              ) : (
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="revision" value={booking.revision} />
                  <SubmitButton variant="secondary" size="small" name="cancel" value={booking.bookingId}>
                    {m.revision_settle_cancel()}
                    <VisuallyHidden>{`, ${when}`}</VisuallyHidden>
                  </SubmitButton>
                </Form>
              )}
            </li>
          )
        })}
      </ul>
      <Form method="post" className="mt-4">
        <SubmitButton variant="secondary" name="keep" value={line.serviceId}>
          {m.revision_settle_keep({ units: unitsText(line.floor, line.unit) })}
        </SubmitButton>
      </Form>
    </Card>
  )
}
