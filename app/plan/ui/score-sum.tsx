import { m } from '#app/paraglide/messages.js'
import { halfPoints } from '#app/plan/rules/explain-line.ts'
import type { PlanContent, RankedLineView } from '#app/plan/rules/plan-view.ts'
import { type Audience, halvesText, scoreText } from '#app/plan/ui/plan-words.ts'

type ScoreSumProps = {
  line: RankedLineView
  plan: Pick<PlanContent, 'expertTenths' | 'parentTenths' | 'ranked'>
  audience: Audience
}

/** "7/10 × 5 + 3/10 × 4 = 4,7", with whose rank it is under each term. */
export function ScoreSum({ line, plan, audience }: ScoreSumProps) {
  const count = plan.ranked.length
  return (
    <p className="calc">
      <span>
        {`${plan.expertTenths}/10 × ${halvesText(halfPoints(line.expertHalfRank, count))}`}
        <small>{m.plan_rank_experts({ rank: halvesText(line.expertHalfRank) })}</small>
      </span>
      <span className="op">+</span>
      <span>
        {`${plan.parentTenths}/10 × ${halvesText(halfPoints(line.parentHalfRank, count))}`}
        <small>{m.plan_rank_parents({ audience, rank: halvesText(line.parentHalfRank) })}</small>
      </span>
      <span className="eq">
        <span className="op">=</span>
        <span className="res">
          {scoreText(line.scoreTwentieths)}
          <small>{m.plan_points()}</small>
        </span>
      </span>
    </p>
  )
}
