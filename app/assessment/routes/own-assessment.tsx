import { data, Form } from 'react-router'
import { getOwnAssessment } from '#app/assessment/get-own-assessment.server.ts'
import { readExpertiseForm } from '#app/assessment/read-expertise-form.server.ts'
import { fieldsOfExpertText } from '#app/assessment/rules/functioning.ts'
import { saveOwnAssessment } from '#app/assessment/save-own-assessment.server.ts'
import { submitOwnAssessment } from '#app/assessment/submit-own-assessment.server.ts'
import { takeBackOwnAssessment } from '#app/assessment/take-back-own-assessment.server.ts'
import { AssessmentHead } from '#app/assessment/ui/assessment-head.tsx'
import { ExpertiseAside } from '#app/assessment/ui/expertise-aside.tsx'
import { ExpertiseForm, type SentExpertise } from '#app/assessment/ui/expertise-form.tsx'
import { ExpertiseReading } from '#app/assessment/ui/expertise-reading.tsx'
import { expertProblemText, missingText } from '#app/assessment/ui/expertise-words.ts'
import '#app/assessment/ui/expertise.css'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { answerAutosave, readAutosave } from '#app/platform/http/autosave.server.ts'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { formatDateTime } from '#app/platform/i18n/format.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Note } from '#app/ui/note.tsx'
import type { Route } from './+types/own-assessment.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.expertise_own_title() }) }]

export async function loader({ context, params }: Route.LoaderArgs) {
  const page = await getOwnAssessment(requireContext(context), params)
  if (page === null) throw data(null, { status: 404 })
  return page
}

/** The page again, with what was sent and why it was not taken. */
function comeBack(sent: SentExpertise, status: number) {
  return data({ sent }, { status })
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData()
  return form.get('intent') === 'take-back' ? takeBack(args) : save(args, form)
}

async function save({ context, params: { assessmentId } }: Route.ActionArgs, form: FormData) {
  const ctx = requireContext(context)
  const { isAutosave, version } = readAutosave(form)
  const text = readExpertiseForm(form)
  const typed = typedTexts(form)
  const saved = await saveOwnAssessment(ctx, { assessmentId, version: version ?? -1, text })
  if (saved.ok) {
    if (isAutosave) return answerAutosave(context, { saved: saved.value })
    if (form.get('intent') === 'hand-in') return handIn({ context, assessmentId, typed })
    const title = m.expertise_receipt_saved()
    return redirectWithReceipt(context, `/assessments/${assessmentId}/own`, { tone: 'ok', title })
  }
  const { refusal } = saved
  switch (refusal.kind) {
    case 'not-found':
      throw data(null, { status: 404 })
    case 'completed':
    case 'submitted': {
      const sentence = refusal.kind === 'completed' ? m.expertise_refused_completed() : m.expertise_refused_submitted()
      if (isAutosave) return answerAutosave(context, { refused: sentence })
      return comeBack({ errors: [{ field: '', text: sentence }], typed, conflict: null }, 409)
    }
    case 'not-sensible': {
      const errors = refusal.problems.map(expertProblemText)
      if (isAutosave) return answerAutosave(context, { errors })
      return comeBack({ errors, typed, conflict: null }, 400)
    }
    case 'changed-meanwhile': {
      const { now } = refusal
      const at = now.savedAt ?? ctx.clock.now().toString()
      const conflict = { version: now.version, by: now.name, at, values: fieldsOfExpertText(now.text) }
      if (isAutosave) return answerAutosave(context, { conflict })
      return comeBack({ errors: [], typed, conflict }, 409)
    }
  }
}

async function handIn({
  context,
  assessmentId,
  typed,
}: Pick<Route.ActionArgs, 'context'> & { assessmentId: string; typed: Record<string, string> }) {
  const handedIn = await submitOwnAssessment(requireContext(context), { assessmentId })
  if (handedIn.ok) {
    return redirectWithReceipt(context, `/assessments/${assessmentId}/own`, {
      tone: 'ok',
      title: m.expertise_receipt_handed_in(),
      detail: m.expertise_receipt_handed_in_detail(),
    })
  }
  const { refusal } = handedIn
  if (refusal.kind === 'not-found') throw data(null, { status: 404 })
  const errors =
    refusal.kind === 'not-ready'
      ? refusal.missing.map(missingText)
      : [{ field: '', text: m.expertise_refused_completed() }]
  return comeBack({ errors, typed, conflict: null }, refusal.kind === 'not-ready' ? 422 : 409)
}

async function takeBack({ context, params: { assessmentId } }: Route.ActionArgs) {
  const taken = await takeBackOwnAssessment(requireContext(context), { assessmentId })
  if (taken.ok) {
    const title = m.expertise_receipt_taken_back()
    return redirectWithReceipt(context, `/assessments/${assessmentId}/own`, { tone: 'ok', title })
  }
  if (taken.refusal.kind === 'not-found') throw data(null, { status: 404 })
  const text = taken.refusal.kind === 'proposed' ? m.expertise_refused_proposed() : m.expertise_refused_completed()
  return comeBack({ errors: [{ field: '', text }], typed: null, conflict: null }, 409)
}

function typedTexts(form: FormData): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const [name, value] of form) if (typeof value === 'string') texts[name] = value.replaceAll('\r\n', '\n')
  return texts
}

export default function OwnAssessmentPage({ loaderData, actionData }: Route.ComponentProps) {
  const { head, own, beside } = loaderData
  const sent = actionData !== undefined && 'sent' in actionData ? actionData.sent : null
  const { assessmentId, stage } = head
  const canTakeBack = ['wishes', 'assessing', 'goals', 'services'].includes(stage)
  return (
    <>
      <AssessmentHead head={head} current="own" />
      <ErrorSummary
        errors={(sent?.errors ?? []).map(({ field, text }) => (field === '' ? { text } : { text, href: `#${field}` }))}
      />
      <div className="expertise-split">
        <ExpertiseAside beside={beside} assessmentId={assessmentId} ownId={own.personId} />
        {own.submittedAt === null ? (
          <ExpertiseForm own={own} earlier={beside.earlier} sent={sent} />
        ) : (
          <div className="stack" style={{ '--gap': '1.5rem' }}>
            <Note tone="ok">
              {m.expertise_handed_in_at({ time: formatDateTime(own.submittedAt, getLocale(), 'date') })}
            </Note>
            <ExpertiseReading text={own.text} />
            {canTakeBack ? (
              <Form method="post">
                <SubmitButton variant="secondary" name="intent" value="take-back">
                  {m.expertise_take_back()}
                </SubmitButton>
              </Form>
            ) : null}
          </div>
        )}
      </div>
    </>
  )
}
