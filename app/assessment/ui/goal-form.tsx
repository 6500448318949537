import type { TeamGoal } from '#app/assessment/rules/goal-scale.ts'
import { baselines, levelField, scaleLevels, weights } from '#app/assessment/rules/goal-scale.ts'
import { fieldsOfGoal, goalFieldText, levelTitle, servesOptions, weightText } from '#app/assessment/ui/goal-words.ts'
import { ScaleHelp } from '#app/assessment/ui/scale-help.tsx'
import { m } from '#app/paraglide/messages.js'
import type { AutosaveConflict } from '#app/ui/autosave-answer.ts'
import { AutosaveForm } from '#app/ui/autosave-form.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { Select } from '#app/ui/select.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

/** What came back of a form that was not taken. */
export type SentGoal = {
  errors: readonly { field: string; text: string }[]
  typed: Readonly<Record<string, string>> | null
  conflict: AutosaveConflict | null
}

type GoalFormProps = { goal: TeamGoal; goals: readonly TeamGoal[]; sent: SentGoal | null }

/** One goal of the team, kept while it is written; a short-term goal with its scale. */
export function GoalForm({ goal, goals, sent }: GoalFormProps) {
  const stored = fieldsOfGoal(goal)
  const values = { ...stored, ...sent?.typed }
  const field = (name: string) => {
    const errors = (sent?.errors ?? []).filter((error) => error.field === name).map(({ text }) => text)
    return { id: name, name, defaultValue: values[name] ?? '', errors: errors.length === 0 ? undefined : errors }
  }
  const conflict = sent?.conflict ? { ...sent.conflict, typed: sent.typed ?? {} } : null
  const labels = Object.fromEntries(Object.keys(stored).map((name) => [name, goalFieldText(name)]))
  const others = goals.filter((other) => other.id !== goal.id)
  return (
    <AutosaveForm
      version={goal.version}
      savedAt={goal.changedAt}
      conflict={conflict}
      labels={labels}
      className="autosave-long"
    >
      <div className="stack" style={{ '--gap': '1.25rem' }}>
        <TextArea label={m.expertise_goal_text()} hint={m.expertise_goal_text_hint()} {...field('text')} rows={2} />
        <Select label={m.expertise_goal_serves()} {...field('serves')} options={servesOptions(others, goal.horizon)} />
        {goal.horizon === 'short_term' ? <ScaleFields field={field} /> : null}
        <div>
          <SubmitButton name="intent" value="save">
            {m.expertise_goal_done()}
          </SubmitButton>
        </div>
      </div>
    </AutosaveForm>
  )
}

type FieldOf = (name: string) => {
  id: string
  name: string
  defaultValue: string
  errors: readonly string[] | undefined
}

function ScaleFields({ field }: { field: FieldOf }) {
  return (
    <>
      <section className="scale-levels">
        <h2>{m.expertise_scale_title()}</h2>
        <p className="muted">{m.expertise_scale_lead()}</p>
        <ScaleHelp />
        {scaleLevels.map((level) => (
          <TextArea label={levelTitle(level)} {...field(levelField(level))} rows={2} key={level} />
        ))}
      </section>
      <RadioGroup
        label={m.expertise_goal_baseline_label()}
        hint={m.expertise_goal_baseline_hint()}
        {...field('baseline')}
        options={[
          { value: '', label: m.expertise_goal_baseline_none() },
          ...baselines.map((level) => ({ value: String(level), label: levelTitle(level) })),
        ]}
      />
      <RadioGroup
        label={m.expertise_goal_weight_label()}
        hint={m.expertise_goal_weight_hint()}
        {...field('weight')}
        options={weights.map((weight) => ({ value: String(weight), label: weightText(weight) }))}
      />
    </>
  )
}
