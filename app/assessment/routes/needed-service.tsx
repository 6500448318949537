import { useState } from 'react'
import { data, Link } from 'react-router'
import type { AnswerQuestionRefusal } from '#app/assessment/answer-question.server.ts'
import { answerQuestion } from '#app/assessment/answer-question.server.ts'
import { getNeededService } from '#app/assessment/get-needed-services.server.ts'
import { removeNeededService } from '#app/assessment/remove-needed-service.server.ts'
import { draftTexts, problemError, readDraft, sentTexts } from '#app/assessment/routes/service-draft.ts'
import { longestText } from '#app/assessment/rules/needed-service.ts'
import { saveNeededService } from '#app/assessment/save-needed-service.server.ts'
import { AssessmentHead } from '#app/assessment/ui/assessment-head.tsx'
import { closedText, ownWords } from '#app/assessment/ui/needs-words.ts'
import { RemoveService } from '#app/assessment/ui/remove-service.tsx'
import { ServiceCost } from '#app/assessment/ui/service-cost.tsx'
import { ServiceFacts } from '#app/assessment/ui/service-facts.tsx'
import { ServiceForm } from '#app/assessment/ui/service-form.tsx'
import { ServiceQuestions } from '#app/assessment/ui/service-questions.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { answerAutosave, readAutosave, readText } from '#app/platform/http/autosave.server.ts'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { formatDateTime, formatNumber } from '#app/platform/i18n/format.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Note } from '#app/ui/note.tsx'
import type { Route } from './+types/needed-service.ts'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  {
    title: m.ui_page_title({
      title: loaderData === undefined ? m.needs_service_over() : ownWords(loaderData.service.name),
    }),
  },
]

export async function loader({ context, params }: Route.LoaderArgs) {
  const page = await getNeededService(requireContext(context), params)
  if (page === null) throw data(null, { status: 404 })
  return { ...page, texts: draftTexts(page.service) }
}

type Sent = {
  errors: { field: string; text: string }[]
  texts?: Record<string, string>
  conflict?: { version: number; by: string | null; at: string; values: Record<string, string> }
  question?: { questionId: string; answer: string; error: string }
}

/** The page again, with what was sent and why it was not taken. */
function comeBack(sent: Sent, status: number) {
  return data({ sent }, { status })
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData()
  switch (form.get('intent')) {
    case 'answer':
      return answer(args, form)
    case 'remove':
      return remove(args, form)
    default:
      return save(args, form)
  }
}

async function save({ context, params: { assessmentId, serviceId } }: Route.ActionArgs, form: FormData) {
  const ctx = requireContext(context)
  const { isAutosave, version } = readAutosave(form)
  const draft = readDraft(form)
  const saved = await saveNeededService(ctx, { assessmentId, serviceId, version: version ?? -1, draft })
  if (saved.ok) {
    if (isAutosave) return answerAutosave(context, { saved: saved.value })
    const service = await getNeededService(ctx, { assessmentId, serviceId })
    return redirectWithReceipt(context, `/assessments/${assessmentId}/services`, {
      tone: 'ok',
      title: m.needs_saved({ service: service === null ? '' : ownWords(service.service.name) }),
    })
  }
  const { refusal } = saved
  switch (refusal.kind) {
    case 'not-found':
      throw data(null, { status: 404 })
    case 'completed':
    case 'proposed': {
      const text = refusal.kind === 'proposed' ? m.needs_refused_proposed() : m.needs_refused_completed()
      if (isAutosave) return answerAutosave(context, { refused: text })
      return comeBack({ errors: [{ field: '', text }], texts: sentTexts(form) }, 409)
    }
    case 'not-sensible': {
      const errors = refusal.problems.map(problemError)
      if (isAutosave) return answerAutosave(context, { errors })
      return comeBack({ errors, texts: sentTexts(form) }, 400)
    }
    case 'changed-meanwhile': {
      const { now } = refusal
      const at = now.changedAt ?? ctx.clock.now().toString()
      const conflict = { version: now.version, by: now.changedBy, at, values: draftTexts(now) }
      if (isAutosave) return answerAutosave(context, { conflict })
      return comeBack({ errors: [], texts: sentTexts(form), conflict }, 409)
    }
  }
}

async function remove({ context, params: { assessmentId, serviceId } }: Route.ActionArgs, form: FormData) {
  const ctx = requireContext(context)
  const page = await getNeededService(ctx, { assessmentId, serviceId })
  const { version } = readAutosave(form)
  const removed = await removeNeededService(ctx, { assessmentId, serviceId, version: version ?? -1 })
  if (removed.ok) {
    return redirectWithReceipt(context, `/assessments/${assessmentId}/services`, {
      tone: 'ok',
      title: m.needs_removed({ service: page === null ? '' : ownWords(page.service.name) }),
    })
  }
  switch (removed.refusal.kind) {
    case 'not-found':
      throw data(null, { status: 404 })
    case 'changed-meanwhile':
      return comeBack({ errors: [{ field: '', text: m.needs_remove_changed() }] }, 409)
    case 'completed':
      return comeBack({ errors: [{ field: '', text: m.needs_refused_completed() }] }, 409)
    case 'proposed':
      return comeBack({ errors: [{ field: '', text: m.needs_refused_proposed() }] }, 409)
  }
}

async function answer({ context, params: { assessmentId, serviceId } }: Route.ActionArgs, form: FormData) {
  const sent = { questionId: readText(form, 'questionId'), answer: readText(form, 'answer') }
  const answered = await answerQuestion(requireContext(context), { assessmentId, ...sent })
  if (answered.ok) {
    return redirectWithReceipt(context, `/assessments/${assessmentId}/services/${serviceId}`, {
      tone: 'ok',
      title: m.needs_answered(),
    })
  }
  if (answered.refusal.kind === 'not-found') throw data(null, { status: 404 })
  const text = answerText(answered.refusal.kind)
  const status = answered.refusal.kind === 'empty' || answered.refusal.kind === 'too-long' ? 400 : 409
  const error = { field: `answer-${sent.questionId}`, text }
  return comeBack({ errors: [error], question: { ...sent, error: text } }, status)
}

function answerText(kind: Exclude<AnswerQuestionRefusal['kind'], 'not-found'>): string {
  switch (kind) {
    case 'completed':
      return m.needs_refused_completed()
    case 'empty':
      return m.needs_answer_empty()
    case 'too-long':
      return m.needs_error_long({ count: formatNumber(longestText, getLocale()) })
    case 'already-answered':
      return m.needs_answer_late()
  }
}

export default function NeededService({ loaderData, actionData }: Route.ComponentProps) {
  const { head, state, service, caps, goals, questions, weeks } = loaderData
  const sent = actionData !== undefined && 'sent' in actionData ? actionData.sent : null
  const texts = sent?.texts ?? loaderData.texts
  const [asked, setAsked] = useState(() => ({
    payer: service.payer,
    units: service.units,
    minimumUnits: service.minimumUnits,
    mode: service.mode,
  }))
  const errors = sent?.errors ?? []
  const { changedAt, changedBy } = service
  return (
    <>
      <AssessmentHead head={head} current="services" />
      <ErrorSummary errors={errors.map(({ field, text }) => (field === '' ? { text } : { text, href: `#${field}` }))} />
      <p>
        <Link to={`/assessments/${head.assessmentId}/services`}>{m.needs_back()}</Link>
      </p>
      <h2 className="mt-2">{ownWords(service.name)}</h2>
      <div className="split mt-4">
        <div className="stack">
          {state === 'open' ? (
            <ServiceForm
              assessmentId={head.assessmentId}
              service={service}
              texts={texts}
              goals={goals}
              weeks={weeks}
              errors={errors}
              conflict={sent?.conflict === undefined ? null : { ...sent.conflict, typed: texts }}
              onType={(form) => setAsked(readDraft(form))}
            />
          ) : (
            <>
              <Note tone="neutral">{closedText(state)}</Note>
              <ServiceFacts service={service} goals={goals} />
            </>
          )}
        </div>
        <aside className="stack">
          <ServiceCost asked={asked} unit={service.unit} caps={caps} />
          <ServiceQuestions
            questions={questions}
            canAnswer={state === 'open' || state === 'proposed'}
            sent={sent?.question ?? null}
          />
          {changedAt === null || changedBy === null ? null : (
            <p className="small muted">
              {m.needs_changed_by({ name: changedBy, when: formatDateTime(changedAt, getLocale(), 'date') })}
            </p>
          )}
          {state === 'open' ? <RemoveService service={service} /> : null}
        </aside>
      </div>
    </>
  )
}
