import { Form, data } from 'react-router'
import { z } from 'zod'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { ownText } from '#app/marketplace/ui/offering-words.ts'
import { requireContext } from '#app/people/require-context.server.ts'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { formatDateTime, formatMoney } from '#app/platform/i18n/format.ts'
import { getBooking } from '#app/schedule/get-booking.server.ts'
import { getMove } from '#app/schedule/get-move.server.ts'
import type { MoveRefusal } from '#app/schedule/move-booking.server.ts'
import { moveBooking } from '#app/schedule/move-booking.server.ts'
import { readDay } from '#app/schedule/rules/read-search.ts'
import { readTimeChoice, writeTimeChoice } from '#app/schedule/rules/time-choice.ts'
import { tellRefusal } from '#app/schedule/tell-refusal.server.ts'
import { BookingFacts } from '#app/schedule/ui/booking-facts.tsx'
import { slotDays } from '#app/schedule/ui/day-slots.ts'
import { refusalText } from '#app/schedule/ui/refusal-words.ts'
import { SlotPages } from '#app/schedule/ui/slot-pages.tsx'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { SlotTiles } from '#app/ui/slot-tiles.tsx'
import type { Route } from './+types/move.ts'

export async function loader({ params, context, url }: Route.LoaderArgs) {
  const everyQuarter = url.searchParams.get('quarters') === '1'
  const firstDay = readDay(url.searchParams.get('from'))
  const found = await getMove(requireContext(context), { ...params, firstDay, everyQuarter })
  if (found === null) throw data(null, { status: 404 })
  return { ...found, everyQuarter }
}

const form = z.object({ revision: z.coerce.number().int().min(0) })

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = requireContext(context)
  // The child in the address is the child of the booking, or there is no such page.
  if ((await getBooking(ctx, params)) === null) throw data(null, { status: 404 })
  const entries = await request.formData()
  const sent = form.safeParse(Object.fromEntries(entries))
  if (!sent.success) throw data(null, { status: 400 })
  const typed = entries.get('time')
  const time = readTimeChoice(typeof typed === 'string' ? typed : null)
  if (time === null) {
    return data({ problem: m.schedule_times_missing(), isMissing: true, time: null }, { status: 400 })
  }
  const moved = await moveBooking(ctx, {
    bookingId: params.bookingId,
    specialistId: time.specialistId,
    startsAt: Temporal.Instant.from(time.startsAt),
    revision: sent.data.revision,
  })
  if (!moved.ok) {
    if (moved.refusal.kind === 'not-found') throw data(null, { status: 404 })
    return data({ problem: wordsOf(moved.refusal), isMissing: false, time: writeTimeChoice(time) }, { status: 409 })
  }
  const page = `/family/${moved.value.childId}/bookings/${moved.value.bookingId}`
  return redirectWithReceipt(context, page, {
    tone: 'ok',
    title: m.schedule_receipt_moved({ when: formatDateTime(time.startsAt, getLocale()) }),
    detail: m.schedule_receipt_moved_detail(),
  })
}

function wordsOf(refusal: MoveRefusal): string {
  const locale = getLocale()
  switch (refusal.kind) {
    case 'not-live':
      return m.schedule_move_not_live()
    case 'changed-meanwhile':
      return m.schedule_refused_changed()
    case 'too-late-to-move':
      return m.schedule_move_too_late({
        when: formatDateTime(refusal.freeUntil.toString(), locale, 'day-until'),
        charge: formatMoney(refusal.charge, locale),
      })
    default:
      return refusalText(tellRefusal(refusal))
  }
}

/** After a refusal the free times are read anew. */
export function shouldRevalidate() {
  return true
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData === undefined ? m.ui_brand() : m.ui_page_title({ title: titleOf(loaderData) }) },
]

type Data = Route.ComponentProps['loaderData']

export default function Move({ loaderData, actionData }: Route.ComponentProps) {
  const { booking, days } = loaderData
  const here = `/family/${booking.childId}/bookings/${booking.bookingId}`
  const locale = getLocale()
  return (
    <>
      <PageHead
        back={{ to: here, label: ownText(booking.service) }}
        title={titleOf(loaderData)}
        lead={booking.canMove ? m.schedule_move_lead({ price: formatMoney(booking.price, locale) }) : undefined}
      />
      {actionData === undefined ? null : (
        <ErrorSummary
          title={m.schedule_nothing_changed()}
          errors={[{ text: actionData.problem, href: booking.canMove && days.length > 0 ? '#time' : undefined }]}
        />
      )}
      <div className="split split-wide">
        <div className="stack">
          {booking.canMove ? null : <CannotMove {...loaderData} here={here} />}
          {booking.canMove && days.length === 0 ? (
            <EmptyState title={m.schedule_times_none_title()} icon="calendar">
              <p>{m.schedule_times_none_text()}</p>
            </EmptyState>
          ) : null}
          {booking.canMove && days.length > 0 ? (
            <TimeForm
              {...loaderData}
              here={here}
              chosen={actionData?.time ?? null}
              isMissing={actionData?.isMissing ?? false}
            />
          ) : null}
          {booking.canMove ? <SlotPages {...loaderData} /> : null}
        </div>
        <aside>
          <Card title={booking.canCancel ? m.schedule_move_current() : m.schedule_booking_card()}>
            <BookingFacts booking={booking} />
          </Card>
        </aside>
      </div>
    </>
  )
}

function titleOf({ booking }: Data): string {
  if (!booking.canMove) return m.schedule_move_not_title()
  return m.schedule_move_title({ when: formatDateTime(booking.startsAt, getLocale()) })
}

type TimeFormProps = Data & { here: string; chosen: string | null; isMissing: boolean }

function TimeForm({ booking, days, specialists, here, chosen, isMissing }: TimeFormProps) {
  return (
    <Form method="post" className="stack">
      <input type="hidden" name="revision" value={booking.revision} />
      <SlotTiles
        id="time"
        name="time"
        required
        legend={<h2 className="mb-4">{m.schedule_move_choose()}</h2>}
        days={slotDays(days, specialists)}
        defaultValue={chosen ?? undefined}
        errors={isMissing ? [m.schedule_times_missing()] : undefined}
      />
      <div className="row">
        <SubmitButton>{m.schedule_move_confirm()}</SubmitButton>
        <ButtonLink variant="quiet" to={here}>
          {m.schedule_move_keep()}
        </ButtonLink>
      </div>
    </Form>
  )
}

function CannotMove({ booking, here }: Data & { here: string }) {
  const locale = getLocale()
  const isLate = booking.canCancel
  return (
    <>
      <p>
        {isLate
          ? m.schedule_move_too_late({
              when: formatDateTime(booking.freeUntil, locale, 'day-until'),
              charge: formatMoney(booking.chargeNow, locale),
            })
          : m.schedule_move_not_live()}
      </p>
      <div className="row">
        {isLate ? (
          <ButtonLink variant="secondary" to={`${here}/cancel`}>
            {m.schedule_booking_cancel()}
          </ButtonLink>
        ) : null}
        <ButtonLink variant="quiet" to={here}>
          {m.schedule_move_keep()}
        </ButtonLink>
      </div>
    </>
  )
}
