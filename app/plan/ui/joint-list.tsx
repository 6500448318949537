import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { lastFunded } from '#app/plan/rules/explain-line.ts'
import type { PeriodMoney, PlanView } from '#app/plan/rules/plan-view.ts'
import { type Audience, moneyText } from '#app/plan/ui/plan-words.ts'
import { RankedLine } from '#app/plan/ui/ranked-line.tsx'
import { formatDate } from '#app/platform/i18n/format.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'

type JointListProps = {
  plan: PlanView
  money: PeriodMoney
  audience: Audience
  /** Where a budget line is booked; null where nobody books. */
  bookHref: ((budgetLineId: string) => string) | null
}

/** The services in priority order with the funding line drawn where the money ends. */
export function JointList({ plan, money, audience, bookHref }: JointListProps) {
  const cutAt = lastFunded(plan.ranked)
  const uses = new Map(money.lines.map((line) => [line.budgetLineId, line]))
  return (
    <Card
      title={m.plan_joint_list()}
      aside={
        <Badge tone="accent" icon="lock">
          {m.plan_approved_on({ date: formatDate(plan.approvedAt, getLocale(), 'long-on') })}
          {', '}
          {m.plan_version({ version: plan.version })}
        </Badge>
      }
    >
      <ol className="rank">
        {plan.ranked.map((line) => (
          <RankedLine
            key={line.id}
            line={line}
            plan={plan}
            use={line.budgetLineId === null ? null : (uses.get(line.budgetLineId) ?? null)}
            audience={audience}
            bookHref={line.budgetLineId === null || bookHref === null ? null : bookHref(line.budgetLineId)}
            cut={line === cutAt ? cutText(plan) : null}
          />
        ))}
      </ol>
    </Card>
  )
}

function cutText({ ranked, budget, unassigned }: PlanView): string {
  const sums = { funded: moneyText(budget - unassigned), budget: moneyText(budget) }
  return ranked.every((line) => line.outcome === 'full') ? m.plan_line_all(sums) : m.plan_line_cut(sums)
}
