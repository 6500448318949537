import { Link } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { LineMoney } from '#app/plan/rules/plan-view.ts'
import { moneyText, ownText } from '#app/plan/ui/plan-words.ts'
import { formatQuantity } from '#app/platform/i18n/format.ts'
import { addCents } from '#app/platform/money.ts'
import { BudgetBar } from '#app/ui/budget-bar.tsx'

/** What became of a service's units and euros so far, and the way to book what is left. */
export function LineUse({ line, bookHref }: { line: LineMoney; bookHref: string | null }) {
  const name = ownText(line.name)
  const { money, units } = line
  const cells = [
    { kind: 'free', label: m.plan_use_left(), units: units.left, cents: money.available },
    { kind: 'reserved', label: m.plan_use_booked(), units: units.booked, cents: money.reserved },
    { kind: 'delivered', label: m.plan_use_delivered(), units: units.delivered, cents: money.delivered },
    { kind: 'paid', label: m.plan_use_paid(), units: units.paid, cents: money.paid },
  ] as const
  return (
    <section className="mt-4 rounded-md bg-sunken p-4" aria-label={m.plan_use({ name })}>
      <p className="small mb-2">
        {m.plan_use_approved({
          units: formatQuantity(units.approved, line.unit, getLocale()),
          amount: moneyText(addCents(money.available, money.reserved, money.delivered, money.paid)),
        })}
      </p>
      <BudgetBar
        paid={money.paid}
        delivered={money.delivered}
        reserved={money.reserved}
        free={money.available}
        legend={false}
        thin
      />
      <dl className="small mt-3 grid grid-cols-[repeat(auto-fit,minmax(7rem,1fr))] gap-x-4 gap-y-3">
        {cells.map((cell) => (
          <div key={cell.kind}>
            <dt className="flex items-baseline gap-2">
              <i className={`k-${cell.kind} size-3 flex-none rounded-xs`} />
              {cell.label}
            </dt>
            <dd className="num strong">{formatQuantity(cell.units, line.unit, getLocale())}</dd>
            <dd className="num muted">{moneyText(cell.cents)}</dd>
          </div>
        ))}
      </dl>
      {line.fees > 0 ? <p className="small muted mt-3">{m.plan_use_fees({ amount: moneyText(line.fees) })}</p> : null}
      {money.available > 0 && money.available < line.unitPrice ? (
        <p className="small muted mt-3">{m.plan_use_less_than_unit({ price: moneyText(line.unitPrice) })}</p>
      ) : null}
      {bookHref !== null && money.available > 0 ? (
        <Link
          className="no-print mt-1 -mb-2 inline-flex min-h-11 items-center"
          to={bookHref}
          aria-label={m.plan_book_for({ name })}
        >
          {m.plan_book()}
        </Link>
      ) : null}
    </section>
  )
}
