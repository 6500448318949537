import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { compareUse } from '#app/plan/rules/even-use.ts'
import type { PeriodMoney, PeriodView } from '#app/plan/rules/plan-view.ts'
import { moneyText } from '#app/plan/ui/plan-words.ts'
import { formatDate, formatPercent } from '#app/platform/i18n/format.ts'
import { BudgetBar } from '#app/ui/budget-bar.tsx'
import { Card } from '#app/ui/card.tsx'
import { classNames } from '#app/ui/class-names.ts'

type PeriodBudgetProps = {
  period: PeriodView
  money: PeriodMoney
  /** In a narrow column the sum is set smaller. */
  narrow?: boolean
  className?: string
}

/** What is free until when, the bar of all the money with today's mark, and how money goes against time. */
export function PeriodBudget({ period, money, narrow = false, className }: PeriodBudgetProps) {
  const locale = getLocale()
  return (
    <Card title={titleOf(period)} className={className}>
      <p className={classNames('sum text-accent', narrow && 'text-2xl!')}>{moneyText(money.available)}</p>
      <p className="small muted mt-2 mb-4">{m.plan_budget_of({ budget: moneyText(money.allocated) })}</p>
      <BudgetBar
        paid={money.paid}
        delivered={money.delivered}
        reserved={money.reserved}
        free={money.available}
        rest={{ cents: money.unassigned, label: m.plan_budget_bar_rest() }}
        labels={{
          free: m.plan_budget_bar_free(),
          reserved: m.plan_budget_bar_reserved(),
          total: m.plan_budget_bar_total(),
        }}
        legend={false}
        time={
          period.phase === 'running'
            ? {
                elapsedPercent: period.elapsedPercent,
                startLabel: formatDate(period.startsOn, locale, 'short'),
                endLabel: formatDate(period.lastDay, locale, 'short'),
              }
            : undefined
        }
      />
      <EvenUse period={period} money={money} />
      <MoneyLegend money={money} />
    </Card>
  )
}

function titleOf(period: PeriodView): string {
  const locale = getLocale()
  if (period.phase === 'over') return m.plan_budget_free_over()
  return period.phase === 'upcoming'
    ? m.plan_budget_free_from({ date: formatDate(period.startsOn, locale, 'date-from') })
    : m.plan_budget_free_until({ date: formatDate(period.lastDay, locale, 'date-until') })
}

function EvenUse({ period, money }: { period: PeriodView; money: PeriodMoney }) {
  const use = compareUse(period, money)
  if (use === null) return null
  const locale = getLocale()
  const perWeek = moneyText(use.perWeek)
  const judgement = {
    even: m.plan_use_even(),
    slower: m.plan_use_slower({ perWeek }),
    faster: m.plan_use_faster({ perWeek }),
  }[use.kind]
  return (
    <p className="small mt-3 mb-4">
      {m.plan_use_compared({
        time: formatPercent(use.timePercent, locale),
        used: formatPercent(use.usedPercent, locale),
      })}{' '}
      {judgement}
    </p>
  )
}

/** Each part of the bar with its sum, down to the total. */
function MoneyLegend({ money }: { money: PeriodMoney }) {
  const rows = [
    { kind: 'free', label: m.plan_budget_bar_free(), cents: money.available },
    { kind: 'reserved', label: m.plan_budget_bar_reserved(), cents: money.reserved },
    { kind: 'delivered', label: m.ui_bar_delivered(), cents: money.delivered },
    { kind: 'paid', label: m.ui_bar_paid(), cents: money.paid },
    { kind: 'rest', label: m.plan_budget_bar_rest(), cents: money.unassigned },
  ].filter((row) => row.kind !== 'rest' || row.cents > 0)
  return (
    <dl className="legend small">
      {rows.map((row) => (
        <div key={row.kind} className={row.kind === 'free' ? 'free' : undefined}>
          <dt>
            <i className={`k-${row.kind}`} />
            <span>{row.label}</span>
          </dt>
          <dd>{moneyText(row.cents)}</dd>
        </div>
      ))}
      <div className="all">
        <dt>
          <span>{m.plan_budget_bar_total()}</span>
        </dt>
        <dd>{moneyText(money.allocated)}</dd>
      </div>
    </dl>
  )
}
