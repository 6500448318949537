import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { Context } from '#app/people/context.server.ts'
import { getGoalTimeline } from './get-goal-timeline.server.ts'
import type { NoteError, SentNote } from './read-note-form.server.ts'
import { readNoteForm, tellNoteProblem } from './read-note-form.server.ts'
import type { ObservationRefusal } from './write-observation.server.ts'
import { correctObservation, writeObservation } from './write-observation.server.ts'

export type AnsweredForm =
  | { kind: 'done'; isCorrection: boolean }
  | { kind: 'not-found' }
  | { kind: 'again'; sent: SentNote; status: 400 | 409 | 422 }

/** Takes the form of an observation, new or corrected: one use case, or what was typed with what is wrong. */
export async function answerObservationForm(
  ctx: Context,
  { childId, periodId, form }: { childId: string; periodId: string | null; form: FormData },
): Promise<AnsweredForm> {
  const timeline = await getGoalTimeline(ctx, { childId, periodId, goalId: null, page: 1 })
  const period = timeline?.shown ?? null
  if (period === null) return { kind: 'not-found' }
  const { isCorrection, values, input, day } = readNoteForm(form)
  const again = (error: NoteError, status: 400 | 409 | 422, version = values.version): AnsweredForm => ({
    kind: 'again',
    sent: { isCorrection, values: { ...values, version }, errors: [error] },
    status,
  })
  if (day === null) return again({ field: 'on', text: m.progress_error_day() }, 400)

  const note = { ...input, childId, periodId: period.id, aboutOn: day }
  const written = isCorrection ? await correctObservation(ctx, note) : await writeObservation(ctx, note)
  if (written.ok) return { kind: 'done', isCorrection }
  const { refusal } = written
  if (refusal.kind === 'not-found') return { kind: 'not-found' }
  if (refusal.kind === 'changed-meanwhile') {
    return again({ field: '', text: m.progress_error_changed({ text: refusal.note.text }) }, 409, refusal.note.version)
  }
  return tell(refusal)

  function tell(problem: Exclude<ObservationRefusal, { kind: 'not-found' | 'changed-meanwhile' }>): AnsweredForm {
    const { status, ...error } = tellNoteProblem(problem, { period, locale: getLocale() })
    return again(error, status)
  }
}
