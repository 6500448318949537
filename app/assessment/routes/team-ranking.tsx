import { data } from 'react-router'
import { getRanking } from '#app/assessment/get-ranking.server.ts'
import type { ProposeOrderRefusal } from '#app/assessment/propose-order.server.ts'
import { proposeOrder } from '#app/assessment/propose-order.server.ts'
import { reopenProposal } from '#app/assessment/reopen-proposal.server.ts'
import { longestText } from '#app/assessment/rules/needed-service.ts'
import { moveInOrder, readMove, readOrder } from '#app/assessment/rules/ranking-text.ts'
import type { RankingView } from '#app/assessment/rules/ranking-view.ts'
import type { OwnOrderRefusal } from '#app/assessment/save-own-order.server.ts'
import { saveOwnOrder, takeBackOwnOrder } from '#app/assessment/save-own-order.server.ts'
import { AssessmentHead } from '#app/assessment/ui/assessment-head.tsx'
import { blockerText, FixOrder } from '#app/assessment/ui/fix-order.tsx'
import { OwnOrder } from '#app/assessment/ui/own-order.tsx'
import { ProposalState } from '#app/assessment/ui/proposal-state.tsx'
import { TeamMembers, TeamOrders } from '#app/assessment/ui/team-orders.tsx'
import '#app/assessment/ui/needs.css'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { answerAutosave, readAutosave, readText } from '#app/platform/http/autosave.server.ts'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { formatNumber } from '#app/platform/i18n/format.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import type { Route } from './+types/team-ranking.ts'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: m.ui_page_title({ title: m.needs_order_page_title({ name: loaderData?.head.childName ?? '' }) }) },
]

export async function loader({ context, params }: Route.LoaderArgs) {
  const view = await getRanking(requireContext(context), params)
  if (view === null) throw data(null, { status: 404 })
  return view
}

/** What comes back: sentences, and the order and reason of the lead's form, which nothing keeps until it is fixed. */
type Sent = { errors: { field: string; text: string }[]; fix?: { order: string[][]; reason: string } }

/** The page again, with what was sent and why it was not taken. */
function comeBack(sent: Sent, status: number) {
  return data({ sent }, { status })
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData()
  const intent = readText(form, 'intent')
  if (intent === 'reopen') return reopen(args)
  if (intent === 'take-back') return takeBack(args)
  return readText(form, 'form') === 'fix' ? fix(args, form, intent) : keepOwn(args, form, intent)
}

/** Saves an expert's order: by itself, by a button of the list without script, or handed in. */
async function keepOwn({ context, params: { assessmentId } }: Route.ActionArgs, form: FormData, intent: string) {
  const ctx = requireContext(context)
  const { isAutosave, version } = readAutosave(form)
  const move = readMove(intent)
  const sent = readOrder(readText(form, 'order'))
  const order = move === null ? sent : moveInOrder(sent, move.id, move.move)
  const isHandedIn = intent === 'hand-in'
  const saved = await saveOwnOrder(ctx, { assessmentId, order, isHandedIn })
  if (saved.ok) {
    if (isAutosave) {
      const savedAt = ctx.clock.now().toString()
      return answerAutosave(context, { saved: { version: (version ?? 0) + 1, savedAt } })
    }
    return redirectWithReceipt(context, `/assessments/${assessmentId}/ranking`, {
      tone: 'ok',
      title: isHandedIn ? m.needs_own_handed_in() : m.needs_own_saved(),
    })
  }
  const text = ownRefusalText(saved.refusal.kind)
  if (isAutosave) return answerAutosave(context, { refused: text })
  return comeBack({ errors: [{ field: '', text }] }, saved.refusal.kind === 'bad-order' ? 400 : 409)
}

async function takeBack({ context, params: { assessmentId } }: Route.ActionArgs) {
  const taken = await takeBackOwnOrder(requireContext(context), { assessmentId })
  if (!taken.ok) {
    return comeBack({ errors: [{ field: '', text: ownRefusalText(taken.refusal.kind) }] }, 409)
  }
  return redirectWithReceipt(context, `/assessments/${assessmentId}/ranking`, {
    tone: 'ok',
    title: m.needs_own_taken_back(),
  })
}

async function fix({ context, params: { assessmentId } }: Route.ActionArgs, form: FormData, intent: string) {
  const ctx = requireContext(context)
  const order = readOrder(readText(form, 'order'))
  const reason = readText(form, 'reason')
  const view = await getRanking(ctx, { assessmentId })
  if (view === null) throw data(null, { status: 404 })
  const move = readMove(intent)
  if (move !== null)
    return comeBack({ errors: [], fix: { order: moveInOrder(order, move.id, move.move), reason } }, 200)
  if (intent === 'average') return comeBack({ errors: [], fix: { order: view.team?.order ?? order, reason } }, 200)

  const proposed = await proposeOrder(ctx, { assessmentId, order, reason })
  if (proposed.ok) {
    return redirectWithReceipt(context, `/assessments/${assessmentId}/ranking`, {
      tone: 'ok',
      title: m.needs_fixed(),
      detail: m.needs_fixed_detail(),
    })
  }
  if (proposed.refusal.kind === 'not-found') throw data(null, { status: 404 })
  const { status, errors } = fixErrors(proposed.refusal, view.names)
  return comeBack({ errors, fix: { order, reason } }, status)
}

async function reopen({ context, params: { assessmentId } }: Route.ActionArgs) {
  const reopened = await reopenProposal(requireContext(context), { assessmentId })
  if (reopened.ok) {
    return redirectWithReceipt(context, `/assessments/${assessmentId}/ranking`, {
      tone: 'ok',
      title: m.needs_reopened(),
      detail: m.needs_reopened_detail(),
    })
  }
  if (reopened.refusal.kind === 'not-found') throw data(null, { status: 404 })
  const text = reopened.refusal.kind === 'completed' ? m.needs_refused_completed() : m.needs_reopened()
  return comeBack({ errors: [{ field: '', text }] }, 409)
}

function ownRefusalText(kind: OwnOrderRefusal['kind']): string {
  switch (kind) {
    case 'not-found':
      throw data(null, { status: 404 })
    case 'completed':
      return m.needs_refused_completed()
    case 'proposed':
      return m.needs_order_refused_proposed()
    case 'handed-in':
      return m.needs_order_refused_handed_in()
    case 'bad-order':
      return m.needs_order_refused()
  }
}

function fixErrors(refusal: Exclude<ProposeOrderRefusal, { kind: 'not-found' }>, names: RankingView['names']) {
  const one = (text: string, status: number, field = '') => ({ errors: [{ field, text }], status })
  switch (refusal.kind) {
    case 'completed':
      return one(m.needs_refused_completed(), 409)
    case 'proposed':
      return one(m.needs_order_refused_proposed(), 409)
    case 'bad-order':
      return one(m.needs_order_refused(), 400)
    case 'reason-too-long':
      return one(m.needs_error_long({ count: formatNumber(longestText, getLocale()) }), 400, 'reason')
    case 'not-ready':
      return {
        errors: refusal.blockers.map((blocker) => ({ field: '', text: blockerText(blocker, names) })),
        status: 422,
      }
    case 'reason-needed': {
      const missing = refusal.missing.join(', ')
      const errors = refusal.reasons.map((reason) => ({
        field: 'reason',
        text: reason === 'differs-from-team' ? m.needs_reason_differs() : m.needs_reason_without({ names: missing }),
      }))
      return { errors, status: 422 }
    }
  }
}

export default function TeamRanking({ loaderData: view, actionData }: Route.ComponentProps) {
  const { head, state, services, own, team, fixed, members } = view
  const sent = actionData !== undefined && 'sent' in actionData ? actionData.sent : null
  const errors = sent?.errors ?? []
  const isOpen = !state.isProposed && !state.isCompleted
  const start = sent?.fix?.order ?? fixed ?? team?.order ?? own?.order ?? []
  return (
    <>
      <AssessmentHead head={head} current="ranking" />
      <ErrorSummary errors={errors.map(({ field, text }) => (field === '' ? { text } : { text, href: `#${field}` }))} />
      {services.length === 0 ? (
        <EmptyState
          icon="plan"
          title={m.needs_order_none_title()}
          action={
            <ButtonLink variant="secondary" to={`/assessments/${head.assessmentId}/services`}>
              {m.needs_order_to_services()}
            </ButtonLink>
          }
        >
          {m.needs_order_none()}
        </EmptyState>
      ) : (
        <div className="split">
          <div className="stack">
            {isOpen ? null : <ProposalState view={view} />}
            {isOpen && own !== null ? <OwnOrder services={services} own={own} /> : null}
            {team === null ? <TeamNote view={view} /> : <TeamOrders services={services} team={team} />}
            {isOpen && head.role === 'lead' ? (
              <FixOrder
                // What the server sends back takes the place of what stood there.
                key={JSON.stringify(sent?.fix ?? null)}
                view={view}
                order={start}
                reason={sent?.fix?.reason ?? state.proposalReason ?? ''}
                reasonErrors={errors.filter((error) => error.field === 'reason').map((error) => error.text)}
              />
            ) : null}
          </div>
          <aside>
            <TeamMembers members={members} />
          </aside>
        </div>
      )}
    </>
  )
}

function TeamNote({ view: { isTeamHidden } }: { view: RankingView }) {
  return (
    <Card title={m.needs_team_title()}>
      <p>{isTeamHidden ? m.needs_team_hidden() : m.needs_team_none()}</p>
    </Card>
  )
}
