import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { LineChange, LineDifference, PlanDifference as Difference } from '#app/plan/rules/plan-difference.ts'
import { moneyText, ownText, unitsText } from '#app/plan/ui/plan-words.ts'
import { formatMoney } from '#app/platform/i18n/format.ts'
import { Badge } from '#app/ui/badge.tsx'
import type { IconName } from '#app/ui/icon.tsx'

type PlanDifferenceProps = {
  difference: Difference
  /** Also the services that stay as they were. */
  withSame?: boolean
}

/** What a version of a plan changes against another: service by service, in units and euros, and what is left. */
export function PlanDifference({ difference, withSame = false }: PlanDifferenceProps) {
  const lines = withSame ? difference.lines : difference.lines.filter(({ change }) => change !== 'same')
  if (lines.length === 0) return <p className="muted">{m.revision_diff_none()}</p>
  return (
    <div className="stack" style={{ '--gap': '0.75rem' }}>
      <ul className="stack" style={{ '--gap': '0.75rem' }} aria-label={m.revision_diff_caption()}>
        {lines.map((line) => (
          <DifferenceLine line={line} key={line.serviceId} />
        ))}
      </ul>
      <p className="small muted">
        {m.revision_diff_rest()}{' '}
        <span className="num whitespace-normal!">
          {m.revision_diff_from_to({
            before: moneyText(difference.unassignedBefore),
            after: moneyText(difference.unassignedAfter),
          })}
        </span>
      </p>
    </div>
  )
}

function DifferenceLine({ line }: { line: LineDifference }) {
  const { change, unit, unitsBefore, unitsAfter } = line
  const look = lookOf(change)
  const units =
    change === 'same'
      ? unitsText(unitsAfter, unit)
      : m.revision_diff_from_to({ before: unitsText(unitsBefore, unit), after: unitsText(unitsAfter, unit) })
  return (
    <li className="border-b border-line pb-3 last:border-b-0">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <b className="min-w-0 grow basis-36">{ownText(line.name)}</b>
        <Badge tone={look.tone} icon={look.icon}>
          {look.text}
        </Badge>
        <span className="num strong">{signedText(line.amount)}</span>
      </div>
      <p className="small muted num whitespace-normal!">
        {units}
        {', '}
        {change === 'same'
          ? moneyText(line.after)
          : m.revision_diff_from_to({ before: moneyText(line.before), after: moneyText(line.after) })}
      </p>
      {line.reason === null || change === 'same' ? null : (
        <p className="small">{m.revision_diff_why({ reason: line.reason })}</p>
      )}
    </li>
  )
}

function signedText(cents: number): string {
  if (cents === 0) return formatMoney(0, getLocale())
  return `${cents > 0 ? '+' : '−'} ${formatMoney(Math.abs(cents), getLocale())}`
}

type Look = { tone: 'neutral' | 'ok' | 'attention' | 'stop' | 'accent'; icon: IconName; text: string }

function lookOf(change: LineChange): Look {
  switch (change) {
    case 'added':
      return { tone: 'ok', icon: 'plus', text: m.revision_diff_added() }
    case 'more':
      return { tone: 'ok', icon: 'up', text: m.revision_diff_more() }
    case 'less':
      return { tone: 'attention', icon: 'down', text: m.revision_diff_less() }
    case 'gone':
      return { tone: 'stop', icon: 'x', text: m.revision_diff_gone() }
    case 'same':
      return { tone: 'neutral', icon: 'check', text: m.revision_diff_same() }
  }
}
