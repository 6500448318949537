import type { Mode } from '#app/assessment/rules/assessed-result.ts'
import { modes } from '#app/assessment/rules/assessed-result.ts'
import { unitPriceOf } from '#app/assessment/rules/needed-service.ts'
import { amountText, sumText, whereText } from '#app/assessment/ui/needs-words.ts'
import { m } from '#app/paraglide/messages.js'
import { type Cents, cents } from '#app/platform/money.ts'
import type { Unit } from '#app/platform/quantity.ts'
import { Card } from '#app/ui/card.tsx'
import { Note } from '#app/ui/note.tsx'
import { SumLines } from '#app/ui/sum-lines.tsx'

export type Asked = { payer: 'individual-budget' | 'others'; units: number; minimumUnits: number; mode: Mode | null }

type ServiceCostProps = {
  asked: Asked
  unit: Unit
  caps: readonly { mode: string; cents: Cents }[]
}

/** What a service asks for at the price cap of the day. A number that is none shows no sum. */
export function ServiceCost({ asked, unit, caps }: ServiceCostProps) {
  const { payer, units, minimumUnits, mode } = asked
  const price = unitPriceOf(caps, mode)
  if (payer === 'others') {
    return (
      <Card title={m.needs_cost_title()}>
        <p>{m.needs_cost_others()}</p>
      </Card>
    )
  }
  const known = modes.filter((one) => caps.some((cap) => cap.mode === one))
  return (
    <Card title={m.needs_cost_title()}>
      {price === null ? <Note tone="attention">{m.needs_no_price_note()}</Note> : null}
      {price === null || !isAmount(units) ? null : (
        <SumLines
          lines={[
            { label: m.needs_cost_units(), value: amountText(units, unit) },
            { label: m.needs_cost_price(), value: sumText(price) },
            ...(isAmount(minimumUnits) && minimumUnits > 0 && minimumUnits <= units
              ? [{ label: m.needs_cost_minimum(), value: sumText(cents(price * minimumUnits)), isMuted: true }]
              : []),
            { label: m.needs_cost_total(), value: sumText(cents(price * units)), isResult: true },
          ]}
        />
      )}
      {known.length < 2 ? null : (
        <>
          <h3 className="mt-4 mb-2">{m.needs_cost_caps()}</h3>
          <SumLines
            lines={known.map((one) => ({ label: whereText(one), value: sumText(unitPriceOf(caps, one) ?? cents(0)) }))}
          />
        </>
      )}
    </Card>
  )
}

function isAmount(units: number): boolean {
  return Number.isSafeInteger(units) && units >= 0 && units <= 1_000_000
}
