import { data, Link } from 'react-router'
import { getGoals } from '#app/assessment/get-goals.server.ts'
import { readGoalForm } from '#app/assessment/read-goal-form.server.ts'
import { removeGoal } from '#app/assessment/remove-goal.server.ts'
import { saveGoal } from '#app/assessment/save-goal.server.ts'
import { AssessmentHead } from '#app/assessment/ui/assessment-head.tsx'
import { GoalForm, type SentGoal } from '#app/assessment/ui/goal-form.tsx'
import { GoalScaleView } from '#app/assessment/ui/goal-scale-view.tsx'
import { closedGoalsText, fieldsOfGoal, goalProblemText } from '#app/assessment/ui/goal-words.ts'
import { RemoveGoal, RemoveGoalPage } from '#app/assessment/ui/remove-goal.tsx'
import '#app/assessment/ui/expertise.css'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { answerAutosave, readAutosave } from '#app/platform/http/autosave.server.ts'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { formatDateTime } from '#app/platform/i18n/format.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import type { Route } from './+types/goal.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.expertise_goal_text() }) }]

export async function loader({ context, params: { assessmentId, goalId }, request }: Route.LoaderArgs) {
  const page = await getGoals(requireContext(context), { assessmentId })
  const goal = page?.goals.find(({ id, horizon }) => id === goalId && horizon !== 'wish')
  if (page === null || goal === undefined) throw data(null, { status: 404 })
  const isAsking = new URL(request.url).searchParams.get('remove') === 'ask'
  return { ...page, goal, isAsking: isAsking && page.canEdit }
}

/** The page again, with what was sent and why it was not taken. */
function comeBack(sent: SentGoal, status: number) {
  return data({ sent }, { status })
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData()
  return form.get('intent') === 'remove' ? remove(args) : save(args, form)
}

async function save({ context, params: { assessmentId, goalId } }: Route.ActionArgs, form: FormData) {
  const ctx = requireContext(context)
  const { isAutosave, version } = readAutosave(form)
  const draft = readGoalForm(form)
  const typed = typedTexts(form)
  const saved = await saveGoal(ctx, { assessmentId, goalId, version: version ?? -1, draft })
  if (saved.ok) {
    if (isAutosave) return answerAutosave(context, { saved: saved.value })
    const title = m.expertise_receipt_goal_saved()
    return redirectWithReceipt(context, `/assessments/${assessmentId}/goals`, { tone: 'ok', title })
  }
  const { refusal } = saved
  switch (refusal.kind) {
    case 'not-found':
      throw data(null, { status: 404 })
    case 'gone':
    case 'completed':
    case 'proposed':
    case 'agreed': {
      const text = refusal.kind === 'gone' ? m.expertise_refused_gone() : closedGoalsText(refusal.kind)
      if (isAutosave) return answerAutosave(context, { refused: text })
      return comeBack({ errors: [{ field: '', text }], typed, conflict: null }, 409)
    }
    case 'not-sensible': {
      const errors = refusal.problems.map(goalProblemText)
      if (isAutosave) return answerAutosave(context, { errors })
      return comeBack({ errors, typed, conflict: null }, 400)
    }
    case 'changed-meanwhile': {
      const { now } = refusal
      const at = now.changedAt ?? ctx.clock.now().toString()
      const conflict = { version: now.version, by: now.changedBy, at, values: fieldsOfGoal(now) }
      if (isAutosave) return answerAutosave(context, { conflict })
      return comeBack({ errors: [], typed, conflict }, 409)
    }
  }
}

async function remove({ context, params: { assessmentId, goalId } }: Route.ActionArgs) {
  const removed = await removeGoal(requireContext(context), { assessmentId, goalId })
  if (removed.ok) {
    const title = m.expertise_receipt_goal_removed()
    return redirectWithReceipt(context, `/assessments/${assessmentId}/goals`, { tone: 'ok', title })
  }
  const { refusal } = removed
  if (refusal.kind === 'not-found') throw data(null, { status: 404 })
  const text =
    refusal.kind === 'has-goals'
      ? m.expertise_goal_remove_has_goals({ count: refusal.count })
      : refusal.kind === 'has-notes'
        ? m.expertise_goal_remove_has_notes()
        : closedGoalsText(refusal.kind)
  return comeBack({ errors: [{ field: '', text }], typed: null, conflict: null }, 409)
}

function typedTexts(form: FormData): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const [name, value] of form) if (typeof value === 'string') texts[name] = value.replaceAll('\r\n', '\n')
  return texts
}

export default function GoalPage({ loaderData, actionData }: Route.ComponentProps) {
  const { head, goals, goal, canEdit, isAsking } = loaderData
  const sent = actionData !== undefined && 'sent' in actionData ? actionData.sent : null
  return (
    <>
      <AssessmentHead head={head} current="goals" />
      <ErrorSummary
        errors={(sent?.errors ?? []).map(({ field, text }) => (field === '' ? { text } : { text, href: `#${field}` }))}
      />
      <div className="stack goal-page" style={{ '--gap': '1.25rem' }}>
        <p>
          <Link to={`/assessments/${head.assessmentId}/goals`}>{m.expertise_back_to_goals()}</Link>
        </p>
        <div>
          <p className="small muted">
            {goal.horizon === 'short_term' ? m.expertise_goal_short() : m.expertise_goal_long()}
          </p>
          <h2 className="wish-words">{goal.text}</h2>
          {goal.changedBy === null || goal.changedAt === null ? null : (
            <p className="small muted">
              {m.expertise_goal_changed({
                name: goal.changedBy,
                time: formatDateTime(goal.changedAt, getLocale(), 'date'),
              })}
            </p>
          )}
        </div>
        {isAsking ? (
          <RemoveGoalPage goal={goal} />
        ) : canEdit ? (
          <>
            <GoalForm goal={goal} goals={goals} sent={sent} />
            <div>
              <RemoveGoal goal={goal} />
            </div>
          </>
        ) : goal.horizon === 'short_term' ? (
          <GoalScaleView goal={goal} />
        ) : null}
      </div>
    </>
  )
}
