import { Form, data } from 'react-router'
import { z } from 'zod'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { ownText } from '#app/marketplace/ui/offering-words.ts'
import { requireContext } from '#app/people/require-context.server.ts'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { formatDateTime, formatMoney, formatMoneyChange, formatPercent } from '#app/platform/i18n/format.ts'
import { cents } from '#app/platform/money.ts'
import type { CancelRefusal } from '#app/schedule/cancel-booking.server.ts'
import { cancelBooking } from '#app/schedule/cancel-booking.server.ts'
import { getBooking } from '#app/schedule/get-booking.server.ts'
import { previewCancellation } from '#app/schedule/preview-cancellation.server.ts'
import { BookingFacts } from '#app/schedule/ui/booking-facts.tsx'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { SumLines } from '#app/ui/sum-lines.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { Route } from './+types/cancel.ts'

const longestNote = 200

export async function loader({ params, context }: Route.LoaderArgs) {
  const preview = await previewCancellation(requireContext(context), params)
  if (preview === null) throw data(null, { status: 404 })
  return preview
}

const hidden = z.object({
  revision: z.coerce.number().int().min(0),
  seenCharge: z.coerce.number().int().min(0).max(100_000_000),
})
const typed = z.object({
  reason: z.enum(['plans_changed', 'child_ill', 'other']).nullable().catch(null),
  note: z.string().trim().catch(''),
})

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = requireContext(context)
  // The child in the address is the child of the booking, or there is no such page.
  if ((await getBooking(ctx, params)) === null) throw data(null, { status: 404 })
  const entries = Object.fromEntries(await request.formData())
  const sent = hidden.safeParse(entries)
  if (!sent.success) throw data(null, { status: 400 })
  const { reason, note } = typed.parse(entries)
  const kept = { reason, note: note.slice(0, longestNote) }
  if (reason === null)
    return data({ field: 'reason' as const, problem: m.schedule_cancel_reason_missing(), kept }, { status: 400 })
  if (note.length > longestNote)
    return data({ field: 'note' as const, problem: m.schedule_cancel_note_long(), kept }, { status: 400 })

  const cancelled = await cancelBooking(ctx, {
    bookingId: params.bookingId,
    by: 'guardian',
    reason,
    // Only an ill child needs a note; what was typed for another reason is not kept.
    note: reason === 'child_ill' && note !== '' ? note : null,
    revision: sent.data.revision,
    seenChargeCents: cents(sent.data.seenCharge),
  })
  if (!cancelled.ok) {
    if (cancelled.refusal.kind === 'not-found') throw data(null, { status: 404 })
    return data({ field: null, problem: wordsOf(cancelled.refusal), kept }, { status: 409 })
  }
  const { childId, bookingId, charge, released } = cancelled.value
  const amount = formatMoney(released, getLocale())
  return redirectWithReceipt(context, `/family/${childId}/bookings/${bookingId}`, {
    tone: 'ok',
    title: m.schedule_receipt_cancelled(),
    detail:
      charge === 0
        ? m.schedule_receipt_cancelled_free({ amount })
        : m.schedule_receipt_cancelled_charged({ charge: formatMoney(charge, getLocale()), amount }),
  })
}

function wordsOf(refusal: CancelRefusal): string {
  const locale = getLocale()
  switch (refusal.kind) {
    case 'cost-changed':
      return m.schedule_refused_cost({ was: formatMoney(refusal.was, locale), is: formatMoney(refusal.is, locale) })
    case 'changed-meanwhile':
      return m.schedule_refused_changed()
    default:
      return m.schedule_move_not_live()
  }
}

/** After a refusal the cost is worked out anew. */
export function shouldRevalidate() {
  return true
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData === undefined ? m.ui_brand() : m.ui_page_title({ title: titleOf(loaderData) }) },
]

type Data = Route.ComponentProps['loaderData']
type Answer = Route.ComponentProps['actionData']

export default function Cancel({ loaderData, actionData }: Route.ComponentProps) {
  const { booking, usual } = loaderData
  const here = `/family/${booking.childId}/bookings/${booking.bookingId}`
  return (
    <>
      <PageHead back={{ to: here, label: ownText(booking.service) }} title={titleOf(loaderData)} />
      {actionData === undefined ? null : (
        <ErrorSummary
          title={m.schedule_nothing_changed()}
          errors={[{ text: actionData.problem, href: actionData.field === null ? undefined : `#${actionData.field}` }]}
        />
      )}
      <div className="split split-wide">
        <div className="stack">
          {booking.canCancel ? (
            <>
              <p>{whyText(loaderData)}</p>
              <Sum {...loaderData} />
              <CancelForm preview={loaderData} answer={actionData} here={here} />
            </>
          ) : (
            <>
              <p>{m.schedule_move_not_live()}</p>
              <ButtonLink variant="secondary" to={here}>
                {m.schedule_booked_see()}
              </ButtonLink>
            </>
          )}
        </div>
        <aside>
          <Card title={booking.canCancel ? m.schedule_move_current() : m.schedule_booking_card()}>
            <BookingFacts booking={booking} />
            {booking.canMove && usual.kind === 'free' ? (
              <p className="mt-4">
                <ButtonLink variant="quiet" to={`${here}/move`} icon="repeat">
                  {m.schedule_cancel_move_instead()}
                </ButtonLink>
              </p>
            ) : null}
          </Card>
        </aside>
      </div>
    </>
  )
}

function titleOf({ booking, usual }: Data): string {
  if (!booking.canCancel) return m.schedule_cancel_not_title()
  const when = formatDateTime(booking.startsAt, getLocale())
  if (usual.charge === 0) return m.schedule_cancel_title_free({ when })
  return m.schedule_cancel_title_late({ charge: formatMoney(usual.charge, getLocale()), when })
}

function whyText({ booking, usual, chargesLeft }: Data): string {
  const locale = getLocale()
  const until = formatDateTime(booking.freeUntil, locale, 'day-until')
  if (usual.kind === 'free') return m.schedule_cancel_why_free_in_time({ when: until })
  if (usual.charge === 0) return m.schedule_cancel_why_free_limit()
  const late = m.schedule_cancel_why_late({
    when: until,
    percent: formatPercent(booking.latePercent, locale),
    price: formatMoney(booking.price, locale),
  })
  return `${late} ${m.schedule_cancel_charges_left({ count: chargesLeft })}`
}

function Sum({ booking, usual }: Data) {
  const locale = getLocale()
  return (
    <SumLines
      lines={[
        { label: m.schedule_cancel_price(), value: formatMoney(booking.price, locale) },
        ...(usual.charge === 0
          ? []
          : [{ label: m.schedule_cancel_charge(), value: formatMoneyChange(-usual.charge, locale) }]),
        { label: m.schedule_cancel_back(), value: formatMoney(usual.release, locale), isResult: true },
        { label: m.schedule_cancel_line(), value: formatMoney(usual.lineAfter, locale), isMuted: true },
      ]}
    />
  )
}

function CancelForm({ preview, answer, here }: { preview: Data; answer: Answer; here: string }) {
  const { booking, usual } = preview
  const isCharged = usual.charge > 0
  return (
    <Form method="post" className="stack" noValidate>
      <input type="hidden" name="revision" value={booking.revision} />
      <input type="hidden" name="seenCharge" value={usual.charge} />
      <RadioGroup
        id="reason"
        name="reason"
        label={m.schedule_cancel_reason()}
        required
        defaultValue={answer?.kept.reason ?? undefined}
        errors={answer?.field === 'reason' ? [answer.problem] : undefined}
        options={[
          { value: 'plans_changed', label: m.schedule_cancel_reason_plans() },
          {
            value: 'child_ill',
            label: m.schedule_cancel_reason_ill(),
            hint: isCharged ? m.schedule_cancel_reason_ill_hint() : undefined,
          },
          { value: 'other', label: m.schedule_cancel_reason_other() },
        ]}
      />
      {isCharged ? (
        <TextField
          id="note"
          name="note"
          label={m.schedule_cancel_note()}
          hint={m.schedule_cancel_note_hint()}
          optional
          defaultValue={answer?.kept.note}
          errors={answer?.field === 'note' ? [answer.problem] : undefined}
        />
      ) : null}
      <div className="row">
        <SubmitButton variant="danger">
          {isCharged
            ? m.schedule_cancel_confirm_late({ charge: formatMoney(usual.charge, getLocale()) })
            : m.schedule_cancel_confirm_free()}
        </SubmitButton>
        <ButtonLink variant="quiet" to={here}>
          {m.schedule_cancel_keep()}
        </ButtonLink>
      </div>
      {isCharged ? <p className="small muted">{m.schedule_cancel_confirm_note_hint()}</p> : null}
    </Form>
  )
}
