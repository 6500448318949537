import type { FamilyService } from '#app/assessment/rules/family-view.ts'
import { m } from '#app/paraglide/messages.js'
import { lastFunded } from '#app/plan/rules/explain-line.ts'
import type { RankedLine } from '#app/plan/rules/support-plan.ts'
import type { WhatIf } from '#app/plan/rules/what-if.ts'
import { moneyText, ownText, unitsText } from '#app/plan/ui/plan-words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'

type WhatIfProps = { whatIf: WhatIf; services: readonly FamilyService[] }

const looks = { full: 'in', partly: 'part', not_funded: 'out' } as const

/** The joint list as this order of the family would make it, with the line where the money ends. */
export function WhatIfList({ whatIf, services }: WhatIfProps) {
  const { lines, budget, unassigned } = whatIf
  const cutAt = lastFunded(lines)
  const sums = { funded: moneyText(budget - unassigned), budget: moneyText(budget) }
  const isEnough = lines.every(({ outcome }) => outcome === 'full')
  const byId = new Map(services.map((service) => [service.serviceId, service]))
  return (
    <Card title={m.ranking_if_title()}>
      <p className="small muted">{m.ranking_if_lead()}</p>
      <ol className="rank rank-brief">
        {lines.map((line) => {
          const service = byId.get(line.service.serviceId)
          if (service === undefined) return null
          return (
            <li key={service.id} className={looks[line.outcome]}>
              <div className="pos">
                <VisuallyHidden>{`${m.plan_place()} `}</VisuallyHidden>
                {`${line.position}.`}
              </div>
              <div>
                <div className="name">
                  <h3>{ownText(service.name)}</h3>
                  <span className="amt">{moneyText(line.fundedAmount)}</span>
                </div>
                <div className="meta">
                  <span>{unitsOfLine(line, service)}</span>
                  <Outcome outcome={line.outcome} />
                </div>
              </div>
              {line === cutAt ? (
                <div className="cut">
                  <p>{isEnough ? m.plan_line_all(sums) : m.plan_line_cut(sums)}</p>
                </div>
              ) : null}
            </li>
          )
        })}
      </ol>
      {unassigned > 0 && !isEnough ? (
        <p className="small muted mt-3">{m.ranking_if_rest({ amount: moneyText(unassigned) })}</p>
      ) : null}
    </Card>
  )
}

/** What happened to one service, short enough to stand under its name in the family's own list. */
export function outcomeText(line: RankedLine, service: FamilyService): string {
  switch (line.outcome) {
    case 'full':
      return m.ranking_item_full({ amount: moneyText(line.fundedAmount) })
    case 'partly':
      return m.ranking_item_partly({
        funded: unitsText(line.fundedUnits, service.unit),
        asked: unitsText(service.units, service.unit),
        amount: moneyText(line.fundedAmount),
      })
    case 'not_funded':
      return m.ranking_item_out()
  }
}

function unitsOfLine({ outcome, fundedUnits }: RankedLine, { units, unit }: FamilyService): string {
  return outcome === 'partly'
    ? m.ranking_if_units({ funded: unitsText(fundedUnits, unit), asked: unitsText(units, unit) })
    : unitsText(units, unit)
}

function Outcome({ outcome }: Pick<RankedLine, 'outcome'>) {
  if (outcome === 'full') return <Badge tone="ok">{m.ranking_outcome_full()}</Badge>
  if (outcome === 'partly') {
    return (
      <Badge tone="attention" icon="half">
        {m.ranking_outcome_partly()}
      </Badge>
    )
  }
  return <Badge>{m.ranking_outcome_out()}</Badge>
}
