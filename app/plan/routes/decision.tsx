import { data, Form, Link } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { getFamilyDecision } from '#app/plan/get-plan-file.server.ts'
import { signPlan } from '#app/plan/sign-plan.server.ts'
import { DecisionDocumentText } from '#app/plan/ui/decision-document.tsx'
import { decisionDocument } from '#app/plan/ui/decision-words.ts'
import { PlanDifference } from '#app/plan/ui/plan-difference.tsx'
import { PrintButton } from '#app/plan/ui/print-button.tsx'
import { WorkerContact } from '#app/plan/ui/worker-contact.tsx'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { formatDate } from '#app/platform/i18n/format.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import type { Route } from './+types/decision.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.decision_page_title() }) }]

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const ctx = requireContext(context)
  const file = await getFamilyDecision(ctx, params)
  if (file === null) throw data(null, { status: 404 })
  // A decision is a Latvian document; English stands beside it for whoever asks.
  const language = new URL(request.url).searchParams.get('language') === 'en' ? 'en' : 'lv'
  const own = file.signatures.find((one) => one.kind === 'guardian' && one.personId === ctx.actor.personId)
  const { state, worker, childId, planId } = file.head
  return {
    state,
    worker,
    childId,
    planId,
    mayAcknowledge: file.deeds.acknowledge,
    acknowledgedAt: own?.signedAt ?? null,
    difference: file.difference,
    document: decisionDocument(file, language),
  }
}

export async function action({ context, params: { childId, planId } }: Route.ActionArgs) {
  const ctx = requireContext(context)
  if ((await getFamilyDecision(ctx, { childId, planId })) === null) throw data(null, { status: 404 })
  const signed = await signPlan(ctx, { planId })
  if (signed.ok) {
    const title = m.decision_receipt_acknowledged()
    return redirectWithReceipt(context, `/family/${childId}/decisions/${planId}`, { tone: 'ok', title })
  }
  if (signed.refusal.kind === 'not-found') throw data(null, { status: 404 })
  const error = signed.refusal.kind === 'not-open' ? m.decision_refused_not_open() : m.decision_refused_already_signed()
  return data({ error }, { status: 409 })
}

export default function DecisionPage({ loaderData: decision, actionData }: Route.ComponentProps) {
  const { childId, planId, document, acknowledgedAt } = decision
  const other = document.language === 'lv' ? 'en' : 'lv'
  return (
    <>
      <PageHead
        back={{ to: `/family/${childId}`, label: m.decision_back_family() }}
        title={decision.state === 'draft' ? m.decision_page_title_draft() : m.decision_page_title()}
        lead={leadText(decision.state)}
        actions={<PrintButton />}
      />
      <ErrorSummary errors={actionData === undefined ? [] : [{ text: actionData.error }]} />
      <div className="split">
        <DecisionDocumentText document={document} />
        <aside className="stack no-print">
          {decision.difference === null ? null : (
            <Card title={m.revision_diff_caption()}>
              <PlanDifference difference={decision.difference} />
            </Card>
          )}
          {decision.mayAcknowledge ? (
            <Card title={m.decision_acknowledge_title()} tone="attention">
              <p className="small mb-3">{m.decision_acknowledge_text()}</p>
              <Form method="post">
                <SubmitButton wide>{m.decision_acknowledge()}</SubmitButton>
              </Form>
            </Card>
          ) : null}
          <Card>
            {acknowledgedAt === null ? null : (
              <p className="mb-3">
                {m.decision_acknowledged_done({ date: formatDate(acknowledgedAt, getLocale(), 'long-on') })}
              </p>
            )}
            <p>
              <a
                className="inline-flex min-h-11 items-center"
                href={`/family/${childId}/decisions/${planId}/decision.pdf?language=${document.language}`}
              >
                {m.decision_pdf()}
              </a>
            </p>
            <p>
              <Link
                className="inline-flex min-h-11 items-center"
                to={`?language=${other}`}
                hrefLang={other}
                preventScrollReset
              >
                {other === 'en' ? m.decision_in_english() : m.decision_in_latvian()}
              </Link>
            </p>
            <p className="small muted mt-2">{m.decision_questions()}</p>
            {decision.worker === null ? null : <WorkerContact worker={decision.worker} />}
          </Card>
        </aside>
      </div>
    </>
  )
}

function leadText(state: Route.ComponentProps['loaderData']['state']): string {
  if (state === 'draft') return m.decision_page_lead_draft()
  return state === 'superseded' ? m.decision_page_lead_superseded() : m.decision_page_lead_approved()
}
