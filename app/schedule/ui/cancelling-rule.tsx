import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDateTime, formatMoney, formatPercent } from '#app/platform/i18n/format.ts'
import { Note } from '#app/ui/note.tsx'

type CancellingRuleProps = { freeUntil: string; isStillFree: boolean; charge: number; percent: number }

/** The rule of cancelling with its very moment and sum. */
export function CancellingRule({ freeUntil, isStillFree, charge, percent }: CancellingRuleProps) {
  const locale = getLocale()
  const sums = { percent: formatPercent(percent, locale), charge: formatMoney(charge, locale) }
  return (
    <Note icon="clock" tone={isStillFree ? 'accent' : 'attention'}>
      <b className="strong">
        {isStillFree
          ? m.schedule_rule_free({ when: formatDateTime(freeUntil, locale, 'day-until') })
          : m.schedule_rule_too_late()}
      </b>{' '}
      {isStillFree ? m.schedule_rule_late(sums) : m.schedule_rule_late_only(sums)}
    </Note>
  )
}
