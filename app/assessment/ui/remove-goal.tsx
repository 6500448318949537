import { Form, Link } from 'react-router'
import type { TeamGoal } from '#app/assessment/rules/goal-scale.ts'
import { m } from '#app/paraglide/messages.js'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ConfirmDialog } from '#app/ui/confirm-dialog.tsx'

/** Asks before a goal goes. */
export function RemoveGoal({ goal }: { goal: TeamGoal }) {
  return (
    <ConfirmDialog
      href="?remove=ask"
      label={m.expertise_goal_remove()}
      variant="danger"
      size="small"
      title={m.expertise_goal_remove_title()}
      confirmLabel={m.expertise_goal_remove()}
      confirmVariant="danger"
      fields={{ intent: 'remove' }}
    >
      <RemoveWords goal={goal} />
    </ConfirmDialog>
  )
}

/** The same question as a page, for those without script. */
export function RemoveGoalPage({ goal }: { goal: TeamGoal }) {
  return (
    <Card title={m.expertise_goal_remove_title()} tone="attention">
      <div className="stack">
        <RemoveWords goal={goal} />
        <Form method="post" className="row">
          <SubmitButton variant="danger" name="intent" value="remove">
            {m.expertise_goal_remove()}
          </SubmitButton>
          <Link to="?">{m.ui_cancel()}</Link>
        </Form>
      </div>
    </Card>
  )
}

function RemoveWords({ goal }: { goal: TeamGoal }) {
  return (
    <div className="stack">
      <p className="strong">{goal.text}</p>
      <p>{m.expertise_goal_remove_text()}</p>
      {goal.services > 0 ? <p>{m.expertise_goal_remove_services({ count: goal.services })}</p> : null}
    </div>
  )
}
