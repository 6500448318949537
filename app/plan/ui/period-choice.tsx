import { useLocation } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale, type Locale } from '#app/paraglide/runtime.js'
import type { PeriodView, PlanView } from '#app/plan/rules/plan-view.ts'
import { moneyText } from '#app/plan/ui/plan-words.ts'
import { formatDate, formatDateRange } from '#app/platform/i18n/format.ts'
import { FilterChips } from '#app/ui/filter-chips.tsx'
import { searchWith } from '#app/ui/search-link.ts'

export function periodText({ startsOn, lastDay }: PeriodView, locale: Locale): string {
  return formatDateRange(startsOn, lastDay, locale)
}

/** Links to the plans of a child's other periods; nothing while there is one only. */
export function PeriodChoice({ periods, shown }: { periods: readonly PeriodView[]; shown: PeriodView | null }) {
  const { search } = useLocation()
  if (periods.length < 2) return null
  return (
    <FilterChips
      label={m.plan_periods()}
      chips={periods.map((period) => ({
        to: searchWith(search, { period: period.id }),
        label: periodText(period, getLocale()),
        isOn: period.id === shown?.id,
      }))}
    />
  )
}

/** The sentence under the title: where the period stands, and the rule by which the money was given. */
export function planLead(period: PeriodView, plan: PlanView): string {
  const locale = getLocale()
  const rule = m.plan_lead({ budget: moneyText(plan.budget) })
  if (period.phase === 'over') return m.plan_over_note({ date: formatDate(period.lastDay, locale, 'long-on') })
  return period.phase === 'upcoming'
    ? `${m.plan_upcoming_note({ date: formatDate(period.startsOn, locale, 'long-on') })} ${rule}`
    : rule
}
