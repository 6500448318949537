import type { NeededServiceView } from '#app/assessment/rules/needs-view.ts'
import { amountText, forWhomText, ownWords, whereText } from '#app/assessment/ui/needs-words.ts'
import type { GoalChoice } from '#app/assessment/ui/service-form.tsx'
import { m } from '#app/paraglide/messages.js'
import { Card } from '#app/ui/card.tsx'
import { Facts } from '#app/ui/facts.tsx'

/** One service as it was given to the parents, for reading only. */
export function ServiceFacts({ service, goals }: { service: NeededServiceView; goals: readonly GoalChoice[] }) {
  const served = goals.filter((goal) => service.goalIds.includes(goal.id))
  const isCovered = service.payer === 'others'
  return (
    <Card>
      <Facts
        facts={[
          ...(isCovered
            ? [{ term: m.needs_other_payer(), value: ownWords(service.otherPayer) }]
            : [
                { term: m.needs_units(), value: amountText(service.units, service.unit) },
                { term: m.needs_minimum(), value: amountText(service.minimumUnits, service.unit) },
                { term: m.needs_mode(), value: whereText(service.mode) },
                ...(service.sessionsPerWeek === null
                  ? []
                  : [{ term: m.needs_weekly(), value: String(service.sessionsPerWeek) }]),
              ]),
          { term: m.needs_for(), value: forWhomText(service.beneficiary) },
          { term: m.needs_reason(), value: ownWords(service.reason) },
          { term: m.needs_explanation(), value: ownWords(service.explanation) },
          ...(served.length === 0
            ? []
            : [{ term: m.needs_goals(), value: served.map((goal) => goal.text).join('; ') }]),
        ]}
      />
      {service.understoodBy === 0 ? null : (
        <p className="small muted mt-3">{m.needs_understood({ count: service.understoodBy })}</p>
      )}
    </Card>
  )
}
