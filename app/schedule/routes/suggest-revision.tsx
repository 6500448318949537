import { data, Form } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { formatDate, formatTimeRange, startSentence } from '#app/platform/i18n/format.ts'
import { findOwnSession } from '#app/schedule/find-own-session.server.ts'
import { suggestRevision } from '#app/schedule/suggest-revision.server.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import type { Route } from './+types/suggest-revision.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.revision_suggest_title() }) }]

export async function loader({ context, params }: Route.LoaderArgs) {
  const session = await findOwnSession(requireContext(context), params)
  if (session === null) throw data(null, { status: 404 })
  return session
}

export async function action({ context, params: { bookingId }, request }: Route.ActionArgs) {
  const sent = (await request.formData()).get('reason')
  const reason = typeof sent === 'string' ? sent : ''
  const suggested = await suggestRevision(requireContext(context), { bookingId, reason })
  if (suggested.ok) {
    return redirectWithReceipt(context, `/provider/sessions/${bookingId}`, {
      tone: 'ok',
      title: m.revision_suggest_sent(),
    })
  }
  if (suggested.refusal.kind === 'not-found') throw data(null, { status: 404 })
  const error =
    suggested.refusal.kind === 'too-long'
      ? m.revision_error_long({ most: suggested.refusal.most })
      : m.revision_error_reason()
  return data({ reason, error }, { status: 400 })
}

export default function SuggestRevision({ loaderData: session, actionData }: Route.ComponentProps) {
  const locale = getLocale()
  const { bookingId, childGivenName, startsAt, endsAt } = session
  const here = `/provider/sessions/${bookingId}`
  const when = startSentence(`${formatDate(startsAt, locale)}, ${formatTimeRange(startsAt, endsAt, locale)}`)
  return (
    <>
      <PageHead
        back={{ to: here, label: m.revision_suggest_back() }}
        over={`${childGivenName}, ${when}`}
        title={m.revision_suggest_title()}
        lead={m.revision_suggest_lead()}
      />
      <ErrorSummary errors={actionData === undefined ? [] : [{ text: actionData.error, href: '#reason' }]} />
      <Form method="post" className="stack max-w-152" noValidate>
        <TextArea
          id="reason"
          name="reason"
          label={m.revision_suggest_label()}
          rows={6}
          required
          defaultValue={actionData?.reason}
          errors={actionData === undefined ? undefined : [actionData.error]}
        />
        <div className="row">
          <SubmitButton>{m.revision_suggest_submit()}</SubmitButton>
          <ButtonLink variant="quiet" to={here}>
            {m.revision_cancel()}
          </ButtonLink>
        </div>
      </Form>
    </>
  )
}
