import { data } from 'react-router'
import { z } from 'zod'
import { addGoal } from '#app/assessment/add-goal.server.ts'
import { agreeGoals } from '#app/assessment/agree-goals.server.ts'
import { getGoals } from '#app/assessment/get-goals.server.ts'
import { moveGoal } from '#app/assessment/move-goal.server.ts'
import { recordFamilyWish, recordWishesDone } from '#app/assessment/record-family-wish.server.ts'
import { reopenGoals } from '#app/assessment/reopen-goals.server.ts'
import { treeOfGoals } from '#app/assessment/rules/goal-tree.ts'
import { AgreeGoals, AgreedGoals } from '#app/assessment/ui/agree-goals.tsx'
import { AddGoal } from '#app/assessment/ui/add-goal.tsx'
import { AssessmentHead } from '#app/assessment/ui/assessment-head.tsx'
import { GoalCard } from '#app/assessment/ui/goal-card.tsx'
import { closedGoalsText, goalProblemText } from '#app/assessment/ui/goal-words.ts'
import { TellWishes } from '#app/assessment/ui/tell-wishes.tsx'
import { saveProblem } from '#app/assessment/ui/wish-problems.ts'
import '#app/assessment/ui/expertise.css'
import { m } from '#app/paraglide/messages.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { readText } from '#app/platform/http/autosave.server.ts'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Note } from '#app/ui/note.tsx'
import type { Route } from './+types/goals.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.assessment_tab_goals() }) }]

export async function loader({ context, params }: Route.LoaderArgs) {
  const page = await getGoals(requireContext(context), params)
  if (page === null) throw data(null, { status: 404 })
  return { ...page, newGoalId: crypto.randomUUID(), newWishId: crypto.randomUUID() }
}

type Sent = {
  errors: { field: string; text: string }[]
  typed: { kind: string; text: string; serves: string } | null
  /** A wish as the family told it. */
  wish?: string
}

/** The page again, with what was sent and why it was not taken. */
function comeBack(sent: Sent, status: number) {
  return data({ sent }, { status })
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData()
  const intent = form.get('intent')
  if (intent === 'up' || intent === 'down') return move(args, form, intent)
  if (intent === 'agree') return agree(args, form)
  if (intent === 'reopen') return reopen(args)
  if (intent === 'tell-wish') return tellWish(args, form)
  if (intent === 'tell-done') return tellDone(args)
  return add(args, form)
}

async function add({ context, params: { assessmentId } }: Route.ActionArgs, form: FormData) {
  const typed = { kind: readText(form, 'kind'), text: readText(form, 'text'), serves: readText(form, 'serves') }
  const { kind } = typed
  if (kind !== 'long_term' && kind !== 'short_term') {
    return comeBack({ errors: [{ field: 'kind', text: m.expertise_error_kind() }], typed }, 400)
  }
  const added = await addGoal(requireContext(context), {
    assessmentId,
    goalId: readText(form, 'goalId'),
    horizon: kind,
    text: typed.text,
    servesId: typed.serves === '' ? null : typed.serves,
  })
  const list = `/assessments/${assessmentId}/goals`
  if (added.ok) {
    return redirectWithReceipt(context, kind === 'short_term' ? `${list}/${added.value.goalId}` : list, {
      tone: 'ok',
      title: m.expertise_receipt_goal_saved(),
    })
  }
  const { refusal } = added
  switch (refusal.kind) {
    case 'not-found':
      throw data(null, { status: 404 })
    case 'not-sensible':
      return comeBack({ errors: refusal.problems.map(goalProblemText), typed }, 400)
    case 'too-many':
      return comeBack(
        { errors: [{ field: 'text', text: m.expertise_error_too_many({ most: refusal.most }) }], typed },
        422,
      )
    case 'completed':
    case 'proposed':
    case 'agreed':
      return comeBack({ errors: [{ field: '', text: closedGoalsText(refusal.kind) }], typed }, 409)
  }
}

async function move({ context, params: { assessmentId } }: Route.ActionArgs, form: FormData, direction: 'up' | 'down') {
  const moved = await moveGoal(requireContext(context), { assessmentId, goalId: readText(form, 'goalId'), direction })
  if (moved.ok) return data({ sent: null })
  if (moved.refusal.kind === 'not-found') throw data(null, { status: 404 })
  return comeBack({ errors: [{ field: '', text: closedGoalsText(moved.refusal.kind) }], typed: null }, 409)
}

async function agree({ context, params: { assessmentId } }: Route.ActionArgs, form: FormData) {
  const acceptedWishIds = form.getAll('accepted').filter((id) => typeof id === 'string')
  const agreed = await agreeGoals(requireContext(context), { assessmentId, acceptedWishIds })
  if (agreed.ok) {
    return redirectWithReceipt(context, `/assessments/${assessmentId}/goals`, {
      tone: 'ok',
      title: m.expertise_receipt_agreed(),
      detail: m.expertise_goals_agreed_next(),
      link: { href: `/assessments/${assessmentId}/services`, label: m.assessment_tab_services() },
    })
  }
  const { refusal } = agreed
  if (refusal.kind === 'not-found') throw data(null, { status: 404 })
  const text = refusal.kind === 'not-ready' ? m.expertise_agree_blocked_submit() : closedGoalsText(refusal.kind)
  const field = refusal.kind === 'not-ready' ? 'agree' : ''
  return comeBack({ errors: [{ field, text }], typed: null }, refusal.kind === 'not-ready' ? 422 : 409)
}

async function reopen({ context, params: { assessmentId } }: Route.ActionArgs) {
  const reopened = await reopenGoals(requireContext(context), { assessmentId })
  if (reopened.ok) {
    const title = m.expertise_receipt_reopened()
    return redirectWithReceipt(context, `/assessments/${assessmentId}/goals`, { tone: 'ok', title })
  }
  if (reopened.refusal.kind === 'not-found') throw data(null, { status: 404 })
  return comeBack({ errors: [{ field: '', text: closedGoalsText(reopened.refusal.kind) }], typed: null }, 409)
}

async function tellWish({ context, params: { assessmentId } }: Route.ActionArgs, form: FormData) {
  const [wishId, text] = [readText(form, 'wishId'), readText(form, 'wish')]
  if (!z.uuid().safeParse(wishId).success) throw data(null, { status: 400 })
  const told = await recordFamilyWish(requireContext(context), { assessmentId, wishId, text })
  if (told.ok) {
    const title = m.ranking_receipt_wish_told()
    return redirectWithReceipt(context, `/assessments/${assessmentId}/goals`, { tone: 'ok', title })
  }
  const { refusal } = told
  if (refusal.kind === 'not-found') throw data(null, { status: 404 })
  if (refusal.kind === 'completed') return tellRefused(m.ranking_refused_tell_completed(), '')
  if (refusal.kind === 'empty') return tellRefused(m.ranking_refused_tell_wish_empty(), 'wish', text)
  return tellRefused(saveProblem(refusal), 'wish', text)
}

async function tellDone({ context, params: { assessmentId } }: Route.ActionArgs) {
  const told = await recordWishesDone(requireContext(context), { assessmentId })
  if (told.ok) {
    const title = m.ranking_receipt_done_told()
    return redirectWithReceipt(context, `/assessments/${assessmentId}/goals`, { tone: 'ok', title })
  }
  if (told.refusal.kind === 'not-found') throw data(null, { status: 404 })
  return told.refusal.kind === 'completed'
    ? tellRefused(m.ranking_refused_tell_completed(), '')
    : tellRefused(m.ranking_refused_no_wish(), 'wish')
}

function tellRefused(text: string, field: 'wish' | '', typed = '') {
  const sent: Sent = { errors: [{ field, text }], typed: null, wish: typed }
  return comeBack(sent, field === '' ? 409 : 400)
}

export default function GoalsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { head, goals, agreedAt, canEdit, isProposed, telling, newGoalId, newWishId } = loaderData
  const { assessmentId } = head
  const sent = actionData?.sent ?? null
  const { wishes, free } = treeOfGoals(goals)
  const shared = { goals, assessmentId, canEdit }
  return (
    <>
      <AssessmentHead head={head} current="goals" />
      <ErrorSummary
        errors={(sent?.errors ?? []).map(({ field, text }) => (field === '' ? { text } : { text, href: `#${field}` }))}
      />
      <div className="stack" style={{ '--gap': '1.5rem' }}>
        <p className="muted">{m.expertise_goals_lead()}</p>
        {agreedAt === null ? null : <AgreedGoals agreedAt={agreedAt} canReopen={head.role === 'lead' && !isProposed} />}
        {wishes.length === 0 ? <Note>{m.expertise_goals_no_wishes()}</Note> : null}
        {wishes.map(({ wish, places }) => (
          <section className="wish-group" key={wish.id}>
            <div>
              <p className="small muted">{m.expertise_goals_wish()}</p>
              <h2 className="wish-words">{wish.text}</h2>
            </div>
            {places.length === 0 ? <p className="muted">{m.expertise_goals_none()}</p> : null}
            {places.map((place) => (
              <GoalCard {...place} {...shared} key={place.goal.id} />
            ))}
          </section>
        ))}
        {free.length === 0 ? null : (
          <section className="wish-group">
            <div>
              <h2>{m.expertise_goals_free()}</h2>
              <p className="muted">{m.expertise_goals_free_lead()}</p>
            </div>
            {free.map((place) => (
              <GoalCard {...place} {...shared} key={place.goal.id} />
            ))}
          </section>
        )}
        {telling === null ? null : (
          <TellWishes
            key={goals.length}
            wishId={newWishId}
            areDone={telling.areWishesDone}
            typed={sent?.wish ?? ''}
            errors={(sent?.errors ?? []).filter(({ field }) => field === 'wish').map(({ text }) => text)}
          />
        )}
        {canEdit ? <AddGoal goals={goals} newGoalId={newGoalId} sent={sent} key={newGoalId} /> : null}
        {canEdit ? <AgreeGoals goals={goals} isLead={head.role === 'lead'} /> : null}
      </div>
    </>
  )
}
