import { Form, data, redirect } from 'react-router'
import { z } from 'zod'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { formatDate, formatMoney, formatTimeRange } from '#app/platform/i18n/format.ts'
import { cancelBooking } from '#app/schedule/cancel-booking.server.ts'
import { findOwnSession } from '#app/schedule/find-own-session.server.ts'
import { stateText } from '#app/schedule/ui/session-words.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import type { Route } from './+types/provider-cancel.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.calendar_cancel_title() }) }]

export async function loader({ context, params }: Route.LoaderArgs) {
  const session = await findOwnSession(requireContext(context), params)
  if (session === null) throw data(null, { status: 404 })
  // Of what is no longer to come, the page of the session says what became of it.
  return session.state === 'booked' ? session : redirect(`/provider/sessions/${params.bookingId}`)
}

const reasons = ['specialist_ill', 'specialist_unavailable', 'place_unavailable', 'other'] as const
const longestWords = 500
const form = z.object({
  reason: z.enum(reasons).nullable().catch(null),
  words: z.string().catch(''),
  revision: z.coerce.number().int().catch(-1),
})

export async function action({ context, params, request }: Route.ActionArgs) {
  const ctx = requireContext(context)
  const { bookingId } = params
  const session = await findOwnSession(ctx, { bookingId })
  if (session === null) throw data(null, { status: 404 })
  const { reason, words, revision } = form.parse(Object.fromEntries(await request.formData()))
  const again = (error: { field: string; text: string }, status: number) =>
    data({ error, reason: reason ?? '', words }, { status })
  if (reason === null) return again({ field: 'reason', text: m.calendar_error_reason() }, 400)
  if (words.length > longestWords) {
    return again({ field: 'words', text: m.calendar_error_words_long({ count: longestWords }) }, 400)
  }
  if (reason === 'other' && words.trim() === '') return again({ field: 'words', text: m.calendar_error_words() }, 400)

  const cancelled = await cancelBooking(ctx, { bookingId, by: 'provider', reason, note: words, revision })
  if (cancelled.ok) {
    const amount = formatMoney(cancelled.value.released, getLocale())
    return redirectWithReceipt(context, '/provider', {
      tone: 'ok',
      title: m.calendar_cancelled(),
      detail: m.calendar_cancelled_detail({ amount }),
    })
  }
  switch (cancelled.refusal.kind) {
    case 'not-found':
      throw data(null, { status: 404 })
    case 'not-live': {
      const state = stateText(cancelled.refusal.state).toLocaleLowerCase(getLocale())
      return again({ field: '', text: m.calendar_cancel_not_live({ state }) }, 409)
    }
    case 'changed-meanwhile':
    case 'cost-changed':
    case 'already-over':
      return again({ field: '', text: m.calendar_cancel_changed() }, 409)
  }
}

export default function ProviderCancel({ loaderData: session, actionData }: Route.ComponentProps) {
  const locale = getLocale()
  const { bookingId, childGivenName: name, startsAt, endsAt, revision, price } = session
  const when = `${formatDate(startsAt, locale)}, ${formatTimeRange(startsAt, endsAt, locale)}`
  const here = `/provider/sessions/${bookingId}`
  const error = actionData?.error
  const errorsOf = (field: string) => (error?.field === field ? [error.text] : undefined)
  return (
    <div className="max-w-2xl">
      <PageHead
        back={{ to: here, label: m.calendar_back_to_session() }}
        title={m.calendar_cancel_title()}
        over={m.calendar_cancel_lead({ name, when })}
      />
      <ErrorSummary
        errors={
          error === undefined
            ? []
            : [error.field === '' ? { text: error.text } : { text: error.text, href: `#${error.field}` }]
        }
      />
      <Form method="post" className="stack" noValidate>
        <input type="hidden" name="revision" value={revision} />
        <Note>{m.calendar_cancel_effect({ amount: formatMoney(price, locale) })}</Note>
        <RadioGroup
          id="reason"
          name="reason"
          label={m.calendar_cancel_reason()}
          hint={m.calendar_cancel_reason_hint()}
          required
          defaultValue={actionData?.reason}
          errors={errorsOf('reason')}
          options={[
            { value: 'specialist_ill', label: m.calendar_reason_specialist_ill() },
            { value: 'specialist_unavailable', label: m.calendar_reason_specialist_unavailable() },
            { value: 'place_unavailable', label: m.calendar_reason_place_unavailable() },
            { value: 'other', label: m.calendar_reason_other() },
          ]}
        />
        <TextArea
          id="words"
          name="words"
          label={m.calendar_cancel_words()}
          optional
          rows={3}
          maxLength={longestWords}
          defaultValue={actionData?.words}
          errors={errorsOf('words')}
        />
        <div className="row">
          <SubmitButton variant="danger">{m.calendar_cancel_submit()}</SubmitButton>
          <ButtonLink variant="quiet" to={here}>
            {m.calendar_cancel_keep()}
          </ButtonLink>
        </div>
      </Form>
    </div>
  )
}
