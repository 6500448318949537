import { data } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { periodText } from '#app/plan/ui/period-choice.tsx'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { answerObservationForm } from '#app/progress/answer-observation-form.server.ts'
import { getGoalTimeline } from '#app/progress/get-goal-timeline.server.ts'
import { GoalTimeline } from '#app/progress/ui/goal-timeline.tsx'
import { buttonClass, ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { readPage } from '#app/ui/read-sort.ts'
import type { Route } from './+types/family-goals.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.progress_goals_title() }) }]

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams
  const timeline = await getGoalTimeline(requireContext(context), {
    childId: params.childId,
    periodId: search.get('period'),
    goalId: search.get('goal'),
    page: readPage(search),
  })
  if (timeline === null) throw data(null, { status: 404 })
  return { timeline, newNoteId: crypto.randomUUID() }
}

export async function action({ params: { childId }, request, context, url }: Route.ActionArgs) {
  const form = await request.formData()
  const periodId = url.searchParams.get('period')
  const answered = await answerObservationForm(requireContext(context), { childId, periodId, form })
  if (answered.kind === 'not-found') throw data(null, { status: 404 })
  if (answered.kind === 'again') return data(answered.sent, { status: answered.status })
  return redirectWithReceipt(context, `/family/${childId}/goals${url.search}`, {
    tone: 'ok',
    title: answered.isCorrection ? m.progress_receipt_corrected() : m.progress_receipt_noted(),
  })
}

export default function FamilyGoals({ loaderData: { timeline, newNoteId }, actionData }: Route.ComponentProps) {
  const { child, shown, evaluation } = timeline
  return (
    <>
      <PageHead
        back={{ to: `/family/${child.id}/plan`, label: m.progress_goals_back() }}
        over={
          shown === null
            ? child.givenName
            : m.progress_goals_over({ name: child.givenName, period: periodText(shown, getLocale()) })
        }
        title={m.progress_goals_title()}
        lead={m.progress_goals_lead_family()}
        actions={
          timeline.writing === null ? undefined : (
            <a className={buttonClass({ variant: 'secondary' })} href="#write">
              {m.progress_goals_write()}
            </a>
          )
        }
      />
      <ErrorSummary errors={(actionData?.errors ?? []).map(({ field, text }) => errorOf(field, text, actionData))} />
      {evaluation.state === 'open' && shown !== null && !evaluation.hasHandedIn && timeline.hasPlan ? (
        <Note className="mb-6">
          <p>{m.progress_evaluation_ask()}</p>
          <p className="mt-3">
            <ButtonLink variant="secondary" size="small" to={`/family/${child.id}/evaluation?period=${shown.id}`}>
              {m.progress_evaluation_link()}
            </ButtonLink>
          </p>
        </Note>
      ) : null}
      <GoalTimeline timeline={timeline} newNoteId={newNoteId} sent={actionData ?? null} />
    </>
  )
}

/** A new note's fields are named by what they are; those of a correction stand open beside their error. */
function errorOf(field: string, text: string, sent: { isCorrection: boolean } | undefined) {
  return field === '' || sent?.isCorrection === true ? { text } : { text, href: `#${field}` }
}
