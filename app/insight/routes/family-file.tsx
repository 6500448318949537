import { data, Link, useLocation } from 'react-router'
import { getFamilyFile } from '#app/insight/get-family-file.server.ts'
import type { FamilyFile } from '#app/insight/rules/family-file.ts'
import { FamilyContacts } from '#app/insight/ui/family-contacts.tsx'
import { SessionsTable } from '#app/insight/ui/sessions-table.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { PeriodChoice, periodText } from '#app/plan/ui/period-choice.tsx'
import { moneyText } from '#app/plan/ui/plan-words.ts'
import { SupportPlan } from '#app/plan/ui/support-plan.tsx'
import { formatPercent } from '#app/platform/i18n/format.ts'
import { addCents } from '#app/platform/money.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { searchWith } from '#app/ui/search-link.ts'
import { Totals } from '#app/ui/totals.tsx'
import type { Route } from './+types/family-file.ts'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: m.ui_page_title({ title: loaderData === undefined ? m.insight_families_title() : nameOf(loaderData) }) },
]

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams
  const file = await getFamilyFile(requireContext(context), {
    childId: params.childId,
    periodId: search.get('period'),
    sessions: search.get('sessions') === 'all' ? 'all' : 'some',
  })
  if (file === null) throw data(null, { status: 404 })
  return file
}

export default function FamilyFilePage({ loaderData: file }: Route.ComponentProps) {
  const { plan, now } = file
  const { search } = useLocation()
  return (
    <>
      <PageHead
        back={{ to: '/municipality/families', label: m.insight_family_back() }}
        title={nameOf(file)}
        over={plan.shown === null ? undefined : periodText(plan.shown, getLocale())}
        actions={
          <>
            <AssessmentLink file={file} />
            {plan.shown === null ? null : (
              <ButtonLink
                variant="secondary"
                to={`/municipality/families/${plan.child.id}/plan?period=${plan.shown.id}`}
              >
                {m.revision_staff_link()}
              </ButtonLink>
            )}
            {file.assessment === null || plan.shown === null ? null : (
              <ButtonLink
                variant="secondary"
                to={`/municipality/families/${plan.child.id}/goals?period=${plan.shown.id}`}
              >
                {m.progress_goals_link()}
              </ButtonLink>
            )}
          </>
        }
      />
      <PeriodChoice periods={plan.periods} shown={plan.shown} />
      <div className="stack" style={{ '--gap': '1.5rem' }}>
        <BudgetTotals plan={plan} />
        <FamilyContacts guardians={file.guardians} worker={plan.worker} />
        <SessionsTable
          title={m.insight_family_ahead()}
          empty={m.insight_family_ahead_none()}
          sessions={file.ahead}
          now={now}
        />
        <SessionsTable
          title={m.insight_family_behind()}
          empty={m.insight_family_behind_none()}
          sessions={file.behind}
          now={now}
        />
        {file.hasMoreSessions ? (
          <p>
            <Link to={searchWith(search, { sessions: 'all' })} preventScrollReset>
              {m.insight_family_all_sessions()}
            </Link>
          </p>
        ) : null}
        <section>
          <h2 className="mb-3">{m.insight_family_plan()}</h2>
          <SupportPlan view={plan} audience="staff" bookHref={null} />
        </section>
      </div>
    </>
  )
}

function nameOf({ plan: { child } }: Pick<FamilyFile, 'plan'>): string {
  return `${child.givenName} ${child.familyName}`
}

/** To the assessment that is open, or to opening one. */
function AssessmentLink({ file: { assessment, plan } }: { file: FamilyFile }) {
  if (assessment === null) return null
  if (assessment.openId !== null) {
    return (
      <ButtonLink variant="secondary" to={`/assessments/${assessment.openId}`}>
        {m.assessment_open_assessment()}
      </ButtonLink>
    )
  }
  return (
    <ButtonLink variant="secondary" to={`/municipality/families/${plan.child.id}/assessments/new`}>
      {m.assessment_start_link()}
    </ButtonLink>
  )
}

function BudgetTotals({ plan: { money, shown } }: Pick<FamilyFile, 'plan'>) {
  if (money === null || shown === null || money.allocated === 0) return null
  const used = (addCents(money.delivered, money.paid) * 100) / money.allocated
  return (
    <Totals
      totals={[
        {
          label: m.insight_families_available(),
          value: moneyText(money.available),
          isMain: true,
        },
        { label: m.insight_families_reserved(), value: moneyText(money.reserved) },
        { label: m.insight_families_delivered(), value: moneyText(money.delivered) },
        {
          label: m.insight_families_paid(),
          value: moneyText(money.paid),
          note: m.insight_family_used({
            used: formatPercent(used, getLocale()),
            time: formatPercent(shown.elapsedPercent, getLocale()),
          }),
        },
        {
          label: m.insight_family_allocated(),
          value: moneyText(money.allocated),
          note: money.unassigned > 0 ? m.insight_family_unassigned({ amount: moneyText(money.unassigned) }) : undefined,
        },
      ]}
    />
  )
}
