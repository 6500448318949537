import { data } from 'react-router'
import { getExpertAssessment } from '#app/assessment/get-expert-assessment.server.ts'
import { AssessmentHead } from '#app/assessment/ui/assessment-head.tsx'
import { ExpertiseAside } from '#app/assessment/ui/expertise-aside.tsx'
import { ExpertiseReading } from '#app/assessment/ui/expertise-reading.tsx'
import '#app/assessment/ui/expertise.css'
import { professionText } from '#app/assessment/ui/family-words.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { formatDateTime, startSentence } from '#app/platform/i18n/format.ts'
import { Note } from '#app/ui/note.tsx'
import type { Route } from './+types/expert-assessment.ts'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: m.ui_page_title({ title: m.expertise_read_title({ name: loaderData?.expert.name ?? '' }) }) },
]

export async function loader({ context, params }: Route.LoaderArgs) {
  const page = await getExpertAssessment(requireContext(context), params)
  if (page === null) throw data(null, { status: 404 })
  return page
}

export default function ExpertAssessmentPage({ loaderData }: Route.ComponentProps) {
  const { head, expert, beside, isMine } = loaderData
  const { submittedAt } = expert
  return (
    <>
      <AssessmentHead head={head} current="overview" />
      <div className="expertise-split">
        <ExpertiseAside beside={beside} assessmentId={head.assessmentId} ownId={isMine ? expert.personId : null} />
        <div className="stack" style={{ '--gap': '1.5rem' }}>
          <div>
            <h2>{m.expertise_read_title({ name: expert.name })}</h2>
            <p className="muted">{startSentence(professionText(expert.profession))}</p>
          </div>
          <Note tone={submittedAt === null ? 'neutral' : 'ok'}>
            {submittedAt === null
              ? m.expertise_draft()
              : m.expertise_handed_in_at({ time: formatDateTime(submittedAt, getLocale(), 'date') })}
          </Note>
          <ExpertiseReading text={expert.text} />
        </div>
      </div>
    </>
  )
}
