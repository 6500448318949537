import { Form, Link } from 'react-router'
import type { TeamGoal } from '#app/assessment/rules/goal-scale.ts'
import { scaleLevels, unfinishedIn } from '#app/assessment/rules/goal-scale.ts'
import { GoalScaleView } from '#app/assessment/ui/goal-scale-view.tsx'
import { levelNumber } from '#app/assessment/ui/goal-words.ts'
import { m } from '#app/paraglide/messages.js'
import { Badge } from '#app/ui/badge.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/icon.tsx'

type GoalCardProps = {
  goal: TeamGoal
  /** All of the assessment, to see whether it leads to a wish. */
  goals: readonly TeamGoal[]
  assessmentId: string
  canEdit: boolean
  isNested: boolean
  isFirst: boolean
  isLast: boolean
}

/** One goal with how far its scale is, and the ways to change it. */
export function GoalCard({ goal, goals, assessmentId, canEdit, isNested, isFirst, isLast }: GoalCardProps) {
  const isMeasured = goal.horizon === 'short_term'
  const count = scaleLevels.filter((level) => goal.levels[level].trim() !== '').length
  const isReady = unfinishedIn(goal, goals) === null
  return (
    <div className={classNames('goal', isNested && 'goal-nested')}>
      <p className="small muted">{isMeasured ? m.expertise_goal_short() : m.expertise_goal_long()}</p>
      <p className="goal-words">{goal.text}</p>
      <div className="goal-facts">
        {isMeasured ? (
          <Badge tone={isReady ? 'ok' : 'attention'} icon={isReady ? 'check' : 'alert'}>
            {isReady ? m.expertise_goal_ready() : m.expertise_goal_levels_count({ count })}
          </Badge>
        ) : null}
        {isMeasured ? <span>{m.expertise_goal_weight({ weight: goal.weight })}</span> : null}
        {goal.baseline === null ? null : (
          <span className="num">{m.expertise_goal_baseline({ level: levelNumber(goal.baseline) })}</span>
        )}
        {goal.services === 0 ? null : <span>{m.expertise_goal_services({ count: goal.services })}</span>}
      </div>
      {isMeasured && count > 0 ? (
        <details>
          <summary>{m.expertise_goal_read()}</summary>
          <GoalScaleView goal={goal} />
        </details>
      ) : null}
      {canEdit ? (
        <GoalActs goal={goal} to={`/assessments/${assessmentId}/goals/${goal.id}`} {...{ isFirst, isLast, isReady }} />
      ) : null}
    </div>
  )
}

function GoalActs({
  goal,
  to,
  isFirst,
  isLast,
  isReady,
}: Pick<GoalCardProps, 'goal' | 'isFirst' | 'isLast'> & { to: string; isReady: boolean }) {
  const action = goal.horizon === 'short_term' && !isReady ? m.expertise_goal_open() : m.expertise_goal_edit()
  return (
    <div className="row">
      <Link
        to={to}
        className="btn btn-secondary btn-small"
        aria-label={m.expertise_goal_action_of({ action, goal: goal.text })}
      >
        {action}
      </Link>
      {isFirst && isLast ? null : (
        <Form method="post" className="row" preventScrollReset>
          <input type="hidden" name="goalId" value={goal.id} />
          {isFirst ? null : (
            <button
              type="submit"
              className="iconbtn"
              name="intent"
              value="up"
              aria-label={m.expertise_goal_up({ goal: goal.text })}
            >
              <Icon name="up" />
            </button>
          )}
          {isLast ? null : (
            <button
              type="submit"
              className="iconbtn"
              name="intent"
              value="down"
              aria-label={m.expertise_goal_down({ goal: goal.text })}
            >
              <Icon name="down" />
            </button>
          )}
        </Form>
      )}
    </div>
  )
}
