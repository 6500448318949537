import { m } from '#app/paraglide/messages.js'
import type { GoalView } from '#app/plan/rules/plan-view.ts'
import type { Audience } from '#app/plan/ui/plan-words.ts'
import { Card } from '#app/ui/card.tsx'

/** The parents' wishes in their own words, and under each the goals that serve it. */
export function PlanGoals({ goals, audience }: { goals: readonly GoalView[]; audience: Audience }) {
  const wishes = goals.filter((goal) => goal.horizon === 'wish')
  const known = new Set(goals.map((goal) => goal.id))
  const unlinked = goals.filter(
    (goal) => goal.horizon !== 'wish' && (goal.servesId === null || !known.has(goal.servesId)),
  )
  if (goals.length === 0) return null
  return (
    <Card title={m.plan_goals()}>
      <div className="stack" style={{ '--gap': '1.25rem' }}>
        {wishes.map((wish) => (
          <section key={wish.id}>
            <p className="xs muted">{m.plan_goal_wish({ audience })}</p>
            <blockquote className="strong">{m.plan_goal_quoted({ text: wish.text })}</blockquote>
            <ServingGoals goals={goals} servedId={wish.id} />
          </section>
        ))}
        {unlinked.length > 0 ? (
          <section>
            <p className="xs muted">{m.plan_goals_other()}</p>
            <ul>
              {unlinked.map((goal) => (
                <GoalItem key={goal.id} goal={goal} goals={goals} />
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </Card>
  )
}

function ServingGoals({ goals, servedId }: { goals: readonly GoalView[]; servedId: string }) {
  const serving = goals.filter((goal) => goal.servesId === servedId)
  if (serving.length === 0) return null
  return (
    <ul className="mt-2 border-l-2 border-line pl-4">
      {serving.map((goal) => (
        <GoalItem key={goal.id} goal={goal} goals={goals} />
      ))}
    </ul>
  )
}

function GoalItem({ goal, goals }: { goal: GoalView; goals: readonly GoalView[] }) {
  return (
    <li className="small mt-2">
      <span className="xs muted block">{goal.horizon === 'short_term' ? m.plan_goal_short() : m.plan_goal_long()}</span>
      {goal.text}
      <ServingGoals goals={goals} servedId={goal.id} />
    </li>
  )
}
