import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatMoney } from '#app/platform/i18n/format.ts'
import { subtractCents } from '#app/platform/money.ts'
import { Money } from '#app/ui/money.tsx'
import { Totals } from '#app/ui/totals.tsx'
import type { RunPage } from '../screen-types.ts'

/** The four numbers that a run is decided by. */
export function RunTotals({ run, sums, leftOutCount }: Pick<RunPage, 'run' | 'sums'> & { leftOutCount: number }) {
  const { sessions, difference, unremarkable, leftOut } = sums
  const isExecuted = run.state === 'executed'
  return (
    <Totals
      totals={[
        {
          label: totalLabels[run.state](),
          value: <Money cents={isExecuted ? subtractCents(run.total, run.failedAmount) : run.total} />,
          note: isExecuted && run.failedCount > 0 ? failedWords(run) : payeeWords(run),
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
          note: differenceWords(sums),
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

const totalLabels: Record<RunPage['run']['state'], () => string> = {
  prepared: m.payout_total_payable,
  returned: m.payout_total_returned,
  approved: m.payout_total_payable,
  executed: m.payout_total_paid,
}

function payeeWords({ payoutCount }: RunPage['run']): string {
  return m.payout_total_payable_note({ count: payoutCount })
}

/** What was payable, less what came back, is what is paid. */
function failedWords({ total, failedAmount }: RunPage['run']): string {
  const locale = getLocale()
  return m.payout_total_paid_note({ total: formatMoney(total, locale), failed: formatMoney(failedAmount, locale) })
}

/** Both ways by themselves: a net sum alone would hide that some was released and some was paid on top. */
function differenceWords({ released, extra }: RunPage['sums']): string {
  const back = released === 0 ? [] : [m.payout_total_difference_released({ sum: formatMoney(released, getLocale()) })]
  const more = extra === 0 ? [] : [m.payout_total_difference_more({ sum: formatMoney(extra, getLocale()) })]
  const words = [...back, ...more]
  return words.length === 0 ? m.payout_total_difference_none() : words.join(', ')
}
