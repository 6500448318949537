import { data, Form, Link } from 'react-router'
import type { DeadlineProblem } from '#app/assessment/rules/deadlines.ts'
import type { TeamProblem } from '#app/assessment/rules/team.ts'
import { DeadlineFields } from '#app/assessment/ui/deadline-fields.tsx'
import { deadlineProblemText } from '#app/assessment/ui/deadline-words.ts'
import '#app/assessment/ui/workspace.css'
import { m } from '#app/paraglide/messages.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { getNewAssessment } from '#app/plan/get-new-assessment.server.ts'
import type { StartAssessmentRefusal } from '#app/plan/start-assessment.server.ts'
import { startAssessment } from '#app/plan/start-assessment.server.ts'
import { moneyText } from '#app/plan/ui/plan-words.ts'
import type { FieldError } from '#app/plan/ui/read-new-assessment-form.ts'
import { readNewAssessmentForm } from '#app/plan/ui/read-new-assessment-form.ts'
import { ExpertFields, GuardianFields } from '#app/plan/ui/team-fields.tsx'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import type { Route } from './+types/new-assessment.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.assessment_new_title() }) }]

export async function loader({ context, params }: Route.LoaderArgs) {
  const offered = await getNewAssessment(requireContext(context), params)
  if (offered === null) throw data(null, { status: 404 })
  return offered
}

export async function action({ context, params: { childId }, request }: Route.ActionArgs) {
  const { sent, read, errors } = readNewAssessmentForm(await request.formData())
  if (read === null) return data({ sent, errors }, { status: 400 })
  const started = await startAssessment(requireContext(context), { childId, ...read })
  if (started.ok) {
    return redirectWithReceipt(context, `/assessments/${started.value.assessmentId}`, {
      tone: 'ok',
      title: m.assessment_receipt_opened(),
      detail: m.assessment_receipt_opened_detail(),
    })
  }
  const { refusal } = started
  if (refusal.kind === 'not-found') throw data(null, { status: 404 })
  const isTaken = refusal.kind === 'overlaps' || refusal.kind === 'already-open'
  return data({ sent, errors: sentencesOf(refusal) }, { status: isTaken ? 409 : 422 })
}

function sentencesOf(refusal: Exclude<StartAssessmentRefusal, { kind: 'not-found' }>): FieldError[] {
  switch (refusal.kind) {
    case 'overlaps':
      return [{ field: 'startsOn', text: m.assessment_refused_overlaps() }]
    case 'already-open':
      return [{ field: 'startsOn', text: m.assessment_new_is_open() }]
    case 'period':
      return [{ field: 'lastDay', text: periodText(refusal.problem) }]
    case 'team':
      return refusal.problems.map(teamText)
    case 'deadlines':
      return refusal.problems.map((problem: DeadlineProblem) => ({
        field: problem.field,
        text: deadlineProblemText(problem),
      }))
    case 'not-invitable':
      return [{ field: 'experts', text: m.assessment_refused_not_invitable() }]
  }
}

function periodText(problem: 'not-forward' | 'too-long' | 'over'): string {
  if (problem === 'not-forward') return m.assessment_refused_period_backward()
  return problem === 'too-long' ? m.assessment_refused_period_long() : m.assessment_refused_period_over()
}

function teamText(problem: TeamProblem): FieldError {
  switch (problem) {
    case 'no-guardian':
      return { field: 'guardians', text: m.assessment_refused_no_guardian() }
    case 'no-expert':
      return { field: 'experts', text: m.assessment_refused_no_expert() }
    case 'no-lead':
    case 'several-leads':
      return { field: 'experts', text: m.assessment_refused_no_lead() }
    case 'named-twice':
      return { field: 'experts', text: m.assessment_refused_not_invitable() }
  }
}

export default function NewAssessmentPage({ loaderData: offered, actionData }: Route.ComponentProps) {
  const { child, openAssessmentId } = offered
  return (
    <>
      <PageHead
        back={{ to: `/municipality/families/${child.id}`, label: child.name }}
        title={m.assessment_new_title()}
        lead={m.assessment_new_lead()}
      />
      {openAssessmentId === null ? (
        <OpenForm offered={offered} answer={actionData} />
      ) : (
        <Note tone="attention">
          <p>{m.assessment_new_is_open()}</p>
          <p>
            <Link to={`/assessments/${openAssessmentId}`}>{m.assessment_open_assessment()}</Link>
          </p>
        </Note>
      )}
    </>
  )
}

type OpenFormProps = {
  offered: Route.ComponentProps['loaderData']
  answer: Route.ComponentProps['actionData']
}

function OpenForm({ offered, answer }: OpenFormProps) {
  const sent = answer?.sent
  const errors = answer?.errors ?? []
  const errorsOf = (field: string) => {
    const texts = errors.filter((error) => error.field === field).map((error) => error.text)
    return texts.length === 0 ? undefined : texts
  }
  const fields = { offered, sent, errorsOf }
  return (
    <>
      <ErrorSummary errors={errors.map(({ field, text }) => ({ text, href: `#${field}` }))} />
      <Form method="post" className="stack" style={{ '--gap': '1.5rem' }}>
        <Card title={m.assessment_new_period()}>
          <p className="muted mb-3">
            {offered.budget === null
              ? m.assessment_new_period_hint({ months: offered.months })
              : m.assessment_new_period_budget({ months: offered.months, budget: moneyText(offered.budget) })}
          </p>
          <div className="flex flex-wrap items-end gap-x-6 gap-y-4">
            <DateField
              id="startsOn"
              name="startsOn"
              label={m.assessment_new_starts()}
              defaultValue={sent?.startsOn ?? offered.startsOn}
              errors={errorsOf('startsOn')}
              required
            />
            <DateField
              id="lastDay"
              name="lastDay"
              label={m.assessment_new_last_day()}
              defaultValue={sent?.lastDay ?? offered.lastDay}
              errors={errorsOf('lastDay')}
              required
            />
          </div>
        </Card>
        <GuardianFields {...fields} />
        <ExpertFields {...fields} />
        <Card title={m.assessment_deadlines()}>
          <p className="muted mb-3">{m.assessment_deadlines_hint()}</p>
          <DeadlineFields values={sent ?? offered} errorsOf={errorsOf} />
        </Card>
        <div>
          <SubmitButton>{m.assessment_new_submit()}</SubmitButton>
        </div>
      </Form>
    </>
  )
}
