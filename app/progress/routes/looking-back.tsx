import { data } from 'react-router'
import { z } from 'zod'
import { AssessmentHead } from '#app/assessment/ui/assessment-head.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { PrintButton } from '#app/plan/ui/print-button.tsx'
import { answerAutosave, readAutosave, readText } from '#app/platform/http/autosave.server.ts'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { formatDate, formatDateRange } from '#app/platform/i18n/format.ts'
import { getLookingBack } from '#app/progress/get-looking-back.server.ts'
import type { SetAttainmentRefusal } from '#app/progress/set-attainment.server.ts'
import { longestAttainmentNote, setAttainment } from '#app/progress/set-attainment.server.ts'
import { AttainmentSummary } from '#app/progress/ui/attainment-summary.tsx'
import { EvaluationAnswersList } from '#app/progress/ui/evaluation-answers.tsx'
import { LookedBackGoal } from '#app/progress/ui/looked-back-goal.tsx'
import { PeriodServices, UseTotalsLine } from '#app/progress/ui/period-services.tsx'
import { Card } from '#app/ui/card.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import type { Route } from './+types/looking-back.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.assessment_tab_looking_back() }) }]

export async function loader({ params, context }: Route.LoaderArgs) {
  const view = await getLookingBack(requireContext(context), params)
  if (view === null) throw data(null, { status: 404 })
  return { ...view, longestNote: longestAttainmentNote }
}

const id = z.string().max(40).catch('')

/** One goal is measured: by its button, or by itself while its reason is typed. */
export async function action({ params: { assessmentId }, request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const { isAutosave, version } = readAutosave(form)
  const goalId = id.parse(form.get('goalId'))
  const level = readText(form, 'level')
  const note = readText(form, 'note')
  const again = (
    errors: { field: string; text: string }[],
    status: number,
    conflict: { version: number; by: string | null; at: string; values: Record<string, string> } | null = null,
  ) => {
    if (isAutosave) return answerAutosave(context, conflict === null ? { errors } : { conflict })
    const typed = { goalId, level, note }
    const sent = { ...typed, errors, conflict: conflict === null ? null : { ...conflict, typed } }
    return data({ sent }, { status })
  }
  if (!/^-?[0-2]$/.test(level)) return again([{ field: 'level', text: m.progress_back_level_error() }], 400)
  const measured = await setAttainment(requireContext(context), {
    assessmentId,
    goalId,
    level: Number(level),
    note,
    version: version ?? 0,
  })
  if (measured.ok) {
    if (isAutosave) return answerAutosave(context, { saved: measured.value })
    return redirectWithReceipt(context, `/assessments/${assessmentId}/looking-back`, {
      tone: 'ok',
      title: m.progress_back_level_receipt(),
    })
  }
  const { refusal } = measured
  if (refusal.kind === 'not-found') throw data(null, { status: 404 })
  if (refusal.kind === 'changed-meanwhile') {
    const { found } = refusal
    const text = m.progress_back_level_changed({ name: found.by, level: String(found.level), note: found.note })
    const values = { goalId, level: String(found.level), note: found.note }
    return again([{ field: '', text }], 409, { version: found.version, by: found.by, at: found.at, values })
  }
  const { status, ...error } = sentenceOf(refusal)
  return again([error], status)
}

function sentenceOf(refusal: Exclude<SetAttainmentRefusal, { kind: 'not-found' | 'changed-meanwhile' }>) {
  switch (refusal.kind) {
    case 'already-completed':
      return { field: '', text: m.progress_back_level_completed(), status: 409 }
    case 'level-out-of-range':
      return { field: 'level', text: m.progress_back_level_error(), status: 422 }
    case 'too-long':
      return { field: 'note', text: m.progress_error_long({ count: refusal.most }), status: 400 }
  }
}

export default function LookingBackPage({ loaderData: view, actionData }: Route.ComponentProps) {
  const locale = getLocale()
  const { head, previous, services, totals, goals, attainment, evaluations, mayMeasure, longestNote } = view
  const sent = actionData !== undefined && 'sent' in actionData ? actionData.sent : null
  const period = formatDateRange(previous.startsOn, previous.lastDay, locale)
  const scaled = goals.filter(({ horizon }) => horizon !== 'wish')
  const notesOf = (goalId: string) =>
    `/municipality/families/${head.childId}/goals?period=${previous.periodId}&goal=${goalId}#notes`
  return (
    <>
      <AssessmentHead head={head} current="looking-back" />
      <div className="mb-6 flex flex-wrap items-center justify-between gap-3">
        <p>{m.progress_back_lead({ period })}</p>
        <PrintButton />
      </div>
      <ErrorSummary
        errors={(sent?.errors ?? []).map(({ field, text }) =>
          field === 'level' ? { text, href: `#level-${sent?.goalId ?? ''}` } : { text },
        )}
      />
      <div className="stack" style={{ '--gap': '2rem' }}>
        <UseTotalsLine totals={totals} />
        <PeriodServices services={services} totals={totals} />
        <AttainmentSummary
          attainment={attainment}
          goals={scaled.map((goal) => ({ ...goal, attained: goal.attained?.level ?? null }))}
        />
        <Card title={m.progress_back_goals()}>
          {goals.length === 0 ? <p className="muted">{m.progress_back_goals_none()}</p> : null}
          <div className="stack" style={{ '--gap': '1.5rem' }}>
            {goals.map((goal) => (
              <LookedBackGoal
                key={goal.id}
                goal={goal}
                mayMeasure={mayMeasure}
                sent={sent?.goalId === goal.id ? sent : null}
                notesHref={notesOf(goal.id)}
                longestNote={longestNote}
              />
            ))}
          </div>
        </Card>
        <Card title={m.progress_back_family()}>
          {evaluations.length === 0 ? <p className="muted">{m.progress_back_family_none()}</p> : null}
          <div className="stack" style={{ '--gap': '1.5rem' }}>
            {evaluations.map((evaluation) => (
              <section className="looked-back stack" key={`${evaluation.personName}-${evaluation.submittedAt}`}>
                <h3>
                  {m.progress_back_family_by({
                    name: evaluation.personName,
                    date: formatDate(evaluation.submittedAt, locale, 'date-heading'),
                  })}
                </h3>
                <EvaluationAnswersList evaluation={evaluation} />
              </section>
            ))}
          </div>
        </Card>
      </div>
    </>
  )
}
