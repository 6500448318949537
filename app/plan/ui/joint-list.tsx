import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { lastFunded } from '#app/plan/rules/explain-line.ts'
import type { AddedLineView, LineMoney, PlanContent } from '#app/plan/rules/plan-view.ts'
import { LineUse } from '#app/plan/ui/line-use.tsx'
import { type Audience, moneyText, ownText, unitsText } from '#app/plan/ui/plan-words.ts'
import { RankedLine } from '#app/plan/ui/ranked-line.tsx'
import { Card } from '#app/ui/card.tsx'

type JointListProps = {
  plan: PlanContent
  /** What kind of list it is: in force since when, waiting, a preview. */
  stamp: ReactNode
  /** How the money of each budget line is used; empty before there is any. */
  uses: readonly LineMoney[]
  audience: Audience
  /** Where a budget line is booked; null where nobody books. */
  bookHref: ((budgetLineId: string) => string) | null
}

/** The services in priority order with the funding line drawn where the money ends. */
export function JointList({ plan, stamp, uses: moneyOfLines, audience, bookHref }: JointListProps) {
  const cutAt = lastFunded(plan.ranked)
  const uses = new Map(moneyOfLines.map((line) => [line.budgetLineId, line]))
  const moneyOf = ({ budgetLineId: id }: { budgetLineId: string | null }) =>
    id === null ? null : (uses.get(id) ?? null)
  const hrefOf = ({ budgetLineId: id }: { budgetLineId: string | null }) =>
    id === null || bookHref === null ? null : bookHref(id)
  return (
    <Card title={m.plan_joint_list()} aside={stamp}>
      <ol className="rank">
        {plan.ranked.map((line) => (
          <RankedLine
            key={line.id}
            line={line}
            plan={plan}
            use={moneyOf(line)}
            audience={audience}
            bookHref={hrefOf(line)}
            cut={line === cutAt ? cutText(plan) : null}
          />
        ))}
      </ol>
      <AddedLines lines={plan.added} moneyOf={moneyOf} hrefOf={hrefOf} />
    </Card>
  )
}

function cutText({ ranked, budget, unassigned }: PlanContent): string {
  const sums = { funded: moneyText(budget - unassigned), budget: moneyText(budget) }
  return ranked.every((line) => line.outcome === 'full') ? m.plan_line_all(sums) : m.plan_line_cut(sums)
}

type AddedLinesProps = {
  lines: readonly AddedLineView[]
  moneyOf: (line: AddedLineView) => LineMoney | null
  hrefOf: (line: AddedLineView) => string | null
}

/** What a revision added below the ranked list, with its reason and what became of it. */
function AddedLines({ lines, moneyOf, hrefOf }: AddedLinesProps) {
  if (lines.length === 0) return null
  return (
    <section className="mt-6">
      <h3 className="mb-2">{m.decision_added()}</h3>
      <ul className="stack" style={{ '--gap': '0.75rem' }}>
        {lines.map((line) => {
          const use = moneyOf(line)
          return (
            <li key={line.id}>
              <div className="name flex flex-wrap justify-between gap-x-4">
                <b>{ownText(line.name)}</b>
                <span className="num strong">{moneyText(line.funded)}</span>
              </div>
              <p className="small muted">
                {m.plan_asked({ units: unitsText(line.fundedUnits, line.unit), price: moneyText(line.unitPrice) })}
              </p>
              <p className="small">{line.changeReason ?? ownText(line.reason)}</p>
              {use === null ? null : <LineUse line={use} bookHref={hrefOf(line)} />}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
