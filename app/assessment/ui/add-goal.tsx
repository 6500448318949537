import { Form } from 'react-router'
import type { TeamGoal } from '#app/assessment/rules/goal-scale.ts'
import { longestGoal } from '#app/assessment/rules/goal-scale.ts'
import { servesOptions } from '#app/assessment/ui/goal-words.ts'
import { m } from '#app/paraglide/messages.js'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { Select } from '#app/ui/select.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

type AddGoalProps = {
  goals: readonly TeamGoal[]
  newGoalId: string
  sent: {
    errors: readonly { field: string; text: string }[]
    typed: { kind: string; text: string; serves: string } | null
  } | null
}

/** A new goal: its words and what it leads to. The scale of a short-term goal is written on the page that follows. */
export function AddGoal({ goals, newGoalId, sent }: AddGoalProps) {
  const typed = sent?.typed ?? { kind: 'short_term', text: '', serves: '' }
  const errorsOf = (field: string) => {
    const errors = (sent?.errors ?? []).filter((error) => error.field === field).map(({ text }) => text)
    return errors.length === 0 ? undefined : errors
  }
  return (
    <Card title={m.expertise_goal_add_title()}>
      <Form method="post" className="stack">
        <input type="hidden" name="goalId" value={newGoalId} />
        <RadioGroup
          id="kind"
          name="kind"
          label={m.expertise_goal_kind()}
          defaultValue={typed.kind}
          errors={errorsOf('kind')}
          options={[
            { value: 'short_term', label: m.expertise_goal_short(), hint: m.expertise_goal_short_hint() },
            { value: 'long_term', label: m.expertise_goal_long(), hint: m.expertise_goal_long_hint() },
          ]}
        />
        <TextArea
          id="text"
          name="text"
          label={m.expertise_goal_text()}
          hint={m.expertise_goal_text_hint()}
          defaultValue={typed.text}
          errors={errorsOf('text')}
          maxLength={longestGoal}
          rows={2}
        />
        <Select
          id="serves"
          name="serves"
          label={m.expertise_goal_serves()}
          defaultValue={typed.serves}
          errors={errorsOf('serves')}
          options={servesOptions(goals)}
        />
        <div>
          <SubmitButton name="intent" value="add" icon="plus" variant="secondary">
            {m.expertise_goal_add()}
          </SubmitButton>
        </div>
      </Form>
    </Card>
  )
}
