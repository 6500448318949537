import { data } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { answerPeriodForm } from '#app/plan/answer-period-form.server.ts'
import { getPlanHistory } from '#app/plan/get-plan-history.server.ts'
import type { VersionView } from '#app/plan/rules/plan-history.ts'
import { readCompared } from '#app/plan/rules/plan-history.ts'
import { mayApprovePlans } from '#app/plan/rules/who-approves.ts'
import { PeriodChoice, periodText } from '#app/plan/ui/period-choice.tsx'
import { PeriodEnd } from '#app/plan/ui/period-end.tsx'
import { ExtendPeriod, ReleaseMoney, StartRevision } from '#app/plan/ui/period-forms.tsx'
import { PlanRequests } from '#app/plan/ui/plan-requests.tsx'
import { VersionList } from '#app/plan/ui/version-list.tsx'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import type { Route } from './+types/plan-versions.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.revision_staff_title() }) }]

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const ctx = requireContext(context)
  const search = new URL(request.url).searchParams
  const history = await getPlanHistory(ctx, { childId: params.childId, periodId: search.get('period') })
  if (history === null) throw data(null, { status: 404 })
  return { ...history, compared: readCompared(search), canChange: mayApprovePlans(ctx.actor.role) }
}

export async function action({ params: { childId }, request, context }: Route.ActionArgs) {
  const ctx = requireContext(context)
  const periodId = new URL(request.url).searchParams.get('period')
  const history = await getPlanHistory(ctx, { childId, periodId })
  if (history === null || history.shown === null || !mayApprovePlans(ctx.actor.role)) throw data(null, { status: 404 })
  const answer = await answerPeriodForm(ctx, {
    childId,
    periodId: history.shown.id,
    form: await request.formData(),
    locale: getLocale(),
  })
  if (answer.kind === 'not-found') throw data(null, { status: 404 })
  if (answer.kind === 'again') {
    const { status, ...sent } = answer
    return data(sent, { status })
  }
  return redirectWithReceipt(context, answer.to, { tone: 'ok', title: answer.title })
}

export default function PlanVersions({ loaderData: history, actionData }: Route.ComponentProps) {
  const { child, shown, versions, requests, end, compared, canChange } = history
  const draft = versions.find(({ state }) => state === 'draft')
  const isInForce = versions.some(({ state }) => state === 'approved')
  const form = actionData?.form ?? null
  const answer = actionData?.answer ?? null
  const error = form ?? answer
  return (
    <>
      <PageHead
        back={{ to: `/municipality/families/${child.id}`, label: m.revision_staff_back() }}
        title={m.revision_staff_title()}
        over={
          shown === null
            ? `${child.givenName} ${child.familyName}`
            : m.revision_changes_over({
                name: `${child.givenName} ${child.familyName}`,
                period: periodText(shown, getLocale()),
              })
        }
      />
      <ErrorSummary errors={error === null ? [] : [{ text: error.error, href: hrefOfError(form, answer) }]} />
      <PeriodChoice periods={history.periods} shown={shown} />
      <div className="split">
        <div className="stack" style={{ '--gap': '1.5rem' }}>
          <PlanRequests
            requests={requests}
            answering={canChange ? { hasDraft: draft !== undefined || shown?.phase === 'over', sent: answer } : null}
          />
          <VersionList
            versions={versions}
            audience="staff"
            hrefOf={(version) => hrefOf(child.id, version)}
            compared={compared}
            periodId={shown?.id ?? null}
          />
        </div>
        <aside className="stack static!" style={{ '--gap': '1.5rem' }}>
          {canChange && isInForce && draft === undefined && shown !== null && shown.phase !== 'over' ? (
            <StartRevision sent={form} />
          ) : null}
          {end === null || shown === null ? null : <PeriodEnd end={end} period={shown} />}
          {canChange && end !== null && shown !== null && end.returned.length === 0 ? (
            <ExtendPeriod period={shown} sent={form} />
          ) : null}
          {canChange && end?.unusedMoney === 'stays' && end.free > 0 && shown?.phase === 'over' ? (
            <ReleaseMoney end={end} sent={form} />
          ) : null}
        </aside>
      </div>
    </>
  )
}

function hrefOf(childId: string, { id, state, isSealed, origin }: VersionView): string {
  return state === 'draft' && !isSealed && origin === 'revision'
    ? `/municipality/families/${childId}/revisions/${id}`
    : `/plans/${id}`
}

function hrefOfError(form: { form: string; field: string } | null, answer: { requestId: string } | null): string {
  if (form !== null) return form.field === 'agree' ? '#agree' : `#${form.form}-${form.field}`
  return answer === null ? '' : `#answer-${answer.requestId}`
}
