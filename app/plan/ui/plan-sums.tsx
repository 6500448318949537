import { m } from '#app/paraglide/messages.js'
import { halfPoints } from '#app/plan/rules/explain-line.ts'
import type { PlanContent } from '#app/plan/rules/plan-view.ts'
import { type Audience, halvesText, moneyText, ownText, scoreText } from '#app/plan/ui/plan-words.ts'
import { addCents } from '#app/platform/money.ts'
import { Card } from '#app/ui/card.tsx'

/** How points arise, with one service of this very list as the example. */
export function HowPoints({ plan, audience }: { plan: PlanContent; audience: Audience }) {
  const count = plan.ranked.length
  // The example whose two ranks differ most shows best what each side's ranking does.
  const [example] = plan.ranked.toSorted(
    (one, other) =>
      Math.abs(other.expertHalfRank - other.parentHalfRank) - Math.abs(one.expertHalfRank - one.parentHalfRank),
  )
  if (example === undefined) return null
  const expertPoints = halvesText(halfPoints(example.expertHalfRank, count))
  const parentPoints = halvesText(halfPoints(example.parentHalfRank, count))
  return (
    <Card title={m.plan_how_points()}>
      <div className="stack small" style={{ '--gap': '0.75rem' }}>
        <p>{m.plan_how_points_list({ count })}</p>
        <p>{m.plan_how_points_weights({ audience, expert: plan.expertTenths, parent: plan.parentTenths })}</p>
        <p>
          {m.plan_how_points_example({
            audience,
            name: ownText(example.name),
            expertRank: halvesText(example.expertHalfRank),
            expertPoints,
            parentRank: halvesText(example.parentHalfRank),
            parentPoints,
          })}
        </p>
        <p className="num strong rounded-md bg-sunken px-3.5 py-2.5 whitespace-normal!">
          {`${plan.expertTenths}/10 × ${expertPoints} + ${plan.parentTenths}/10 × ${parentPoints} = ${scoreText(example.scoreTwentieths)}`}
        </p>
        <p className="muted">{m.plan_how_points_ties()}</p>
      </div>
    </Card>
  )
}

/** How the budget was divided when the plan was made; the lines add up to it. */
export function HowMoney({ plan }: { plan: PlanContent }) {
  const full = plan.ranked.filter((line) => line.outcome === 'full')
  const partly = plan.ranked.filter((line) => line.outcome === 'partly')
  const rows = [
    { label: m.plan_how_money_full({ count: full.length }), lines: full },
    { label: m.plan_how_money_partly({ count: partly.length }), lines: partly },
    { label: m.decision_added_sum({ count: plan.added.length }), lines: plan.added },
  ].filter((row) => row.lines.length > 0)
  return (
    <Card title={m.plan_how_money()}>
      <dl className="legend small">
        {rows.map((row) => (
          <div key={row.label}>
            <dt>
              <span>{row.label}</span>
            </dt>
            <dd>{moneyText(addCents(...row.lines.map((line) => line.funded)))}</dd>
          </div>
        ))}
        <div>
          <dt>
            <span>{m.plan_how_money_rest()}</span>
          </dt>
          <dd>{moneyText(plan.unassigned)}</dd>
        </div>
        <div className="all">
          <dt>
            <span>{m.plan_how_money_budget()}</span>
          </dt>
          <dd>{moneyText(plan.budget)}</dd>
        </div>
      </dl>
      {plan.unassigned > 0 && plan.ranked.some((line) => line.outcome !== 'full') ? (
        <p className="small muted mt-3">{m.plan_how_money_rest_why()}</p>
      ) : null}
      <p className="small muted mt-3">{m.plan_how_money_price()}</p>
    </Card>
  )
}
