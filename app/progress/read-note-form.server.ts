import { z } from 'zod'
import { m } from '#app/paraglide/messages.js'
import type { Locale } from '#app/paraglide/runtime.js'
import { readDay } from '#app/platform/http/form-values.ts'
import { formatDateRange } from '#app/platform/i18n/format.ts'
import type { DayProblem, NoteProblem } from './rules/note-input.ts'

/** What was typed, kept for a form that is shown again. `on` is the day of an observation. */
export type TypedNote = { noteId: string; version: number; text: string; goal: string; mark: string; on: string }

export type NoteError = { field: 'text' | 'goal' | 'mark' | 'on' | ''; text: string }

/** A note form that came back: which note it is of, what was typed, what is wrong. */
export type SentNote = { isCorrection: boolean; values: TypedNote; errors: NoteError[] }

const text = z.string().catch('')
const noteForm = z.object({
  intent: z.enum(['write', 'correct']).catch('write'),
  noteId: text,
  version: z.coerce.number().int().min(0).catch(0),
  text: text.transform((value) => value.replaceAll('\r\n', '\n')),
  goal: text,
  mark: text,
  on: text,
})

/** Reads a note form. What is no mark at all comes out as one that no scale has, so that the rule refuses it. */
export function readNoteForm(form: FormData) {
  const { intent, ...values } = noteForm.parse(Object.fromEntries(form))
  const isLevelText = /^[+-]?[0-2]$/.test(values.mark)
  return {
    isCorrection: intent === 'correct',
    values,
    input: {
      noteId: values.noteId,
      version: values.version,
      text: values.text,
      goalId: values.goal === '' ? null : values.goal,
      mark: values.mark === '' ? null : isLevelText ? Number(values.mark) : Number.NaN,
    },
    day: readDay(values.on),
  }
}

/** The sentence for a note that is refused, where it belongs, and the status that says so. */
export function tellNoteProblem(
  problem: NoteProblem | DayProblem,
  { period, locale }: { period: { startsOn: string; lastDay: string } | null; locale: Locale },
): NoteError & { status: 400 | 422 } {
  switch (problem.kind) {
    case 'empty':
      return { field: 'text', text: m.progress_error_empty(), status: 400 }
    case 'too-long':
      return { field: 'text', text: m.progress_error_long({ count: problem.most }), status: 400 }
    case 'unknown-goal':
      return { field: 'goal', text: m.progress_error_goal(), status: 422 }
    case 'mark-without-goal':
      return { field: 'goal', text: m.progress_error_mark_without_goal(), status: 422 }
    case 'no-scale':
      return { field: 'mark', text: m.progress_error_no_scale(), status: 422 }
    case 'mark-out-of-range':
      return { field: 'mark', text: m.progress_error_mark(), status: 422 }
    case 'in-future':
      return { field: 'on', text: m.progress_error_future(), status: 422 }
    case 'outside-period': {
      const range = period === null ? '' : formatDateRange(period.startsOn, period.lastDay, locale)
      return { field: 'on', text: m.progress_error_outside({ range }), status: 422 }
    }
  }
}
