import type { FamilyService } from '#app/assessment/rules/family-view.ts'
import { m } from '#app/paraglide/messages.js'
import type { WhatIf } from '#app/plan/rules/what-if.ts'
import { moneyText, ownText, unitsText } from '#app/plan/ui/plan-words.ts'
import { Card } from '#app/ui/card.tsx'
import { Note } from '#app/ui/note.tsx'

type EffectsProps = { whatIf: WhatIf; services: readonly FamilyService[] }

/** What the family's order changes against the experts' order alone, in units; and what a larger budget would do. */
export function WhatIfEffects({ whatIf, services }: EffectsProps) {
  const byId = new Map(services.map((service) => [service.serviceId, service]))
  const nameOf = (serviceId: string) => {
    const service = byId.get(serviceId)
    return service === undefined ? '' : ownText(service.name)
  }
  const unitsIn = (serviceId: string, count: number) => unitsText(count, byId.get(serviceId)?.unit ?? 'session')
  const { effects, largerBudget } = whatIf
  return (
    <>
      <Card title={m.ranking_effect_title()}>
        {effects.length === 0 ? (
          <p className="small muted">{m.ranking_effect_none()}</p>
        ) : (
          <ul className="stack small" style={{ '--gap': '0.6rem' }}>
            {effects.map(({ serviceId, unitsWith, unitsWithout }) => (
              <li key={serviceId}>
                <b className="block">{nameOf(serviceId)}</b>
                {m.ranking_effect({
                  direction: unitsWith > unitsWithout ? 'more' : 'less',
                  with: unitsIn(serviceId, unitsWith),
                  without: unitsIn(serviceId, unitsWithout),
                })}
              </li>
            ))}
          </ul>
        )}
      </Card>
      {largerBudget === null ? null : (
        <Note tone="neutral">
          {m.ranking_larger({
            name: nameOf(largerBudget.serviceId),
            more: moneyText(largerBudget.more),
            losers: largerBudget.loses
              .map(({ serviceId, unitsNow, unitsThen }) =>
                m.ranking_larger_loser({
                  name: nameOf(serviceId),
                  now: unitsIn(serviceId, unitsNow),
                  after: unitsIn(serviceId, unitsThen),
                }),
              )
              .join('; '),
          })}
        </Note>
      )}
    </>
  )
}
