import { data, Link } from 'react-router'
import { z } from 'zod'
import { findSession } from '#app/delivery/find-session.server.ts'
import type { FormError } from '#app/delivery/read-session-form.server.ts'
import { readSessionForm } from '#app/delivery/read-session-form.server.ts'
import { confirmedReceipt, missedReceipt, sentenceOf, waivedReceipt } from '#app/delivery/session-answers.server.ts'
import { stateDelivery } from '#app/delivery/state-delivery.server.ts'
import { stateNotAttended } from '#app/delivery/state-not-attended.server.ts'
import { longestWords } from '#app/delivery/rules/objection.ts'
import { SessionFacts } from '#app/delivery/ui/session-facts.tsx'
import { SessionForms } from '#app/delivery/ui/session-forms.tsx'
import { SessionOutcome } from '#app/delivery/ui/session-outcome.tsx'
import { waiveFee } from '#app/delivery/waive-fee.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { localPath } from '#app/platform/http/local-path.ts'
import { formatDateTime, formatNearDate, formatTimeRange, startSentence } from '#app/platform/i18n/format.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import type { Route } from './+types/provider-session.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.delivery_session_page() }) }]

export async function loader({ context, params }: Route.LoaderArgs) {
  const session = await findSession(requireContext(context), params)
  if (session === null) throw data(null, { status: 404 })
  return session
}

const absence = z.object({
  cause: z.enum(['no-show', 'ill-with-note']).nullable().catch(null),
  asksFee: z.literal('on').optional().catch(undefined),
  note: z.string().nullable().catch(null),
})

/** Confirm as planned, confirm how it was, note that nobody came, or give up a fee. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const ctx = requireContext(context)
  const { bookingId } = params
  const session = await findSession(ctx, { bookingId })
  if (session === null) throw data(null, { status: 404 })
  const form = await request.formData()
  const locale = getLocale()
  const back = pathOfProvider(form.get('back')) ?? `/provider/sessions/${bookingId}`
  const again = (which: 'otherwise' | 'missed' | 'plain', errors: FormError[], status: number, values?: object) =>
    data({ form: which, errors, values: values ?? {} }, { status })

  if (form.has('asPlanned') || form.has('otherwise')) {
    const read = form.has('asPlanned') ? null : readSessionForm(form, session)
    if (read !== null && read.input === null) return again('otherwise', read.errors, 400, read.values)
    const stated = await stateDelivery(ctx, read?.input ?? { bookingId, how: 'as-planned' })
    if (stated.ok) return redirectWithReceipt(context, back, confirmedReceipt(session, stated.value, locale))
    if (stated.refusal.kind === 'not-found') throw data(null, { status: 404 })
    const error = sentenceOf(stated.refusal, locale)
    return again(read === null ? 'plain' : 'otherwise', [error], error.status, read?.values)
  }

  if (form.has('missed')) {
    const { cause, asksFee, note } = absence.parse(Object.fromEntries(form))
    const values = { cause: cause ?? '', asksFee: asksFee ?? '', missedNote: note ?? '' }
    if (cause === null) return again('missed', [{ field: 'cause', text: m.delivery_error_cause() }], 400, values)
    if ((note ?? '').length > longestWords) return again('missed', [tooLong()], 400, values)
    const stated = await stateNotAttended(ctx, { bookingId, cause, asksFee: asksFee === 'on', note })
    if (stated.ok) return redirectWithReceipt(context, back, missedReceipt(session, stated.value, locale))
    if (stated.refusal.kind === 'not-found') throw data(null, { status: 404 })
    const error = sentenceOf(stated.refusal, locale)
    return again('missed', [error], error.status, values)
  }

  const reason = z.string().nullable().catch(null).parse(form.get('reason'))
  if ((reason ?? '').length > longestWords) return again('plain', [tooLong()], 400)
  const waived = await waiveFee(ctx, { deliveryId: session.delivery?.deliveryId ?? '', reason })
  if (waived.ok) return redirectWithReceipt(context, back, waivedReceipt(waived.value, locale))
  if (waived.refusal.kind === 'not-found') throw data(null, { status: 404 })
  const error = sentenceOf(waived.refusal, locale)
  return again('plain', [error], error.status)
}

function tooLong(): FormError {
  return { field: '', text: m.delivery_error_note_long({ count: longestWords }) }
}

function pathOfProvider(value: unknown): string | null {
  const path = typeof value === 'string' ? localPath(value) : null
  return path !== null && /^\/provider(\?|$|\/)/.test(path) ? path : null
}

export default function ProviderSession({ loaderData: session, actionData }: Route.ComponentProps) {
  const locale = getLocale()
  const { now, startsAt, endsAt, childGivenName: name, state, isOver, hasBegun } = session
  const day = formatNearDate(startsAt, now, locale)
  const isLive = state === 'booked'
  const errors = actionData?.errors ?? []
  return (
    <>
      <PageHead
        back={{ to: '/provider', label: m.calendar_back_to_calendar() }}
        over={startSentence(`${day}, ${formatTimeRange(startsAt, endsAt, locale)}`)}
        title={name}
        actions={
          isLive && !isOver ? (
            <ButtonLink variant="secondary" to={`/provider/sessions/${session.bookingId}/cancel`}>
              {m.delivery_cancel_link()}
            </ButtonLink>
          ) : undefined
        }
      />
      <ErrorSummary errors={errors.map(({ field, text }) => (field === '' ? { text } : { text, href: `#${field}` }))} />
      {session.safetyNote === null ? null : (
        <Note tone="attention" className="mb-6">
          {m.delivery_safety({ note: session.safetyNote })}
        </Note>
      )}
      <div className="split split-wide">
        <div className="stack">
          {isLive && !isOver ? <Note>{m.delivery_not_over({ when: formatDateTime(endsAt, locale) })}</Note> : null}
          {isLive && hasBegun ? <SessionForms session={session} sent={actionData} /> : null}
          {isLive ? null : <SessionOutcome session={session} />}
        </div>
        <aside>
          <Card title={m.delivery_facts_title()}>
            <SessionFacts session={session} />
            {hasBegun && state !== 'cancelled' ? (
              <p className="mt-4">
                <Link to={`/provider/sessions/${session.bookingId}/notes`}>{m.progress_session_link()}</Link>
              </p>
            ) : null}
          </Card>
          <p className="mt-4">
            <Link className="inline-flex min-h-11 items-center" to={`/provider/sessions/${session.bookingId}/suggest`}>
              {m.revision_suggest_link()}
            </Link>
          </p>
        </aside>
      </div>
    </>
  )
}
