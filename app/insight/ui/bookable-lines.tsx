import { Link } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { LineMoney, PeriodMoney, PeriodView } from '#app/plan/rules/plan-view.ts'
import { unitsForMoney } from '#app/plan/rules/units-for-money.ts'
import { moneyText, ownText } from '#app/plan/ui/plan-words.ts'
import { formatDate, formatQuantity } from '#app/platform/i18n/format.ts'
import { Card } from '#app/ui/card.tsx'

type BookableLinesProps = { period: PeriodView; money: PeriodMoney; base: string }

/** Every service that still has money, in priority order, with what is left of it and the way to book it. */
export function BookableLines({ period, money, base }: BookableLinesProps) {
  const lines = money.lines.filter((line) => line.money.available > 0)
  return (
    <Card className="o4" title={m.insight_picks()} aside={<Link to={`${base}/plan`}>{m.insight_picks_plan()}</Link>}>
      {lines.length === 0 ? <p className="small muted">{m.insight_picks_none()}</p> : null}
      {lines.length > 0 ? (
        <p className="small muted">
          {period.phase === 'upcoming'
            ? m.insight_picks_upcoming({ date: formatDate(period.startsOn, getLocale(), 'date-from') })
            : m.insight_picks_lead()}
        </p>
      ) : null}
      <ul className="picks mt-2">
        {lines.map((line) => (
          <li key={line.budgetLineId}>
            <div>
              <span className="strong">{ownText(line.name)}</span>
              <div className="small muted">{leftText(line)}</div>
            </div>
            <Link to={`${base}/book/${line.budgetLineId}`} aria-label={m.plan_book_for({ name: ownText(line.name) })}>
              {m.insight_home_book()}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** How far the money reaches at the plan's price, as the page to book says it too; else only the money. */
function leftText({ unit, money, unitPrice }: LineMoney): string {
  const amount = moneyText(money.available)
  const units = unitsForMoney({ money: money.available, unitPrice, unit })
  if (units === 0) return m.insight_picks_left_money({ amount })
  return m.insight_picks_left({ units: formatQuantity(units, unit, getLocale()), amount })
}
