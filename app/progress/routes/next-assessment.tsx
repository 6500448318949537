import { data, Form } from 'react-router'
import { z } from 'zod'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { readDay } from '#app/platform/http/form-values.ts'
import { formatDate, formatDateRange } from '#app/platform/i18n/format.ts'
import type { NextAssessmentProblem } from '#app/progress/rules/next-assessment.ts'
import type { StartReassessmentRefusal } from '#app/progress/start-reassessment.server.ts'
import { getReassessmentOffer, startReassessment } from '#app/progress/start-reassessment.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Select } from '#app/ui/select.tsx'
import type { Route } from './+types/next-assessment.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.progress_next_title() }) }]

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const periodId = new URL(request.url).searchParams.get('period') ?? ''
  const offer = await getReassessmentOffer(requireContext(context), { childId: params.childId, periodId })
  if (offer === null) throw data(null, { status: 404 })
  return offer
}

const text = z.string().max(40).catch('')
const starting = z.object({ from: text, to: text, lead: text })

export async function action({ params: { childId }, request, context, url }: Route.ActionArgs) {
  const values = starting.parse(Object.fromEntries(await request.formData()))
  const [startsOn, lastDay] = [readDay(values.from), readDay(values.to)]
  const hasLead = z.uuid().safeParse(values.lead).success
  const errors = [
    ...(startsOn === null ? [{ field: 'from', text: m.progress_error_day() }] : []),
    ...(lastDay === null ? [{ field: 'to', text: m.progress_error_day() }] : []),
    ...(hasLead ? [] : [{ field: 'lead', text: m.progress_next_error_lead() }]),
  ]
  if (startsOn === null || lastDay === null || errors.length > 0) return data({ errors, values }, { status: 400 })
  const started = await startReassessment(requireContext(context), {
    childId,
    periodId: url.searchParams.get('period') ?? '',
    startsOn,
    endsBefore: lastDay.add({ days: 1 }),
    leadId: values.lead,
  })
  if (started.ok) {
    return redirectWithReceipt(context, `/assessments/${started.value.assessmentId}`, {
      tone: 'ok',
      title: m.progress_next_receipt(),
      detail: m.progress_next_receipt_detail(),
    })
  }
  if (started.refusal.kind === 'not-found') throw data(null, { status: 404 })
  const { status, ...error } = sentenceOf(started.refusal)
  return data({ errors: [error], values }, { status })
}

function sentenceOf(refusal: Exclude<StartReassessmentRefusal, { kind: 'not-found' }>) {
  switch (refusal.kind) {
    case 'no-plan':
    case 'already-followed':
    case 'too-early':
      return { field: '', text: problemText(refusal), status: 409 }
    case 'overlaps':
      return { field: 'from', text: m.progress_next_error_overlaps(), status: 409 }
    case 'period':
      return { ...dateError(refusal.problem), status: 422 }
    case 'team':
      return refusal.problems.includes('no-guardian')
        ? { field: '', text: m.progress_next_error_guardian(), status: 422 }
        : { field: 'lead', text: m.progress_next_error_lead(), status: 422 }
    case 'not-invitable':
    case 'deadlines':
      return { field: 'lead', text: m.progress_next_error_lead(), status: 422 }
  }
}

function dateError(problem: 'not-forward' | 'too-long' | 'begins-before-the-end' | 'over') {
  switch (problem) {
    case 'begins-before-the-end':
      return { field: 'from', text: m.progress_next_error_begins() }
    case 'not-forward':
      return { field: 'to', text: m.progress_next_error_forward() }
    case 'too-long':
      return { field: 'to', text: m.progress_next_error_long() }
    case 'over':
      return { field: 'to', text: m.progress_next_error_over() }
  }
}

function problemText(problem: NextAssessmentProblem): string {
  switch (problem.kind) {
    case 'no-plan':
      return m.progress_next_no_plan()
    case 'already-followed':
      return m.progress_next_followed()
    case 'too-early':
      return m.progress_next_too_early({ date: formatDate(problem.firstDay, getLocale(), 'long-on') })
  }
}

export default function NextAssessmentPage({ loaderData: offer, actionData }: Route.ComponentProps) {
  const { child, period, problem, team } = offer
  const name = `${child.givenName} ${child.familyName}`
  return (
    <>
      <PageHead
        back={{ to: `/municipality/families/${child.id}/goals?period=${period.id}`, label: m.progress_goals_link() }}
        over={m.progress_next_over({ name, period: formatDateRange(period.startsOn, period.lastDay, getLocale()) })}
        title={m.progress_next_title()}
        lead={m.progress_next_lead()}
      />
      <ErrorSummary
        errors={(actionData?.errors ?? []).map(({ field, text: said }) =>
          field === '' ? { text: said } : { text: said, href: `#${field}` },
        )}
      />
      {problem === null ? (
        <div className="split split-wide">
          <StartForm offer={offer} sent={actionData} />
          <aside>
            <Card title={m.progress_next_team()}>
              <div className="stack small" style={{ '--gap': '0.75rem' }}>
                <p>{m.progress_next_team_guardians({ names: namesOf(team.guardians) })}</p>
                <p>
                  {team.experts.some(({ wasInTeam }) => wasInTeam)
                    ? m.progress_next_team_experts({ names: namesOf(team.experts.filter((one) => one.wasInTeam)) })
                    : m.progress_next_team_no_experts()}
                </p>
                <p className="muted">{m.progress_next_team_change()}</p>
              </div>
            </Card>
          </aside>
        </div>
      ) : (
        <Note tone="neutral">{problemText(problem)}</Note>
      )}
    </>
  )
}

function namesOf(people: readonly { name: string }[]): string {
  return people.map(({ name }) => name).join(', ')
}

type Sent = Route.ComponentProps['actionData']

function StartForm({ offer, sent }: { offer: Route.ComponentProps['loaderData']; sent: Sent }) {
  const errorsOf = (field: string) => sent?.errors.filter((error) => error.field === field).map((error) => error.text)
  return (
    <Card>
      <Form method="post" className="stack">
        <DateField
          id="from"
          name="from"
          label={m.progress_next_from()}
          defaultValue={sent?.values.from ?? offer.proposed.startsOn}
          errors={errorsOf('from')}
          required
        />
        <DateField
          id="to"
          name="to"
          label={m.progress_next_to()}
          defaultValue={sent?.values.to ?? offer.proposed.lastDay}
          errors={errorsOf('to')}
          required
        />
        <Select
          id="lead"
          name="lead"
          label={m.progress_next_lead_person()}
          hint={m.progress_next_lead_person_hint()}
          defaultValue={sent?.values.lead ?? offer.leadId ?? ''}
          errors={errorsOf('lead')}
          placeholder={true}
          options={offer.team.experts.map(({ personId, name }) => ({ value: personId, label: name }))}
          required
        />
        <SubmitButton>{m.progress_next_submit()}</SubmitButton>
      </Form>
    </Card>
  )
}
