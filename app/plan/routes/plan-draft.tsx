import { data, Link } from 'react-router'
import { z } from 'zod'
import { AssessmentHead } from '#app/assessment/ui/assessment-head.tsx'
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
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { readHundredths } from '#app/platform/http/form-values.ts'
import { formatDate } from '#app/platform/i18n/format.ts'
import { cents } from '#app/platform/money.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
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

export async function action({ context, params: { assessmentId }, request }: Route.ActionArgs) {
  const sent = sentForm.parse(Object.fromEntries(await request.formData()))
  const again = (field: 'budget' | 'reason' | '', text: string, status: number) =>
    data({ sent, field, text }, { status })
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
  const { head, blocker, preview, planId } = draft
  return (
    <>
      <AssessmentHead head={head} current="plan" />
      <ErrorSummary
        errors={
          actionData === undefined
            ? []
            : [{ text: actionData.text, ...(actionData.field === '' ? {} : { href: `#${actionData.field}` }) }]
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
              sent={actionData ?? null}
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
