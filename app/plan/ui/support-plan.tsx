import { Link } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { CoveredLineView, SupportPlanView } from '#app/plan/rules/plan-view.ts'
import { JointList } from '#app/plan/ui/joint-list.tsx'
import { PeriodBudget } from '#app/plan/ui/period-budget.tsx'
import { PlanGoals } from '#app/plan/ui/plan-goals.tsx'
import { HowMoney, HowPoints } from '#app/plan/ui/plan-sums.tsx'
import { type Audience, ownText } from '#app/plan/ui/plan-words.ts'
import { WorkerContact } from '#app/plan/ui/worker-contact.tsx'
import { formatDate } from '#app/platform/i18n/format.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'

type SupportPlanProps = {
  view: SupportPlanView
  audience: Audience
  bookHref: ((budgetLineId: string) => string) | null
}

/** The plan of a period as the family reads it: the list with its funding line, and beside it how all of it came about. */
export function SupportPlan({ view, audience, bookHref }: SupportPlanProps) {
  const { plan, money, shown } = view
  if (plan === null || money === null || shown === null) {
    return (
      <EmptyState title={m.plan_none_title()} icon="plan">
        <p>{m.plan_none_text()}</p>
        {view.worker === null ? null : <WorkerContact worker={view.worker} />}
      </EmptyState>
    )
  }
  return (
    <div className="split">
      <JointList
        plan={plan}
        stamp={
          <Badge tone="accent" icon="lock">
            {m.plan_approved_on({ date: formatDate(plan.approvedAt, getLocale(), 'long-on') })}
            {', '}
            {m.plan_version({ version: plan.version })}
          </Badge>
        }
        uses={money.lines}
        audience={audience}
        bookHref={shown.phase === 'over' ? null : bookHref}
      />
      <aside className="stack static!" style={{ '--gap': '1.5rem' }}>
        <PeriodBudget period={shown} money={money} narrow />
        <HowMoney plan={plan} />
        <HowPoints plan={plan} audience={audience} />
        <PlanGoals goals={plan.goals} audience={audience} />
        {audience === 'family' && plan.goals.length > 0 ? (
          <p className="small">
            <Link to={`/family/${view.child.id}/goals?period=${shown.id}`}>{m.progress_goals_link()}</Link>
          </p>
        ) : null}
        <OtherPayers lines={plan.covered} />
        {view.worker === null || audience === 'staff' ? null : (
          <Card title={m.plan_revise()}>
            <p className="small">{m.plan_revise_text()}</p>
            <p className="no-print">
              <Link
                className="inline-flex min-h-11 items-center"
                to={`/family/${view.child.id}/plan/changes?period=${shown.id}`}
              >
                {m.revision_changes_title()}
              </Link>
            </p>
            <WorkerContact worker={view.worker} />
          </Card>
        )}
      </aside>
    </div>
  )
}

function OtherPayers({ lines }: { lines: readonly CoveredLineView[] }) {
  if (lines.length === 0) return null
  return (
    <Card title={m.plan_others()}>
      <ul className="stack small" style={{ '--gap': '0.75rem' }}>
        {lines.map((line) => (
          <li key={line.id}>
            <b className="block">{ownText(line.name)}</b>
            <span className="muted">{ownText(line.payer)}</span>
          </li>
        ))}
      </ul>
      <p className="small muted mt-3">{m.plan_others_note()}</p>
    </Card>
  )
}
