import { sumText } from '#app/assessment/ui/needs-words.ts'
import { m } from '#app/paraglide/messages.js'
import { Card } from '#app/ui/card.tsx'
import { SumLines } from '#app/ui/sum-lines.tsx'

type NeedsBudgetProps = {
  services: readonly { cost: number | null }[]
  /** Null while the municipality has no policy. */
  budget: number | null
}

/** All that is asked for beside the budget of a period: it may well be more, since the order decides. */
export function NeedsBudget({ services, budget }: NeedsBudgetProps) {
  const asked = services.reduce((sum, { cost }) => sum + (cost ?? 0), 0)
  const unpriced = services.filter(({ cost }) => cost === null).length
  const left = budget === null ? null : budget - asked
  return (
    <Card title={m.needs_budget_title()}>
      <SumLines
        lines={[
          { label: m.needs_sum(), value: sumText(asked) },
          ...(budget === null ? [] : [{ label: m.needs_budget(), value: sumText(budget) }]),
          ...(left === null
            ? []
            : [
                {
                  label: left < 0 ? m.needs_budget_over() : m.needs_budget_left(),
                  value: sumText(Math.abs(left)),
                  isResult: true,
                },
              ]),
        ]}
      />
      <p className="small muted mt-3">{m.needs_budget_note()}</p>
      {unpriced === 0 ? null : <p className="small mt-2">{m.needs_budget_unpriced({ count: unpriced })}.</p>}
    </Card>
  )
}
