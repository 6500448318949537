import { data, Link } from 'react-router'
import { z } from 'zod'
import type { RecordFamilyRankingRefusal } from '#app/assessment/record-family-ranking.server.ts'
import { recordFamilyRanking } from '#app/assessment/record-family-ranking.server.ts'
import { moveInOrder, readMove, readOrder } from '#app/assessment/rules/ranking-text.ts'
import { AssessmentHead } from '#app/assessment/ui/assessment-head.tsx'
import type { SentTold } from '#app/assessment/ui/tell-order.tsx'
import { TellOrder } from '#app/assessment/ui/tell-order.tsx'
import { toldText } from '#app/assessment/ui/told-words.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { getPlanDraft } from '#app/plan/get-plan-draft.server.ts'
import type { PreparePlanRefusal } from '#app/plan/prepare-plan.server.ts'
import { preparePlan } from '#app/plan/prepare-plan.server.ts'
import type { DraftBlocker } from '#app/plan/rules/draft-blocker.ts'
import { JointList } from '#app/plan/ui/joint-list.tsx'
import { HowMoney, HowPoints } from '#app/plan/ui/plan-sums.tsx'
import { moneyText, ownText } from '#app/plan/ui/plan-words.ts'
import { PrepareForm } from '#app/plan/ui/prepare-form.tsx'
import { readAutosave, readText } from '#app/platform/http/autosave.server.ts'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { readHundredths } from '#app/platform/http/form-values.ts'
import { formatDate } from '#app/platform/i18n/format.ts'
import { cents } from '#app/platform/money.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Note } from '#app/ui/note.tsx'
import type { Route } from './+types/plan-draft.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.decision_draft_title() }) }]

export async function loader({ context, params: { assessmentId }, request }: Route.LoaderArgs) {
  const tried = readHundredths(new URL(request.url).searchParams.get('budget'))
  const budget = tried === null || tried === 0 ? null : cents(tried)
  const draft = await getPlanDraft(requireContext(context), { assessmentId, budget })
  if (draft === null) throw data(null, { status: 404 })
  return draft
}

const longestReason = 2000
const sentForm = z.object({ budget: z.string().max(20).catch(''), reason: z.string().catch('') })

/** What comes back: what was sent, and why it was not taken; a button of the list without script says nothing. */
type Sent = {
  sent: z.infer<typeof sentForm> | null
  told: { note: string; list: SentTold | null } | null
  field: 'budget' | 'reason' | 'note' | ''
  text: string | null
}

function comeBack(sent: Sent, status: number) {
  return data(sent, { status })
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData()
  return readText(form, 'form') === 'tell' ? tell(args, form) : prepare(args, form)
}

/** The family's order as it told it to the social worker. */
async function tell({ context, params: { assessmentId } }: Route.ActionArgs, form: FormData) {
  const { version } = readAutosave(form)
  if (version === null) throw data(null, { status: 400 })
  const note = readText(form, 'note')
  const shown = readOrder(readText(form, 'order'))
  const move = readMove(readText(form, 'intent'))
  if (move !== null) {
    const list = { order: moveInOrder(shown, move.id, move.move), version }
    return comeBack({ sent: null, told: { note, list }, field: '', text: null }, 200)
  }
  const told = await recordFamilyRanking(requireContext(context), { assessmentId, order: shown, version, note })
  if (told.ok) {
    const title = m.ranking_receipt_told()
    return redirectWithReceipt(context, `/assessments/${assessmentId}/plan`, { tone: 'ok', title })
  }
  const { refusal } = told
  if (refusal.kind === 'not-found') throw data(null, { status: 404 })
  const isNote = refusal.kind === 'note-needed' || refusal.kind === 'note-too-long'
  // Where the list or its order has changed meanwhile, the page shows it as it is now.
  const list = isNote ? { order: shown, version } : null
  return comeBack(
    { sent: null, told: { note, list }, field: isNote ? 'note' : '', text: tellRefusalText(refusal) },
    isNote ? 400 : 409,
  )
}

function tellRefusalText(refusal: Exclude<RecordFamilyRankingRefusal, { kind: 'not-found' }>): string {
  switch (refusal.kind) {
    case 'completed':
      return m.ranking_refused_tell_completed()
    case 'not-proposed':
      return m.decision_blocked_not_proposed()
    case 'handed-in':
      return m.ranking_refused_tell_handed_in()
    case 'bad-order':
      return m.ranking_refused_order()
    case 'changed-meanwhile':
      return m.ranking_refused_tell_changed({ name: refusal.by })
    case 'note-needed':
      return m.ranking_refused_note()
    case 'note-too-long':
      return m.ranking_refused_long({ count: refusal.longest })
  }
}

async function prepare({ context, params: { assessmentId } }: Route.ActionArgs, form: FormData) {
  const sent = sentForm.parse(Object.fromEntries(form))
  const again = (field: 'budget' | 'reason' | '', text: string, status: number) =>
    comeBack({ sent, told: null, field, text }, status)
  const budget = readHundredths(sent.budget)
  if (budget === null || budget === 0) return again('budget', m.decision_error_budget(), 400)
  if (sent.reason.length > longestReason) {
    return again('reason', m.decision_refused_reason_long({ count: longestReason }), 400)
  }
  const prepared = await preparePlan(requireContext(context), {
    assessmentId,
    budget: cents(budget),
    budgetReason: sent.reason,
  })
  if (prepared.ok) {
    const title = m.decision_receipt_prepared()
    return redirectWithReceipt(context, `/plans/${prepared.value.planId}`, { tone: 'ok', title })
  }
  const { refusal } = prepared
  if (refusal.kind === 'not-found') throw data(null, { status: 404 })
  if (refusal.kind === 'reason-needed') {
    return again('reason', m.decision_error_budget_reason({ budget: moneyText(refusal.usual) }), 400)
  }
  return again('', refusalText(refusal), 409)
}

function refusalText(refusal: Exclude<PreparePlanRefusal, { kind: 'not-found' | 'reason-needed' }>): string {
  switch (refusal.kind) {
    case 'no-budget':
      return m.decision_error_budget()
    case 'already-completed':
    case 'already-prepared':
      return m.decision_error_already_prepared()
    case 'no-price':
      return m.decision_blocked_no_price({ services: String(refusal.serviceIds.length) })
    case 'not-proposed':
    case 'not-ranked':
    case 'not-usable':
    case 'no-policy':
      return blockerText(refusal.kind)
  }
}

function blockerText(kind: Exclude<DraftBlocker['kind'], 'no-price'>): string {
  switch (kind) {
    case 'not-proposed':
      return m.decision_blocked_not_proposed()
    case 'not-ranked':
      return m.decision_blocked_not_ranked()
    case 'not-usable':
      return m.decision_blocked_not_usable()
    case 'no-policy':
      return m.decision_blocked_no_policy()
  }
}

export default function PlanDraftPage({ loaderData: draft, actionData }: Route.ComponentProps) {
  const { head, blocker, preview, planId, told, toTell } = draft
  const sent: Sent | null = actionData ?? null
  return (
    <>
      <AssessmentHead head={head} current="plan" />
      <ErrorSummary
        errors={
          sent === null || sent.text === null
            ? []
            : [{ text: sent.text, ...(sent.field === '' ? {} : { href: `#${sent.field}` }) }]
        }
      />
      {planId === null ? null : <PreparedPlan planId={planId} />}
      {planId !== null || blocker === null ? null : (
        <EmptyState title={m.decision_draft_blocked()} icon="plan">
          <p>
            {blocker.kind === 'no-price'
              ? m.decision_blocked_no_price({ services: blocker.services.map((name) => ownText(name)).join(', ') })
              : blockerText(blocker.kind)}
          </p>
        </EmptyState>
      )}
      {toTell === null ? null : (
        <div className="mt-6 max-w-152">
          <TellOrder
            toTell={toTell}
            list={sent?.told?.list ?? null}
            note={sent?.told?.note ?? ''}
            noteError={sent?.field === 'note' ? sent.text : null}
          />
        </div>
      )}
      {told === null ? null : (
        <div className="mb-6">
          <Note tone="neutral">{toldText(told)}</Note>
        </div>
      )}
      {planId !== null || preview === null ? null : (
        <div className="split">
          <JointList
            plan={preview}
            stamp={<Badge>{m.decision_stamp_preview()}</Badge>}
            uses={[]}
            audience="staff"
            bookHref={null}
          />
          <aside className="stack static!" style={{ '--gap': '1.5rem' }}>
            <PrepareForm
              budget={preview.budget}
              usual={draft.usual ?? preview.budget}
              inFund={draft.inFund}
              mayPrepare={draft.mayPrepare}
              sent={sentBudget(sent)}
            />
            <HowMoney plan={preview} />
            <HowPoints plan={preview} audience="staff" />
          </aside>
        </div>
      )}
      <WithdrawnDrafts drafts={draft.withdrawn} />
    </>
  )
}

function sentBudget(answer: Sent | null) {
  if (answer === null || answer.sent === null || answer.text === null) return null
  return { sent: answer.sent, field: answer.field, text: answer.text }
}

function PreparedPlan({ planId }: { planId: string }) {
  return (
    <Card title={m.decision_draft_made()}>
      <p className="mb-4">{m.decision_draft_made_text()}</p>
      <ButtonLink to={`/plans/${planId}`}>{m.decision_draft_open()}</ButtonLink>
    </Card>
  )
}

function WithdrawnDrafts({ drafts }: { drafts: Route.ComponentProps['loaderData']['withdrawn'] }) {
  if (drafts.length === 0) return null
  return (
    <section className="mt-8">
      <h2 className="mb-3">{m.decision_draft_withdrawn()}</h2>
      <ul className="stack" style={{ '--gap': '0.5rem' }}>
        {drafts.map(({ planId, at, by, reason }) => (
          <li key={planId}>
            <Link to={`/plans/${planId}`}>
              {m.decision_draft_withdrawn_item({
                date: formatDate(at, getLocale(), 'long-on'),
                name: by ?? '–',
                reason,
              })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
