import { m } from '#app/paraglide/messages.js'
import { Money } from '#app/ui/money.tsx'
import { Totals } from '#app/ui/totals.tsx'
import type { RunPage } from '../screen-types.ts'

/** The four numbers that a run is decided by. */
export function RunTotals({ run, sums, leftOutCount }: Pick<RunPage, 'run' | 'sums'> & { leftOutCount: number }) {
  const { sessions, difference, unremarkable, leftOut } = sums
  return (
    <Totals
      totals={[
        {
          label: m.payout_total_payable(),
          value: <Money cents={run.total} />,
          note: m.payout_total_payable_note({ count: run.payoutCount }),
          isMain: true,
        },
        {
          label: m.payout_total_sessions(),
          value: sessions,
          note: m.payout_total_sessions_note({ count: String(unremarkable) }),
        },
        {
          label: m.payout_total_difference(),
          value: <Money cents={difference} change />,
          note: differenceWords(difference),
        },
        {
          label: m.payout_total_left(),
          value: <Money cents={leftOut} />,
          note: m.payout_total_left_note({ count: leftOutCount }),
        },
      ]}
    />
  )
}

function differenceWords(difference: number): string {
  if (difference === 0) return m.payout_total_difference_none()
  return difference < 0 ? m.payout_total_difference_released() : m.payout_total_difference_more()
}
