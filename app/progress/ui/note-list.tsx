import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDate, startSentence } from '#app/platform/i18n/format.ts'
import type { NoteView, ScaledGoalView } from '#app/progress/rules/note-view.ts'
import { authorText, levelText } from '#app/progress/ui/progress-words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { TimeRail, TimeRailItem } from '#app/ui/time-rail.tsx'
import './progress.css'

type NoteListProps = {
  label: string
  notes: readonly NoteView[]
  goals: readonly ScaledGoalView[]
  /** Says of each note which goal it is about; off where all are of one goal. */
  namesGoal: boolean
  /** The form to correct an own note; null where it cannot be corrected. */
  correction: (note: NoteView) => ReactNode
}

/** Notes by day, newest first, each with its author, mark and words. */
export function NoteList({ label, notes, goals, namesGoal, correction }: NoteListProps) {
  const locale = getLocale()
  return (
    <div className="note-rail">
      <TimeRail label={label}>
        {notes.map((note) => {
          const goal = goals.find(({ id }) => id === note.goalId)
          return (
            <TimeRailItem
              key={note.id}
              time={startSentence(formatDate(note.aboutOn, locale, 'short'))}
              dateTime={note.aboutOn}
              title={note.authorName}
              badge={
                <Badge tone={note.authorKind === 'guardian' ? 'accent' : 'neutral'}>
                  {authorText(note.authorKind)}
                </Badge>
              }
            >
              <div className="note-body" id={`note-${note.id}`}>
                {note.mark === null ? null : (
                  <p className="small strong">
                    {m.progress_note_mark_value({ mark: levelText(note.mark, goal?.scale ?? null) })}
                  </p>
                )}
                <p className="note-words">{note.text === '' ? m.progress_note_mark_only() : note.text}</p>
                <p className="xs muted">{detailOf(note, namesGoal ? (goal?.text ?? null) : null)}</p>
                {note.isOwn ? correction(note) : null}
              </div>
            </TimeRailItem>
          )
        })}
      </TimeRail>
    </div>
  )
}

function detailOf(note: NoteView, goal: string | null): string {
  const locale = getLocale()
  const parts = [
    ...(note.session === null ? [] : [locale === 'lv' ? note.session.serviceLv : note.session.serviceEn]),
    ...(goal === null ? [] : [m.progress_note_about({ goal })]),
    ...(note.correctedAt === null
      ? []
      : [m.progress_note_corrected({ date: formatDate(note.correctedAt, locale, 'date') })]),
  ]
  return parts.join(' · ')
}
