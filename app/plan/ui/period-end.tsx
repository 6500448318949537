import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { PeriodEndView } from '#app/plan/rules/plan-history.ts'
import type { PeriodView } from '#app/plan/rules/plan-view.ts'
import { moneyText } from '#app/plan/ui/plan-words.ts'
import { formatDate } from '#app/platform/i18n/format.ts'
import { Card } from '#app/ui/card.tsx'
import { Facts } from '#app/ui/facts.tsx'

/** When a period ends, by what it was made longer, and what becomes or became of unused money. */
export function PeriodEnd({ end, period }: { end: PeriodEndView; period: PeriodView }) {
  const locale = getLocale()
  return (
    <Card title={m.revision_end_title()}>
      <Facts
        facts={[
          { term: m.revision_end_last_day(), value: formatDate(period.lastDay, locale, 'long') },
          ...(end.free > 0
            ? [{ term: m.revision_end_free(), value: moneyText(end.free), note: futureOf(end, period) }]
            : []),
        ]}
      />
      {end.extensions.length + end.returned.length === 0 ? null : (
        <ul className="stack small mt-3" style={{ '--gap': '0.5rem' }}>
          {end.extensions.map((extension) => (
            <li key={extension.endsBefore}>
              {m.revision_end_extended({
                from: formatDate(dayBefore(extension.wasEndsBefore), locale, 'numeric'),
                to: formatDate(dayBefore(extension.endsBefore), locale, 'numeric'),
                reason: extension.reason,
              })}
            </li>
          ))}
          {end.returned.map((returned) => (
            <li key={returned.at}>
              {m.revision_end_returned({
                date: formatDate(returned.at, locale, 'long-on'),
                amount: moneyText(returned.amount),
              })}
              {returned.reason === null ? null : ` ${returned.reason}`}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function futureOf({ unusedMoney, lapsesOn }: PeriodEndView, { phase }: PeriodView): string | undefined {
  if (unusedMoney === 'stays') return phase === 'over' ? m.revision_end_stays() : undefined
  if (unusedMoney === null || lapsesOn === null) return undefined
  return m.revision_end_lapses({ date: formatDate(lapsesOn, getLocale(), 'long-on') })
}

/** The day before a half-open end, "2027-03-24". */
export function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - 1)
  return date.toISOString().slice(0, 10)
}
