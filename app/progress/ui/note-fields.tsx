import { useId } from 'react'
import { Form } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { longestNote } from '#app/progress/rules/note-input.ts'
import type { ScaledGoalView } from '#app/progress/rules/note-view.ts'
import { levelOptions } from '#app/progress/ui/progress-words.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { Select } from '#app/ui/select.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

export type NoteValues = { noteId: string; version: number; text: string; goal: string; mark: string; on: string }
export type SentNoteForm = {
  isCorrection: boolean
  values: NoteValues
  errors: readonly { field: string; text: string }[]
}

type NoteFormProps = {
  values: NoteValues
  isCorrection: boolean
  goals: readonly ScaledGoalView[]
  /** As came back with errors; null for a fresh form. */
  sent: SentNoteForm | null
  words: { text: string; textHint: string; mark: string; markHint: string; save: string }
  /** Null for a session, whose day is its own. */
  days: { first: string; last: string } | null
}

/** A note's fields: the goal, the mark on its scale, the day and the words. A plain form, one for new and correction. */
export function NoteForm({ values, isCorrection, goals, sent, words, days }: NoteFormProps) {
  const id = useId()
  const shown = sent?.values ?? values
  const errorsOf = (field: string) => sent?.errors.filter((error) => error.field === field).map(({ text }) => text)
  const [onlyGoal] = goals
  const scale = goals.length === 1 && onlyGoal !== undefined && onlyGoal.horizon !== 'wish' ? onlyGoal.scale : null
  return (
    <Form method="post" className="stack" preventScrollReset={isCorrection}>
      <input type="hidden" name="intent" value={isCorrection ? 'correct' : 'write'} />
      <input type="hidden" name="noteId" value={shown.noteId} />
      <input type="hidden" name="version" value={shown.version} />
      {goals.length === 0 ? null : (
        <>
          <Select
            id={fieldId('goal', isCorrection, id)}
            name="goal"
            label={m.progress_note_goal()}
            optional
            defaultValue={shown.goal}
            errors={errorsOf('goal')}
            placeholder={m.progress_note_goal_none()}
            options={goals.map((goal) => ({ value: goal.id, label: goal.text }))}
          />
          <Select
            id={fieldId('mark', isCorrection, id)}
            name="mark"
            label={words.mark}
            hint={words.markHint}
            optional
            defaultValue={shown.mark}
            errors={errorsOf('mark')}
            placeholder={m.progress_note_mark_none()}
            options={levelOptions(scale)}
          />
        </>
      )}
      {days === null ? null : (
        <DateField
          id={fieldId('on', isCorrection, id)}
          name="on"
          label={m.progress_goals_write_day()}
          defaultValue={shown.on}
          min={days.first}
          max={days.last}
          errors={errorsOf('on')}
          required
        />
      )}
      <TextArea
        id={fieldId('text', isCorrection, id)}
        name="text"
        label={words.text}
        hint={words.textHint}
        defaultValue={shown.text}
        errors={errorsOf('text')}
        rows={4}
        maxLength={longestNote}
      />
      <SubmitButton variant={isCorrection ? 'secondary' : 'primary'}>{words.save}</SubmitButton>
    </Form>
  )
}

/** Of the new note the field's own name, so that the error summary finds it. */
function fieldId(name: string, isCorrection: boolean, id: string): string {
  return isCorrection ? `${name}-${id}` : name
}
