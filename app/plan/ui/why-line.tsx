import { m } from '#app/paraglide/messages.js'
import { explainMoney, explainPlace } from '#app/plan/rules/explain-line.ts'
import type { RankedLineView } from '#app/plan/rules/plan-view.ts'
import { type Audience, halvesText, moneyText, unitsText } from '#app/plan/ui/plan-words.ts'

type WhyLineProps = { line: RankedLineView; all: readonly RankedLineView[]; audience: Audience }

/** Why a service stands where it stands and got what it got, with the numbers named. */
export function WhyLine({ line, all, audience }: WhyLineProps) {
  return (
    <p className="why">
      <b>{leadText(line)}</b> {placeText(line, all, audience)} {moneySentence(line)}
    </p>
  )
}

function leadText({ outcome }: RankedLineView): string {
  if (outcome === 'full') return m.plan_why_in()
  return outcome === 'partly' ? m.plan_why_part() : m.plan_why_out()
}

function placeText(line: RankedLineView, all: readonly RankedLineView[], audience: Audience): string {
  const reason = explainPlace(line, all)
  switch (reason.kind) {
    case 'same-rank':
      return m.plan_place_same({ audience, rank: halvesText(reason.halfRank) })
    case 'moved-up':
      return m.plan_place_up({ audience, from: reason.from, to: reason.to })
    case 'moved-down':
      return m.plan_place_down({ audience, from: reason.from, to: reason.to })
    case 'both':
      return m.plan_place_both({
        audience,
        expert: halvesText(reason.expertHalfRank),
        parent: halvesText(reason.parentHalfRank),
      })
  }
}

function moneySentence(line: RankedLineView): string {
  const reason = explainMoney(line)
  const price = moneyText(line.unitPrice)
  const before = moneyText(reason.before)
  switch (reason.kind) {
    case 'full':
      return m.plan_money_full({ before, after: moneyText(reason.after) })
    case 'partly':
      return m.plan_money_partly({
        before,
        asked: unitsText(line.askedUnits, line.unit),
        askedAmount: moneyText(reason.asked),
        amount: moneyText(reason.amount),
        funded: unitsText(reason.fundedUnits, line.unit),
        price,
        after: moneyText(reason.after),
      })
    case 'less-than-one-unit':
      return m.plan_money_one_unit({ unit: unitsText(1, line.unit), price, before })
    case 'less-than-minimum':
      return m.plan_money_minimum({
        minimum: unitsText(reason.minimumUnits, line.unit),
        minimumAmount: moneyText(reason.minimumAmount),
        before,
      })
  }
}
