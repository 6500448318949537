import { m } from '#app/paraglide/messages.js'
import { levels } from '#app/progress/rules/goal-attainment.ts'
import type { EvaluationQuestion, EvaluationText } from '#app/progress/rules/family-evaluation.ts'
import type { Horizon, Scale } from '#app/progress/rules/note-view.ts'
import type { NoteAuthorKind } from '#app/progress/rules/who-reads-notes.ts'

export function horizonText(horizon: Horizon): string {
  switch (horizon) {
    case 'wish':
      return m.progress_wish()
    case 'long_term':
      return m.progress_long_term()
    case 'short_term':
      return m.progress_short_term()
  }
}

/** `+1`, `0`, `−2`, with a true minus. */
export function markText(mark: number): string {
  return mark > 0 ? `+${mark}` : mark < 0 ? `\u2212${-mark}` : '0'
}

const usualLevels = [
  m.progress_level_minus_2,
  m.progress_level_minus_1,
  m.progress_level_0,
  m.progress_level_plus_1,
  m.progress_level_plus_2,
]

/** What a level means: the goal's own words where it has some, else the usual ones. */
export function levelWords(level: number, scale: Scale | null = null): string {
  const index = level + 2
  const own = scale?.[index]?.trim() ?? ''
  return own === '' ? (usualLevels[index]?.() ?? '') : own
}

/** `+1: More than expected`. */
export function levelText(level: number, scale: Scale | null = null): string {
  return `${markText(level)}: ${levelWords(level, scale)}`
}

/** The levels as choices of a form, from the best down, as a scale is read. */
export function levelOptions(scale: Scale | null = null) {
  return levels.toReversed().map((level) => ({ value: String(level), label: levelText(level, scale) }))
}

export function authorText(kind: NoteAuthorKind): string {
  switch (kind) {
    case 'guardian':
      return m.progress_by_guardian()
    case 'specialist':
      return m.progress_by_specialist()
    case 'expert':
      return m.progress_by_expert()
    case 'social_worker':
      return m.progress_by_social_worker()
  }
}

export function questionText(question: EvaluationQuestion): string {
  switch (question) {
    case 'helped_child':
      return m.progress_q_helped_child()
    case 'helped_family':
      return m.progress_q_helped_family()
    case 'had_strength':
      return m.progress_q_had_strength()
    case 'could_choose':
      return m.progress_q_could_choose()
    case 'was_heard':
      return m.progress_q_was_heard()
  }
}

export function evaluationTextLabel(text: EvaluationText): string {
  switch (text) {
    case 'what_changed':
      return m.progress_t_what_changed()
    case 'what_was_hard':
      return m.progress_t_what_was_hard()
    case 'what_next':
      return m.progress_t_what_next()
  }
}

const answerWords = [
  m.progress_answer_1,
  m.progress_answer_2,
  m.progress_answer_3,
  m.progress_answer_4,
  m.progress_answer_5,
]

export function answerText(answer: number | null): string {
  return answer === null ? m.progress_answer_none() : (answerWords[answer - 1]?.() ?? '')
}
