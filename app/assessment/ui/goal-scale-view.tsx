import type { TeamGoal } from '#app/assessment/rules/goal-scale.ts'
import { scaleLevels } from '#app/assessment/rules/goal-scale.ts'
import { levelTitle } from '#app/assessment/ui/goal-words.ts'
import { m } from '#app/paraglide/messages.js'

/** The five levels of a goal, with the one where the child starts marked. */
export function GoalScaleView({ goal: { levels, baseline } }: { goal: Pick<TeamGoal, 'levels' | 'baseline'> }) {
  return (
    <dl className="goal-scale">
      {scaleLevels.map((level) => (
        <div key={level} className={level === baseline ? 'is-baseline' : undefined}>
          <dt>{levelTitle(level)}</dt>
          <dd>
            {levels[level].trim() === '' ? <span className="muted">{m.expertise_nothing_text()}</span> : levels[level]}
            {level === baseline ? <span className="block small">{m.expertise_goal_baseline_label()}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
