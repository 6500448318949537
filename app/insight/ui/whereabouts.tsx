import { m } from '#app/paraglide/messages.js'
import { Card } from '#app/ui/card.tsx'
import { Money } from '#app/ui/money.tsx'
import { SumLines } from '#app/ui/sum-lines.tsx'
import type { Trace } from '../trace-types.ts'

type WhereaboutsProps = Pick<Trace, 'standing' | 'total'> & { hasAvailable: boolean }

/** Where the money is now, place by place, adding up. */
export function Whereabouts({ standing, total, hasAvailable }: WhereaboutsProps) {
  const places = [
    { label: m.trace_available(), cents: standing.available, isShown: hasAvailable },
    { label: m.trace_reserved(), cents: standing.reserved, isShown: true },
    { label: m.trace_delivered(), cents: standing.delivered, isShown: true },
    { label: m.trace_in_transit(), cents: standing.in_transit, isShown: true },
    { label: m.trace_paid(), cents: standing.paid, isShown: true },
  ]
  return (
    <Card title={m.trace_where()} className="max-w-xl">
      <SumLines
        lines={[
          ...places
            .filter(({ isShown }) => isShown)
            .map(({ label, cents }) => ({ label, value: <Money cents={cents} />, isMuted: cents === 0 })),
          { label: m.ui_table_total(), value: <Money cents={total} />, isResult: true },
        ]}
      />
    </Card>
  )
}
