import { data, Form } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import type { AskForRevisionRefusal } from '#app/plan/ask-for-revision.server.ts'
import { askForRevision } from '#app/plan/ask-for-revision.server.ts'
import { getPlanHistory } from '#app/plan/get-plan-history.server.ts'
import { readCompared } from '#app/plan/rules/plan-history.ts'
import { PeriodChoice, periodText } from '#app/plan/ui/period-choice.tsx'
import { PeriodEnd } from '#app/plan/ui/period-end.tsx'
import { PlanRequests } from '#app/plan/ui/plan-requests.tsx'
import { VersionList } from '#app/plan/ui/version-list.tsx'
import { WorkerContact } from '#app/plan/ui/worker-contact.tsx'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import type { Route } from './+types/plan-changes.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.revision_changes_title() }) }]

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams
  const history = await getPlanHistory(requireContext(context), {
    childId: params.childId,
    periodId: search.get('period'),
  })
  if (history === null) throw data(null, { status: 404 })
  return { ...history, compared: readCompared(search) }
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const reason = text('reason')
  const periodId = text('periodId')
  const asked = await askForRevision(requireContext(context), { childId: params.childId, periodId, reason })
  if (asked.ok) {
    return redirectWithReceipt(context, `/family/${params.childId}/plan/changes?period=${periodId}`, {
      tone: 'ok',
      title: m.revision_ask_sent(),
      detail: m.revision_ask_sent_detail(),
    })
  }
  if (asked.refusal.kind === 'not-found') throw data(null, { status: 404 })
  const { status, error } = sentenceOf(asked.refusal)
  return data({ reason, error }, { status })
}

function sentenceOf(refusal: Exclude<AskForRevisionRefusal, { kind: 'not-found' }>): { status: number; error: string } {
  switch (refusal.kind) {
    case 'reason-needed':
      return { status: 400, error: m.revision_error_ask() }
    case 'too-long':
      return { status: 400, error: m.revision_error_long({ most: refusal.most }) }
    case 'no-plan':
      return { status: 409, error: m.revision_error_no_plan() }
    case 'period-over':
      return { status: 409, error: m.revision_ask_not_now() }
  }
}

export default function PlanChanges({ loaderData: history, actionData }: Route.ComponentProps) {
  const { child, shown, versions, requests, end, worker, compared } = history
  const hasPlan = versions.some(({ state }) => state === 'approved')
  return (
    <>
      <PageHead
        back={{ to: `/family/${child.id}/plan`, label: m.plan_title() }}
        title={m.revision_changes_title()}
        over={
          shown === null
            ? child.givenName
            : m.revision_changes_over({ name: child.givenName, period: periodText(shown, getLocale()) })
        }
        lead={hasPlan ? m.revision_changes_lead() : m.revision_changes_lead_none()}
      />
      <ErrorSummary errors={actionData === undefined ? [] : [{ text: actionData.error, href: '#reason' }]} />
      <PeriodChoice periods={history.periods} shown={shown} />
      <div className="split">
        <div className="stack" style={{ '--gap': '1.5rem' }}>
          {shown === null || !hasPlan ? null : (
            <Ask
              periodId={shown.id}
              isOver={shown.phase === 'over'}
              sent={actionData?.reason ?? ''}
              error={actionData?.error}
            />
          )}
          <PlanRequests requests={requests} answering={null} />
          <VersionList
            versions={versions}
            audience="family"
            hrefOf={({ id }) => `/family/${child.id}/decisions/${id}`}
            compared={compared}
            periodId={shown?.id ?? null}
          />
        </div>
        <aside className="stack static!" style={{ '--gap': '1.5rem' }}>
          {end === null || shown === null ? null : <PeriodEnd end={end} period={shown} />}
          {worker === null ? null : (
            <Card>
              <WorkerContact worker={worker} />
            </Card>
          )}
        </aside>
      </div>
    </>
  )
}

type AskProps = { periodId: string; isOver: boolean; sent: string; error: string | undefined }

function Ask({ periodId, isOver, sent, error }: AskProps) {
  if (isOver) return <Note>{m.revision_ask_not_now()}</Note>
  return (
    <Card title={m.revision_ask_title()}>
      <Form method="post" className="stack" noValidate>
        <input type="hidden" name="periodId" value={periodId} />
        <TextArea
          id="reason"
          name="reason"
          label={m.revision_ask_label()}
          hint={m.revision_ask_hint()}
          rows={5}
          required
          defaultValue={sent}
          errors={error === undefined ? undefined : [error]}
        />
        <SubmitButton>{m.revision_ask_submit()}</SubmitButton>
      </Form>
    </Card>
  )
}
