import { Link } from 'react-router'
import type { FamilyFilter, FamilyRow } from '#app/insight/rules/family-row.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { moneyText } from '#app/plan/ui/plan-words.ts'
import { formatDate, formatPercent } from '#app/platform/i18n/format.ts'
import { Badge } from '#app/ui/badge.tsx'
import type { Column } from '#app/ui/table-column.ts'

export function flagText(flag: FamilyFilter): string {
  switch (flag) {
    case 'all':
      return m.insight_flag_all()
    case 'objection':
      return m.insight_flag_objection()
    case 'money-left':
      return m.insight_flag_money_left()
    case 'nearly-out':
      return m.insight_flag_nearly_out()
    case 'no-plan':
      return m.insight_flag_no_plan()
  }
}

/** The columns of the families' table. */
export function familyColumns(): Column<FamilyRow>[] {
  const locale = getLocale()
  const money = (key: 'allocated' | 'available' | 'reserved' | 'delivered' | 'paid', label: string) => ({
    key,
    label,
    numeric: true,
    sortable: true,
    cell: (row: FamilyRow) => moneyText(row[key]),
  })
  const percent = (value: number | null) => (value === null ? '–' : formatPercent(value, locale))
  return [
    {
      key: 'name',
      label: m.insight_families_child(),
      isRowHeader: true,
      sortable: true,
      cell: (row) => (
        <>
          <Link to={`/municipality/families/${row.childId}`}>{row.name}</Link>
          <small>{row.guardians.join(', ')}</small>
        </>
      ),
    },
    {
      key: 'period',
      label: m.insight_families_period(),
      cell: (row) =>
        row.startsOn === null || row.lastDay === null ? (
          '–'
        ) : (
          <span className="num">
            {formatDate(row.startsOn, locale, 'numeric')}–<wbr />
            {formatDate(row.lastDay, locale, 'numeric')}
          </span>
        ),
    },
    money('allocated', m.insight_families_allocated()),
    money('available', m.insight_families_available()),
    money('reserved', m.insight_families_reserved()),
    money('delivered', m.insight_families_delivered()),
    money('paid', m.insight_families_paid()),
    {
      key: 'used',
      label: m.insight_families_used(),
      numeric: true,
      sortable: true,
      cell: (row) => percent(row.usedPercent),
    },
    {
      key: 'time',
      label: m.insight_families_time(),
      numeric: true,
      sortable: true,
      cell: (row) => percent(row.timePercent),
    },
    {
      key: 'flags',
      label: m.insight_families_flags(),
      kind: 'state',
      cell: (row) => (
        <span className="flex flex-wrap gap-1">
          {row.flags.map((flag) => (
            <Badge key={flag} tone={flag === 'no-plan' ? 'neutral' : 'attention'} icon={flagIcons[flag]}>
              {flagText(flag)}
            </Badge>
          ))}
        </span>
      ),
    },
  ]
}

const flagIcons = { objection: 'alert', 'money-left': 'clock', 'nearly-out': 'money', 'no-plan': 'plan' } as const
