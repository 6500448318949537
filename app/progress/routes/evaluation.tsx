import { data } from 'react-router'
import { z } from 'zod'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { PeriodChoice, periodText } from '#app/plan/ui/period-choice.tsx'
import { answerAutosave, readAutosave, readText } from '#app/platform/http/autosave.server.ts'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { formatDate } from '#app/platform/i18n/format.ts'
import { evaluatePeriod, getEvaluation } from '#app/progress/evaluate-period.server.ts'
import type { EvaluatePeriodRefusal } from '#app/progress/evaluate-period.server.ts'
import { evaluationQuestions, evaluationTexts } from '#app/progress/rules/family-evaluation.ts'
import { EvaluationAnswersList } from '#app/progress/ui/evaluation-answers.tsx'
import { EvaluationForm } from '#app/progress/ui/evaluation-form.tsx'
import { evaluationTextLabel, questionText } from '#app/progress/ui/progress-words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import type { Route } from './+types/evaluation.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.progress_evaluation_title() }) }]

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const periodId = new URL(request.url).searchParams.get('period')
  const view = await getEvaluation(requireContext(context), { childId: params.childId, periodId })
  if (view === null) throw data(null, { status: 404 })
  return view
}

const answer = z
  .enum(['1', '2', '3', '4', '5'])
  .transform((value) => answersByText[value])
  .nullable()
  .catch(null)
const answersByText = { '1': 1, '2': 2, '3': 3, '4': 4, '5': 5 } as const
const answered = z.object({
  helped_child: answer,
  helped_family: answer,
  had_strength: answer,
  could_choose: answer,
  was_heard: answer,
})

export async function action({ params: { childId }, request, context, url }: Route.ActionArgs) {
  const ctx = requireContext(context)
  const form = await request.formData()
  const { isAutosave, version } = readAutosave(form)
  const periodId = url.searchParams.get('period') ?? (await getEvaluation(ctx, { childId, periodId: null }))?.shown?.id
  if (periodId === undefined) throw data(null, { status: 404 })
  const given = answered.parse(Object.fromEntries(evaluationQuestions.map((name) => [name, form.get(name)])))
  const words = {
    what_changed: readText(form, 'what_changed'),
    what_was_hard: readText(form, 'what_was_hard'),
    what_next: readText(form, 'what_next'),
  }
  const isSubmitted = !isAutosave && form.get('intent') === 'submit'
  const input = { ...given, ...words, childId, periodId, version: version ?? 0, isSubmitted }
  const saved = await evaluatePeriod(ctx, input)
  if (saved.ok) {
    if (isAutosave) return answerAutosave(context, { saved: saved.value })
    return redirectWithReceipt(context, `/family/${childId}/evaluation?period=${periodId}`, {
      tone: 'ok',
      title: isSubmitted ? m.progress_evaluation_receipt() : m.progress_evaluation_saved(),
    })
  }
  const { refusal } = saved
  if (refusal.kind === 'not-found') throw data(null, { status: 404 })
  if (refusal.kind === 'changed-meanwhile') {
    const { evaluation } = refusal
    const values = Object.fromEntries([
      ...evaluationQuestions.map((name) => [name, String(evaluation[name] ?? '')] as const),
      ...evaluationTexts.map((name) => [name, evaluation[name]] as const),
    ])
    const conflict = { version: evaluation.version, by: null, at: evaluation.savedAt, values }
    if (isAutosave) return answerAutosave(context, { conflict })
    const typed = Object.fromEntries(
      [...evaluationQuestions, ...evaluationTexts].map((name) => [name, readText(form, name)]),
    )
    const text = m.progress_error_evaluation_changed()
    const sent = { errors: [{ field: '', text }], given, words, conflict: { ...conflict, typed } }
    return data({ sent }, { status: 409 })
  }
  const errors = errorsOf(refusal)
  if (isAutosave) return answerAutosave(context, { errors })
  const sent = { errors, given, words, conflict: null }
  return data({ sent }, { status: refusal.kind === 'too-long' ? 400 : 422 })
}

function errorsOf(refusal: Exclude<EvaluatePeriodRefusal, { kind: 'not-found' | 'changed-meanwhile' }>) {
  switch (refusal.kind) {
    case 'unanswered':
      return refusal.questions.map((field) => ({
        field,
        text: m.progress_error_unanswered({ question: questionText(field) }),
      }))
    case 'too-long':
      return refusal.fields.map((field) => ({
        field,
        text: `${evaluationTextLabel(field)} ${m.progress_error_long({ count: refusal.most })}`,
      }))
    case 'already-submitted':
      return [{ field: '', text: m.progress_error_evaluation_submitted() }]
    case 'not-open':
      return [{ field: '', text: m.progress_evaluation_closed() }]
  }
}

export default function EvaluationPage({ loaderData: view, actionData }: Route.ComponentProps) {
  const { child, periods, shown, window, evaluation } = view
  const locale = getLocale()
  const sent = actionData !== undefined && 'sent' in actionData ? actionData.sent : null
  const isHandedIn = evaluation !== null && evaluation.submittedAt !== null
  return (
    <>
      <PageHead
        back={{ to: `/family/${child.id}/goals`, label: m.progress_goals_link() }}
        over={
          shown === null
            ? child.givenName
            : m.progress_goals_over({ name: child.givenName, period: periodText(shown, locale) })
        }
        title={m.progress_evaluation_title()}
        lead={isHandedIn || window.state !== 'open' ? undefined : m.progress_evaluation_lead()}
      />
      <PeriodChoice periods={periods} shown={shown} />
      <ErrorSummary
        errors={(sent?.errors ?? []).map(({ field, text }) => (field === '' ? { text } : { text, href: `#${field}` }))}
      />
      {isHandedIn && evaluation.submittedAt !== null ? (
        <Card aside={<Badge tone="ok">{m.progress_evaluation_done_badge()}</Badge>}>
          <div className="stack">
            <p>{m.progress_evaluation_done({ date: formatDate(evaluation.submittedAt, locale, 'long-on') })}</p>
            <EvaluationAnswersList evaluation={evaluation} />
          </div>
        </Card>
      ) : window.state === 'open' ? (
        <EvaluationForm evaluation={evaluation} sent={sent} />
      ) : (
        <Note tone="neutral">
          {window.state === 'not-yet'
            ? m.progress_evaluation_not_yet({ date: formatDate(window.firstDay, locale, 'date-from') })
            : m.progress_evaluation_closed()}
        </Note>
      )}
    </>
  )
}
