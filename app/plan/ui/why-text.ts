import { m } from '#app/paraglide/messages.js'
import type { Locale } from '#app/paraglide/runtime.js'
import { explainMoney, explainPlace } from '#app/plan/rules/explain-line.ts'
import type { PlanContent, RankedLineView } from '#app/plan/rules/plan-view.ts'
import { type Audience, halvesText, moneyText, unitsText } from '#app/plan/ui/plan-words.ts'

export type Reader = { audience: Audience; locale: Locale }

/** Why a service stands where it stands and got what it got, with the numbers named: the page's and the decision's words. */
export function whyText(
  line: RankedLineView,
  { ranked, isRevised }: Pick<PlanContent, 'ranked' | 'isRevised'>,
  reader: Reader,
): { lead: string; sentences: string } {
  const money = isRevised ? revisedSentence(line, reader.locale) : moneySentence(line, reader.locale)
  return { lead: leadText(line, reader.locale), sentences: `${placeText(line, ranked, reader)} ${money}` }
}

function leadText({ outcome }: RankedLineView, locale: Locale): string {
  if (outcome === 'full') return m.plan_why_in({}, { locale })
  return outcome === 'partly' ? m.plan_why_part({}, { locale }) : m.plan_why_out({}, { locale })
}

function placeText(line: RankedLineView, all: readonly RankedLineView[], { audience, locale }: Reader): string {
  const halves = (halfRank: number) => halvesText(halfRank, locale)
  const reason = explainPlace(line, all)
  switch (reason.kind) {
    case 'same-rank':
      return m.plan_place_same({ audience, rank: halves(reason.halfRank) }, { locale })
    case 'moved-up':
      return m.plan_place_up({ audience, from: reason.from, to: reason.to }, { locale })
    case 'moved-down':
      return m.plan_place_down({ audience, from: reason.from, to: reason.to }, { locale })
    case 'both':
      return m.plan_place_both(
        { audience, expert: halves(reason.expertHalfRank), parent: halves(reason.parentHalfRank) },
        { locale },
      )
  }
}

function moneySentence(line: RankedLineView, locale: Locale): string {
  const reason = explainMoney(line)
  const money = (amount: number) => moneyText(amount, locale)
  const units = (count: number) => unitsText(count, line.unit, locale)
  const price = money(line.unitPrice)
  const before = money(reason.before)
  switch (reason.kind) {
    case 'full':
      return m.plan_money_full({ before, after: money(reason.after) }, { locale })
    case 'partly':
      return m.plan_money_partly(
        {
          before,
          asked: units(line.askedUnits),
          askedAmount: money(reason.asked),
          amount: money(reason.amount),
          funded: units(reason.fundedUnits),
          price,
          after: money(reason.after),
        },
        { locale },
      )
    case 'less-than-one-unit':
      return m.plan_money_one_unit({ unit: units(1), price, before }, { locale })
    case 'less-than-minimum':
      return m.plan_money_minimum(
        { minimum: units(reason.minimumUnits), minimumAmount: money(reason.minimumAmount), before },
        { locale },
      )
    case 'list-closed':
      return m.decision_money_closed({ before }, { locale })
  }
}

/** A revision gives what it gives by decision, not by the way down the list. */
function revisedSentence(line: RankedLineView, locale: Locale): string {
  const given = { units: unitsText(line.fundedUnits, line.unit, locale), amount: moneyText(line.funded, locale) }
  const sentence =
    line.funded === 0 ? m.decision_money_revised_none({}, { locale }) : m.decision_money_revised(given, { locale })
  return line.changeReason === null ? sentence : `${sentence} ${line.changeReason}`
}
