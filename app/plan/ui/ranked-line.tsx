import { m } from '#app/paraglide/messages.js'
import type { LineMoney, PlanContent, RankedLineView } from '#app/plan/rules/plan-view.ts'
import { LineUse } from '#app/plan/ui/line-use.tsx'
import { type Audience, modeText, moneyText, ownText, unitsText } from '#app/plan/ui/plan-words.ts'
import { ScoreSum } from '#app/plan/ui/score-sum.tsx'
import { WhyLine } from '#app/plan/ui/why-line.tsx'
import { startSentence } from '#app/platform/i18n/format.ts'
import { cents } from '#app/platform/money.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'

type RankedLineProps = {
  line: RankedLineView
  plan: PlanContent
  use: LineMoney | null
  audience: Audience
  bookHref: string | null
  /** The words of the funding line when it runs through or right below this service. */
  cut: string | null
}

const looks = { full: 'in', partly: 'part', not_funded: 'out' } as const

/** One service of the joint list: what was asked, the sum of its score, why, and how it has been used. */
export function RankedLine({ line, plan, use, audience, bookHref, cut }: RankedLineProps) {
  const asked = cents(line.askedUnits * line.unitPrice)
  const isCutThrough = cut !== null && line.outcome === 'partly'
  const unitsOut = line.askedUnits - line.fundedUnits
  const details = detailTexts(line)
  return (
    <li className={looks[line.outcome]}>
      <div className="pos">
        <VisuallyHidden>{`${m.plan_place()} `}</VisuallyHidden>
        {`${line.position}.`}
      </div>
      <div>
        <div className="name">
          <h3>{ownText(line.name)}</h3>
          <span className="amt">{moneyText(line.outcome === 'not_funded' ? asked : line.funded)}</span>
        </div>
        <div className="meta">
          <span>{askedText(line, asked)}</span>
          <OutcomeBadge outcome={line.outcome} />
        </div>
        {details.length > 0 ? <p className="small muted">{startSentence(details.join(', '))}</p> : null}
        <ScoreSum line={line} plan={plan} audience={audience} />
        <WhyLine line={line} plan={plan} audience={audience} />
        <AboutLine line={line} />
        {line.outcome === 'partly' ? (
          <p className="frac">
            <span>{m.plan_units_in({ units: unitsText(line.fundedUnits, line.unit) })}</span>
            <b className="num">{moneyText(line.funded)}</b>
          </p>
        ) : null}
        {use === null ? null : <LineUse line={use} bookHref={bookHref} />}
        {line.outcome === 'partly' && cut === null ? <UnitsOut line={line} units={unitsOut} /> : null}
      </div>
      {cut === null ? null : (
        <div className="cut">
          <p>{cut}</p>
        </div>
      )}
      {isCutThrough ? <UnitsOut line={line} units={unitsOut} isBelow /> : null}
    </li>
  )
}

function askedText(line: RankedLineView, asked: number): string {
  const units = unitsText(line.askedUnits, line.unit)
  const price = moneyText(line.unitPrice)
  return line.outcome === 'partly'
    ? m.plan_asked_total({ units, price, amount: moneyText(asked) })
    : m.plan_asked({ units, price })
}

function detailTexts({ beneficiary, mode, sessionsPerWeek }: RankedLineView): string[] {
  const texts: string[] = []
  if (beneficiary === 'parents') texts.push(m.plan_for_parents())
  if (beneficiary === 'both') texts.push(m.plan_for_both())
  if (mode !== null) texts.push(modeText(mode))
  if (sessionsPerWeek !== null) texts.push(m.plan_per_week({ count: sessionsPerWeek }))
  return texts
}

function OutcomeBadge({ outcome }: Pick<RankedLineView, 'outcome'>) {
  if (outcome === 'full') return <Badge tone="ok">{m.plan_full()}</Badge>
  if (outcome === 'partly') {
    return (
      <Badge tone="attention" icon="half">
        {m.plan_partly()}
      </Badge>
    )
  }
  return <Badge>{m.plan_not_funded()}</Badge>
}

/** What the experts wrote for the family: what it is for, what it is. Closed, so that the list stays a list. */
function AboutLine({ line }: { line: RankedLineView }) {
  return (
    <details className="print-open small mt-1">
      <summary className="inline-flex min-h-11 items-center gap-1 text-accent underline underline-offset-4">
        {m.plan_reason()}
        <Icon name="down" className="no-print" />
      </summary>
      <p className="max-w-152">{ownText(line.reason)}</p>
      <p className="mt-2 max-w-152">
        <b>{m.plan_explanation()}:</b> {ownText(line.explanation)}
      </p>
    </details>
  )
}

function UnitsOut({ line, units, isBelow = false }: { line: RankedLineView; units: number; isBelow?: boolean }) {
  return (
    <p className={isBelow ? 'frac frac-out below' : 'frac frac-out mt-3'}>
      <span>{m.plan_units_out({ units: unitsText(units, line.unit) })}</span>
      <b className="num">{moneyText(units * line.unitPrice)}</b>
    </p>
  )
}
