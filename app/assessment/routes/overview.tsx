import { data } from 'react-router'
import { getOverview } from '#app/assessment/get-overview.server.ts'
import { runsAssessment } from '#app/assessment/rules/seat.ts'
import { runOverviewDeed } from '#app/assessment/run-overview-deed.server.ts'
import { AssessmentHead } from '#app/assessment/ui/assessment-head.tsx'
import { BlockerList } from '#app/assessment/ui/blocker-list.tsx'
import { OverviewForms } from '#app/assessment/ui/overview-forms.tsx'
import { DeadlineFacts, History, OpenQuestions, TeamFacts } from '#app/assessment/ui/overview-parts.tsx'
import { PartyList } from '#app/assessment/ui/party-list.tsx'
import '#app/assessment/ui/workspace.css'
import { m } from '#app/paraglide/messages.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import type { Route } from './+types/overview.ts'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: m.ui_page_title({ title: loaderData?.head.childName ?? m.assessment_list_title() }) },
]

export async function loader({ context, params }: Route.LoaderArgs) {
  const overview = await getOverview(requireContext(context), params)
  if (overview === null) throw data(null, { status: 404 })
  return overview
}

export async function action({ context, params: { assessmentId }, request }: Route.ActionArgs) {
  const answer = await runOverviewDeed(requireContext(context), { assessmentId, form: await request.formData() })
  if (answer.kind === 'not-found') throw data(null, { status: 404 })
  if (answer.kind === 'done') {
    return redirectWithReceipt(context, `/assessments/${assessmentId}`, { tone: 'ok', title: answer.title })
  }
  return data({ errors: answer.errors, deadlines: answer.deadlines }, { status: answer.status })
}

export default function OverviewPage({ loaderData: overview, actionData }: Route.ComponentProps) {
  const canRun = runsAssessment(overview.head.role)
  return (
    <>
      <AssessmentHead head={overview.head} current="overview" />
      <ErrorSummary
        errors={(actionData?.errors ?? []).map(({ field, text }) =>
          field === '' ? { text } : { text, href: `#${field}` },
        )}
      />
      <div className="split split-wide">
        <div className="stack" style={{ '--gap': '1.5rem' }}>
          <BlockerList overview={overview} />
          <OpenQuestions overview={overview} />
          <PartyList overview={overview} />
          {canRun ? <OverviewForms overview={overview} answer={actionData} /> : null}
          {canRun && overview.completedAt === null ? null : <DeadlineFacts overview={overview} />}
        </div>
        <aside className="stack" style={{ '--gap': '1.5rem' }}>
          <TeamFacts overview={overview} />
          <History overview={overview} />
        </aside>
      </div>
    </>
  )
}
