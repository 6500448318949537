import { getLocale } from '#app/paraglide/runtime.js'
import type { PlanContent, RankedLineView } from '#app/plan/rules/plan-view.ts'
import type { Audience } from '#app/plan/ui/plan-words.ts'
import { whyText } from '#app/plan/ui/why-text.ts'

type WhyLineProps = { line: RankedLineView; plan: Pick<PlanContent, 'ranked' | 'isRevised'>; audience: Audience }

/** Why a service stands where it stands and got what it got, with the numbers named. */
export function WhyLine({ line, plan, audience }: WhyLineProps) {
  const { lead, sentences } = whyText(line, plan, { audience, locale: getLocale() })
  return (
    <p className="why">
      <b>{lead}</b> {sentences}
    </p>
  )
}
