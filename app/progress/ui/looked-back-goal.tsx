import { Link } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDate } from '#app/platform/i18n/format.ts'
import type { Level } from '#app/progress/rules/goal-attainment.ts'
import type { Horizon, MarkPoint, Scale } from '#app/progress/rules/note-view.ts'
import type { NoteAuthorKind } from '#app/progress/rules/who-reads-notes.ts'
import { GoalScale } from '#app/progress/ui/goal-scale.tsx'
import { MarksChart } from '#app/progress/ui/marks-chart.tsx'
import { authorText, horizonText, levelOptions, levelText, markText } from '#app/progress/ui/progress-words.ts'
import type { AutosaveConflict } from '#app/ui/autosave-answer.ts'
import { AutosaveForm } from '#app/ui/autosave-form.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { Select } from '#app/ui/select.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import './progress.css'

export type ShownGoal = {
  id: string
  horizon: Horizon
  text: string
  weight: number
  baseline: Level | null
  scale: Scale
  attained: { level: Level; note: string; version: number; by: string; at: string } | null
  marks: MarkPoint[]
  notes: { on: string; text: string; mark: number | null; authorKind: NoteAuthorKind; authorName: string }[]
  noteCount: number
}

/** The measure of one goal that came back unsaved. */
export type SentMeasure = {
  goalId: string
  level: string
  note: string
  errors: readonly { field: string; text: string }[]
  conflict: (AutosaveConflict & { typed: Record<string, string> }) | null
}

type LookedBackGoalProps = {
  goal: ShownGoal
  mayMeasure: boolean
  sent: SentMeasure | null
  /** All notes of the goal. */
  notesHref: string
  longestNote: number
}

/** A goal of the period before: its marks, what was written of it, and how far it was reached. */
export function LookedBackGoal({ goal, mayMeasure, sent, notesHref, longestNote }: LookedBackGoalProps) {
  const isScaled = goal.horizon !== 'wish'
  return (
    <section className="looked-back stack" aria-labelledby={`goal-${goal.id}`}>
      <div>
        <p className="xs muted">
          {horizonText(goal.horizon)}
          {isScaled ? ` · ${m.progress_back_weight({ weight: goal.weight })}` : null}
        </p>
        <h3 id={`goal-${goal.id}`}>{goal.text}</h3>
        {goal.baseline === null ? null : (
          <p className="small muted">{m.progress_scale_start({ level: levelText(goal.baseline, goal.scale) })}</p>
        )}
      </div>
      <div className="split split-wide">
        <div className="stack">
          <MarksChart marks={goal.marks} baseline={goal.baseline} goal={goal.text} />
          <LatestNotes goal={goal} notesHref={notesHref} />
        </div>
        {isScaled ? (
          <div className="stack">
            {mayMeasure ? (
              <MeasureForm goal={goal} sent={sent} longestNote={longestNote} />
            ) : (
              <p className="strong">
                {goal.attained === null
                  ? m.progress_back_level_none()
                  : `${m.progress_back_level()}: ${levelText(goal.attained.level, goal.scale)}`}
              </p>
            )}
            <Measured goal={goal} showsNote={!mayMeasure} />
            <details className="more">
              <summary>{m.progress_scale()}</summary>
              <GoalScale scale={goal.scale} baseline={goal.baseline} />
            </details>
          </div>
        ) : null}
      </div>
    </section>
  )
}

function Measured({ goal: { attained }, showsNote }: { goal: ShownGoal; showsNote: boolean }) {
  if (attained === null) return null
  const date = formatDate(attained.at, getLocale(), 'date-heading')
  return (
    <div>
      {showsNote && attained.note !== '' ? <p className="note-words">{attained.note}</p> : null}
      <p className="xs muted">{m.progress_back_level_by({ name: attained.by, date })}</p>
    </div>
  )
}

function MeasureForm({ goal, sent, longestNote }: Pick<LookedBackGoalProps, 'goal' | 'sent' | 'longestNote'>) {
  const { attained } = goal
  const level = sent?.level ?? (attained === null ? '' : String(attained.level))
  const errorsOf = (field: string) => sent?.errors.filter((error) => error.field === field).map(({ text }) => text)
  return (
    <AutosaveForm
      id={`measure-${goal.id}`}
      className="stack no-print"
      version={attained?.version ?? 0}
      savedAt={attained?.at ?? null}
      conflict={sent?.conflict ?? null}
    >
      <input type="hidden" name="goalId" value={goal.id} />
      <Select
        id={`level-${goal.id}`}
        name="level"
        label={m.progress_back_level()}
        defaultValue={level}
        errors={errorsOf('level')}
        placeholder={m.progress_back_level_choose()}
        options={levelOptions(goal.scale)}
      />
      <TextArea
        id={`reason-${goal.id}`}
        name="note"
        label={m.progress_back_level_note()}
        optional
        rows={3}
        defaultValue={sent?.note ?? attained?.note ?? ''}
        errors={errorsOf('note')}
        maxLength={longestNote}
      />
      <SubmitButton variant="secondary" name="intent" value="measure">
        {m.progress_back_level_save()}
      </SubmitButton>
    </AutosaveForm>
  )
}

function LatestNotes({ goal: { notes, noteCount }, notesHref }: { goal: ShownGoal; notesHref: string }) {
  if (noteCount === 0) return <p className="small muted">{m.progress_goals_notes_none_goal()}</p>
  const locale = getLocale()
  return (
    <div>
      <p className="small strong">{m.progress_back_notes_latest()}</p>
      <ul className="stack small mt-2" style={{ '--gap': '0.75rem' }}>
        {notes.map((note) => (
          <li key={`${note.on}-${note.authorName}-${note.text}`}>
            <p className="note-words small">{note.text}</p>
            <p className="xs muted">
              {[
                formatDate(note.on, locale, 'short'),
                `${note.authorName} (${authorText(note.authorKind).toLocaleLowerCase(locale)})`,
                ...(note.mark === null ? [] : [markText(note.mark)]),
              ].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      <p className="small mt-2 no-print">
        <Link to={notesHref}>
          {m.progress_back_notes_all()} ({noteCount})
        </Link>
      </p>
    </div>
  )
}
