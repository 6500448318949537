import { data, Link } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { periodText } from '#app/plan/ui/period-choice.tsx'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { answerObservationForm } from '#app/progress/answer-observation-form.server.ts'
import { getGoalTimeline } from '#app/progress/get-goal-timeline.server.ts'
import { GoalTimeline } from '#app/progress/ui/goal-timeline.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { readPage } from '#app/ui/read-sort.ts'
import type { Route } from './+types/child-goals.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.progress_goals_title() }) }]

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams
  const ctx = requireContext(context)
  const timeline = await getGoalTimeline(ctx, {
    childId: params.childId,
    periodId: search.get('period'),
    goalId: search.get('goal'),
    page: readPage(search),
  })
  if (timeline === null) throw data(null, { status: 404 })
  return { timeline, newNoteId: crypto.randomUUID(), isExpert: ctx.actor.role === 'expert' }
}

export async function action({ params: { childId }, request, context, url }: Route.ActionArgs) {
  const form = await request.formData()
  const periodId = url.searchParams.get('period')
  const answered = await answerObservationForm(requireContext(context), { childId, periodId, form })
  if (answered.kind === 'not-found') throw data(null, { status: 404 })
  if (answered.kind === 'again') return data(answered.sent, { status: answered.status })
  return redirectWithReceipt(context, `/municipality/families/${childId}/goals${url.search}`, {
    tone: 'ok',
    title: answered.isCorrection ? m.progress_receipt_corrected() : m.progress_receipt_noted(),
  })
}

export default function ChildGoals({ loaderData, actionData }: Route.ComponentProps) {
  const { timeline, newNoteId, isExpert } = loaderData
  const { child, shown } = timeline
  const name = `${child.givenName} ${child.familyName}`
  return (
    <>
      <PageHead
        back={
          isExpert
            ? { to: '/assessments', label: m.assessment_back_to_list() }
            : { to: `/municipality/families/${child.id}`, label: m.progress_goals_back_file() }
        }
        over={shown === null ? name : m.progress_goals_over({ name, period: periodText(shown, getLocale()) })}
        title={m.progress_goals_title()}
        lead={m.progress_goals_lead_staff()}
        actions={<NextStep timeline={timeline} isExpert={isExpert} />}
      />
      <ErrorSummary
        errors={(actionData?.errors ?? []).map(({ field, text }) =>
          field === '' || actionData?.isCorrection === true ? { text } : { text, href: `#${field}` },
        )}
      />
      <GoalTimeline timeline={timeline} newNoteId={newNoteId} sent={actionData ?? null} />
    </>
  )
}

function NextStep({ timeline, isExpert }: Omit<Route.ComponentProps['loaderData'], 'newNoteId'>) {
  const { child, shown, next } = timeline
  if (shown === null) return null
  if (next.assessmentId !== null) {
    return <Link to={`/assessments/${next.assessmentId}/looking-back`}>{m.progress_next_open()}</Link>
  }
  if (isExpert || next.problem !== null) return null
  return (
    <ButtonLink variant="secondary" to={`/municipality/families/${child.id}/assessments/next?period=${shown.id}`}>
      {m.progress_next_link()}
    </ButtonLink>
  )
}
