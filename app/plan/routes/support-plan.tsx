import { data, Link } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { getFamilyPlan } from '#app/plan/get-family-plan.server.ts'
import { AssessmentCard } from '#app/plan/ui/assessment-card.tsx'
import type { PeriodEndView } from '#app/plan/rules/plan-history.ts'
import { PeriodEnd } from '#app/plan/ui/period-end.tsx'
import { PrintButton } from '#app/plan/ui/print-button.tsx'
import { PeriodChoice, periodText, planLead } from '#app/plan/ui/period-choice.tsx'
import { SupportPlan } from '#app/plan/ui/support-plan.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import type { Route } from './+types/support-plan.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.plan_title() }) }]

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const periodId = new URL(request.url).searchParams.get('period')
  const view = await getFamilyPlan(requireContext(context), { childId: params.childId, periodId })
  if (view === null) throw data(null, { status: 404 })
  return view
}

export default function SupportPlanPage({ loaderData: view }: Route.ComponentProps) {
  const { child, shown, plan } = view
  const over =
    shown === null ? child.givenName : m.plan_over({ name: child.givenName, period: periodText(shown, getLocale()) })
  return (
    <>
      <PageHead
        title={m.plan_title()}
        over={over}
        lead={shown === null || plan === null ? undefined : planLead(shown, plan)}
        actionsOnWideOnly
        actions={plan === null ? undefined : <PrintButton />}
      />
      <AssessmentCard notice={view.notice} base={`/family/${child.id}`} className="no-print mb-6" />
      <PeriodChoice periods={view.periods} shown={shown} />
      {view.end === null || shown === null || !tellsEnd(view.end, shown.daysLeft) ? null : (
        <div className="mb-6">
          <PeriodEnd end={view.end} period={shown} />
        </div>
      )}
      {plan === null ? null : (
        <p className="no-print mb-4">
          <Link className="inline-flex min-h-11 items-center" to={`/family/${child.id}/decisions/${plan.id}`}>
            {m.ranking_to_decision()}
          </Link>
        </p>
      )}
      <SupportPlan view={view} audience="family" bookHref={(lineId) => `/family/${child.id}/book/${lineId}`} />
    </>
  )
}

/** What becomes of unused money is told when the end is near or past, and when something became of it. */
function tellsEnd({ returned, extensions, free }: PeriodEndView, daysLeft: number): boolean {
  return returned.length > 0 || extensions.length > 0 || (free > 0 && daysLeft <= 30)
}
