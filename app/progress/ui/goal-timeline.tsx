import { Link, useLocation } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { PeriodChoice } from '#app/plan/ui/period-choice.tsx'
import type { PeriodView } from '#app/plan/rules/plan-view.ts'
import { formatDate } from '#app/platform/i18n/format.ts'
import type { GoalProgress, NoteView } from '#app/progress/rules/note-view.ts'
import { GoalScale } from '#app/progress/ui/goal-scale.tsx'
import { MarksChart } from '#app/progress/ui/marks-chart.tsx'
import type { NoteValues, SentNoteForm } from '#app/progress/ui/note-fields.tsx'
import { NoteForm } from '#app/progress/ui/note-fields.tsx'
import { NoteList } from '#app/progress/ui/note-list.tsx'
import { horizonText, levelText } from '#app/progress/ui/progress-words.ts'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterChips } from '#app/ui/filter-chips.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { searchWith } from '#app/ui/search-link.ts'
import './progress.css'

export type ShownTimeline = {
  periods: PeriodView[]
  shown: PeriodView | null
  goals: GoalProgress[]
  goalId: string | null
  notes: NoteView[]
  paging: { page: number; pageSize: number; total: number }
  writing: { firstDay: string; lastDay: string } | null
}

type GoalTimelineProps = {
  timeline: ShownTimeline
  /** The id that a new note will have. */
  newNoteId: string
  sent: SentNoteForm | null
}

/** Goals with their marks, the notes of all or of one, and the form to write what one noticed. */
export function GoalTimeline({ timeline, newNoteId, sent }: GoalTimelineProps) {
  const { periods, shown, goals, writing } = timeline
  const wishes = goals.filter(({ horizon }) => horizon === 'wish')
  const scaled = goals.filter(({ horizon }) => horizon !== 'wish')
  return (
    <>
      <PeriodChoice periods={periods} shown={shown} />
      <div className="split split-wide">
        <div className="stack" style={{ '--gap': '1.5rem' }}>
          {goals.length === 0 ? (
            <EmptyState title={m.progress_goals_none_title()} icon="plan">
              <p>{m.progress_goals_none_text()}</p>
            </EmptyState>
          ) : null}
          {scaled.map((goal) => (
            <GoalCard key={goal.id} goal={goal} serves={goals.find(({ id }) => id === goal.servesId) ?? null} />
          ))}
          {scaled.length === 0 && wishes.length > 0
            ? wishes.map((wish) => <GoalCard key={wish.id} goal={wish} serves={null} />)
            : null}
          {shown === null ? null : <Notes timeline={timeline} sent={sent} />}
        </div>
        <aside className="static!">
          {writing === null ? null : (
            <Card title={m.progress_goals_write()}>
              <div id="write">
                <NoteForm
                  key={newNoteId}
                  values={{ ...empty, noteId: newNoteId, goal: timeline.goalId ?? '', on: writing.lastDay }}
                  isCorrection={false}
                  goals={inOrder(goals)}
                  sent={sent?.isCorrection === false ? sent : null}
                  words={wordsOf(m.progress_note_save())}
                  days={{ first: writing.firstDay, last: writing.lastDay }}
                />
              </div>
            </Card>
          )}
        </aside>
      </div>
    </>
  )
}

const empty: NoteValues = { noteId: '', version: 0, text: '', goal: '', mark: '', on: '' }

/** What is near is noted most: short-term goals first, wishes last. */
function inOrder(goals: readonly GoalProgress[]): GoalProgress[] {
  const rank = { short_term: 0, long_term: 1, wish: 2 }
  return goals.toSorted((one, other) => rank[one.horizon] - rank[other.horizon])
}

function wordsOf(save: string) {
  return {
    text: m.progress_goals_write_text(),
    textHint: m.progress_goals_write_hint(),
    mark: m.progress_goals_write_mark(),
    markHint: m.progress_goals_write_mark_hint(),
    save,
  }
}

function GoalCard({ goal, serves }: { goal: GoalProgress; serves: GoalProgress | null }) {
  const { search } = useLocation()
  return (
    <Card>
      <div className="stack">
        <div>
          <p className="xs muted">{horizonText(goal.horizon)}</p>
          <h2>{goal.text}</h2>
          {serves === null ? null : (
            <p className="small muted">
              {horizonText(serves.horizon)}: {serves.text}
            </p>
          )}
        </div>
        {goal.attained === null ? null : (
          <div>
            <p className="strong">{m.progress_goals_attained({ level: levelText(goal.attained.level, goal.scale) })}</p>
            {goal.attained.note === '' ? null : <p className="small note-words">{goal.attained.note}</p>}
          </div>
        )}
        <MarksChart marks={goal.marks} baseline={goal.baseline} goal={goal.text} />
        {goal.horizon === 'wish' ? null : (
          <details className="more">
            <summary>{m.progress_scale()}</summary>
            <GoalScale scale={goal.scale} baseline={goal.baseline} />
          </details>
        )}
        <p className="small">
          <Link to={`${searchWith(search, { goal: goal.id, page: null })}#notes`} preventScrollReset={false}>
            {m.progress_goals_notes_of({ count: goal.notes })}
          </Link>
        </p>
      </div>
    </Card>
  )
}

function Notes({ timeline, sent }: Omit<GoalTimelineProps, 'newNoteId'>) {
  const { goals, goalId, notes, paging, writing } = timeline
  const { search } = useLocation()
  const withNotes = inOrder(goals).filter((goal) => goal.notes > 0 || goal.id === goalId)
  return (
    <section id="notes">
      <h2 className="mb-3">{m.progress_goals_notes()}</h2>
      {withNotes.length === 0 ? null : (
        <GoalFilter goals={withNotes} goalId={goalId} to={(id) => searchWith(search, { goal: id, page: null })} />
      )}
      {notes.length === 0 ? (
        <p className="muted">{goalId === null ? m.progress_goals_notes_none() : m.progress_goals_notes_none_goal()}</p>
      ) : (
        <NoteList
          label={m.progress_goals_notes()}
          notes={notes}
          goals={goals}
          namesGoal={goalId === null}
          correction={(note) =>
            writing === null || note.session !== null ? null : (
              <Correction note={note} goals={inOrder(goals)} writing={writing} sent={sent} />
            )
          }
        />
      )}
      <Pagination {...paging} label={m.progress_goals_notes()} />
    </section>
  )
}

/** The notes of one goal or of all; the choice lives in the address. */
function GoalFilter({
  goals,
  goalId,
  to,
}: {
  goals: readonly GoalProgress[]
  goalId: string | null
  to: (id: string | null) => string
}) {
  return (
    <FilterChips
      label={m.progress_goals_notes_filter()}
      chips={[
        { to: to(null), label: m.progress_goals_notes_all(), isOn: goalId === null },
        ...goals.map((goal) => ({ to: to(goal.id), label: goal.text, isOn: goal.id === goalId, count: goal.notes })),
      ]}
    />
  )
}

function Correction({
  note,
  goals,
  writing,
  sent,
}: {
  note: NoteView
  goals: readonly GoalProgress[]
  writing: { firstDay: string; lastDay: string }
  sent: SentNoteForm | null
}) {
  const ownSent = sent?.isCorrection === true && sent.values.noteId === note.id ? sent : null
  const values = {
    noteId: note.id,
    version: note.version,
    text: note.text,
    goal: note.goalId ?? '',
    mark: note.mark === null ? '' : String(note.mark),
    on: note.aboutOn,
  }
  return (
    <details className="more no-print" open={ownSent !== null}>
      <summary aria-label={m.progress_note_correct_of({ date: formatDate(note.aboutOn, getLocale(), 'date-from') })}>
        {m.progress_note_correct()}
      </summary>
      <NoteForm
        key={note.version}
        values={values}
        isCorrection
        goals={goals}
        sent={ownSent}
        words={wordsOf(m.progress_note_correct_save())}
        days={{ first: writing.firstDay, last: writing.lastDay }}
      />
    </details>
  )
}
