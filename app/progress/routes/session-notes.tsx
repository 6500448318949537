import { data } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { formatDate, formatDateTime } from '#app/platform/i18n/format.ts'
import { getSessionNotes } from '#app/progress/get-session-notes.server.ts'
import type { NoteError } from '#app/progress/read-note-form.server.ts'
import { readNoteForm, tellNoteProblem } from '#app/progress/read-note-form.server.ts'
import type { NoteView, ScaledGoalView } from '#app/progress/rules/note-view.ts'
import { GoalScale } from '#app/progress/ui/goal-scale.tsx'
import type { SentNoteForm } from '#app/progress/ui/note-fields.tsx'
import { NoteForm } from '#app/progress/ui/note-fields.tsx'
import { NoteList } from '#app/progress/ui/note-list.tsx'
import { correctSessionNote, writeSessionNote } from '#app/progress/write-session-note.server.ts'
import { Card } from '#app/ui/card.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import type { Route } from './+types/session-notes.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.progress_session_title() }) }]

export async function loader({ params, context }: Route.LoaderArgs) {
  const notes = await getSessionNotes(requireContext(context), params)
  if (notes === null) throw data(null, { status: 404 })
  return { ...notes, newNoteId: crypto.randomUUID() }
}

export async function action({ params: { bookingId }, request, context }: Route.ActionArgs) {
  const ctx = requireContext(context)
  const { isCorrection, values, input } = readNoteForm(await request.formData())
  const again = (error: NoteError, status: number, version = values.version) =>
    data({ isCorrection, values: { ...values, version }, errors: [error] }, { status })
  const note = { ...input, bookingId }
  const written = isCorrection ? await correctSessionNote(ctx, note) : await writeSessionNote(ctx, note)
  if (written.ok) {
    return redirectWithReceipt(context, `/provider/sessions/${bookingId}/notes`, {
      tone: 'ok',
      title: isCorrection ? m.progress_receipt_corrected() : m.progress_receipt_noted(),
    })
  }
  const { refusal } = written
  switch (refusal.kind) {
    case 'not-found':
      throw data(null, { status: 404 })
    case 'cancelled':
      return again({ field: '', text: m.progress_error_cancelled() }, 409)
    case 'not-begun':
      return again({ field: '', text: m.progress_error_not_begun() }, 409)
    case 'changed-meanwhile': {
      const { text, version } = refusal.note
      return again({ field: '', text: m.progress_error_changed({ text }) }, 409, version)
    }
    default: {
      const { status, ...error } = tellNoteProblem(refusal, { period: null, locale: getLocale() })
      return again(error, status)
    }
  }
}

export default function SessionNotesPage({ loaderData, actionData }: Route.ComponentProps) {
  const locale = getLocale()
  const { session, goals, ofSession, earlier, closed, newNoteId } = loaderData
  const service = locale === 'lv' ? session.serviceLv : session.serviceEn
  const sent = actionData ?? null
  const listed = (label: string, notes: readonly NoteView[]) => (
    <NoteList
      label={label}
      notes={notes}
      goals={goals}
      namesGoal
      correction={(note) =>
        closed === null && note.session?.bookingId === session.bookingId ? (
          <Correction note={note} goals={goals} sent={sent} />
        ) : null
      }
    />
  )
  return (
    <>
      <PageHead
        back={{ to: `/provider/sessions/${session.bookingId}`, label: m.progress_session_back() }}
        over={m.progress_session_over({
          name: session.childGivenName,
          service,
          date: formatDate(session.startsAt, locale, 'date-heading'),
        })}
        title={m.progress_session_title()}
        lead={m.progress_session_lead()}
      />
      <ErrorSummary
        errors={(actionData?.errors ?? []).map(({ field, text }) =>
          field === '' || actionData?.isCorrection === true ? { text } : { text, href: `#${field}` },
        )}
      />
      <div className="split split-wide">
        <div className="stack" style={{ '--gap': '1.5rem' }}>
          {closed === null ? (
            <Card title={m.progress_session_write()}>
              <NoteForm
                key={newNoteId}
                values={{ noteId: newNoteId, version: 0, text: '', goal: onlyGoal(goals), mark: '', on: '' }}
                isCorrection={false}
                goals={goals}
                sent={sent?.isCorrection === false ? sent : null}
                words={wordsOf(m.progress_note_save())}
                days={null}
              />
            </Card>
          ) : (
            <Note tone="neutral">{closedText(closed, session.startsAt)}</Note>
          )}
          <section>
            <h2 className="mb-3">{m.progress_session_of()}</h2>
            {ofSession.length === 0 ? (
              <p className="muted">{m.progress_session_none()}</p>
            ) : (
              listed(m.progress_session_of(), ofSession)
            )}
          </section>
          {earlier.length === 0 ? null : (
            <section>
              <h2 className="mb-3">{m.progress_session_earlier()}</h2>
              {listed(m.progress_session_earlier(), earlier)}
            </section>
          )}
        </div>
        <aside>
          <Card title={m.progress_session_scales()}>
            {goals.length === 0 ? (
              <p className="small muted">{m.progress_session_no_goals()}</p>
            ) : (
              <div className="stack" style={{ '--gap': '1.25rem' }}>
                {goals.map((goal) => (
                  <section key={goal.id}>
                    <h3 className="mb-2">{goal.text}</h3>
                    <GoalScale scale={goal.scale} />
                  </section>
                ))}
              </div>
            )}
          </Card>
        </aside>
      </div>
    </>
  )
}

/** Where a session serves one goal, the note is most likely about it. */
function onlyGoal(goals: readonly ScaledGoalView[]): string {
  const [first, ...others] = goals
  return others.length === 0 ? (first?.id ?? '') : ''
}

function wordsOf(save: string) {
  return {
    text: m.progress_note_text(),
    textHint: m.progress_note_text_hint(),
    mark: m.progress_note_mark(),
    markHint: m.progress_note_mark_hint(),
    save,
  }
}

function closedText(closed: 'cancelled' | 'not-begun' | 'not-the-specialist', startsAt: string): string {
  switch (closed) {
    case 'cancelled':
      return m.progress_session_closed_cancelled()
    case 'not-begun':
      return m.progress_session_closed_not_begun({ when: formatDateTime(startsAt, getLocale()) })
    case 'not-the-specialist':
      return m.progress_session_closed_not_the_specialist()
  }
}

type CorrectionProps = { note: NoteView; goals: readonly ScaledGoalView[]; sent: SentNoteForm | null }

function Correction({ note, goals, sent }: CorrectionProps) {
  const ownSent = sent?.isCorrection === true && sent.values.noteId === note.id ? sent : null
  const mark = note.mark === null ? '' : String(note.mark)
  return (
    <details className="more no-print" open={ownSent !== null}>
      <summary aria-label={m.progress_note_correct_of({ date: formatDate(note.aboutOn, getLocale(), 'date-from') })}>
        {m.progress_note_correct()}
      </summary>
      <NoteForm
        key={note.version}
        values={{ noteId: note.id, version: note.version, text: note.text, goal: note.goalId ?? '', mark, on: '' }}
        isCorrection
        goals={goals}
        sent={ownSent}
        words={wordsOf(m.progress_note_correct_save())}
        days={null}
      />
    </details>
  )
}
