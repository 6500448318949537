import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { classNames } from '#app/ui/class-names.ts'
import { formatMoney } from '#app/platform/i18n/format.ts'
import { type Cents, addCents, zeroCents } from '#app/platform/money.ts'

export type BudgetParts = { paid: Cents; delivered: Cents; reserved: Cents; free: Cents }

type BudgetBarProps = BudgetParts & {
  /** The mark of today: how much of the time has passed, in per cent, and the words at both ends. */
  time?: { elapsedPercent: number; startLabel: string; endLabel: string }
  /** Repeats every part as a line with its sum, down to the total. On unless the sums stand beside it anyway. */
  legend?: boolean
  labels?: Partial<Record<keyof BudgetParts | 'total', string>>
  /** A fifth part that belongs to the total and to none of the four, with its own words. */
  rest?: { cents: Cents; label: string }
  thin?: boolean
}

/** A row of boxes is one picture to those who hear the page. */
const picture = { role: 'img' } as const

/** Four parts of one sum as a bar and as words; what is shown adds up to the total shown. */
export function BudgetBar({
  paid,
  delivered,
  reserved,
  free,
  time,
  legend = true,
  labels,
  rest,
  thin = false,
}: BudgetBarProps) {
  const money = (cents: Cents) => formatMoney(cents, getLocale())
  const restCents = rest?.cents ?? zeroCents
  const total = addCents(paid, delivered, reserved, free, restCents)
  const parts = [
    { kind: 'paid', cents: paid, label: labels?.paid ?? m.ui_bar_paid() },
    { kind: 'delivered', cents: delivered, label: labels?.delivered ?? m.ui_bar_delivered() },
    { kind: 'reserved', cents: reserved, label: labels?.reserved ?? m.ui_bar_reserved() },
    { kind: 'free', cents: free, label: labels?.free ?? m.ui_bar_free() },
  ] as const
  const spoken = m.ui_bar_label({
    total: money(total),
    paid: money(paid),
    delivered: money(delivered),
    reserved: money(reserved),
    free: money(free),
  })
  const restSpoken = rest === undefined || restCents === 0 ? '' : ` ${rest.label}: ${money(restCents)}.`
  return (
    <div>
      <div className={classNames('bar', thin && 'bar-thin')} {...picture} aria-label={spoken + restSpoken}>
        {parts
          .filter((part) => part.cents > 0)
          .map((part) => (
            <i key={part.kind} className={`k-${part.kind}`} style={{ flex: part.cents }} />
          ))}
        {restCents > 0 ? <i className="k-rest" style={{ flex: restCents }} /> : null}
        {total === 0 ? <i className="flex-1 bg-line" /> : null}
      </div>
      {time === undefined ? null : <Timeline {...time} />}
      {legend ? (
        <dl className="legend">
          {parts.toReversed().map((part) => (
            <div key={part.kind} className={part.kind === 'free' ? 'free' : undefined}>
              <dt>
                <i className={`k-${part.kind}`} />
                <span>{part.label}</span>
              </dt>
              <dd>{money(part.cents)}</dd>
            </div>
          ))}
          {rest === undefined || restCents === 0 ? null : (
            <div>
              <dt>
                <i className="k-rest" />
                <span>{rest.label}</span>
              </dt>
              <dd>{money(restCents)}</dd>
            </div>
          )}
          <div className="all">
            <dt>
              <span>{labels?.total ?? m.ui_bar_total()}</span>
            </dt>
            <dd>{money(total)}</dd>
          </div>
        </dl>
      ) : null}
    </div>
  )
}

function Timeline({ elapsedPercent, startLabel, endLabel }: NonNullable<BudgetBarProps['time']>) {
  const at = Math.min(100, Math.max(0, elapsedPercent))
  return (
    <div
      className={classNames('timeline', at < 25 && 'timeline-early', at > 75 && 'timeline-late')}
      style={{ '--at': `${at}%` }}
    >
      <span>{startLabel}</span>
      <b>{m.ui_today()}</b>
      <span>{endLabel}</span>
    </div>
  )
}
