import type { Level } from '#app/progress/rules/goal-attainment.ts'
import { isLevel } from '#app/progress/rules/goal-attainment.ts'

/** What a note may hold, in characters: two pages of paper. */
export const longestNote = 4_000

/** A goal that a note may be tied to. A wish is in the parents' words and has no scale, hence takes no mark. */
export type NotableGoal = { readonly id: string; readonly horizon: 'wish' | 'long_term' | 'short_term' }

export type NoteInput = {
  readonly text: string
  readonly goalId: string | null
  /** On the goal's scale; null for words alone. */
  readonly mark: number | null
}

export type CheckedNote = { readonly text: string; readonly goalId: string | null; readonly mark: Level | null }

export type NoteProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly most: number }
  /** Not one of the goals at hand. */
  | { readonly kind: 'unknown-goal' }
  | { readonly kind: 'mark-without-goal' }
  | { readonly kind: 'no-scale' }
  | { readonly kind: 'mark-out-of-range' }

/** A note as it is kept, or why not. It says something in words or by a mark, and only of the goals at hand. */
export function checkNote({ text, goalId, mark }: NoteInput, goals: readonly NotableGoal[]): CheckedNote | NoteProblem {
  const words = text.trim()
  if (words === '' && mark === null) return { kind: 'empty' }
  if (words.length > longestNote) return { kind: 'too-long', most: longestNote }
  const goal = goalId === null ? null : (goals.find(({ id }) => id === goalId) ?? 'unknown')
  if (goal === 'unknown') return { kind: 'unknown-goal' }
  if (mark === null) return { text: words, goalId, mark: null }
  if (goal === null) return { kind: 'mark-without-goal' }
  if (goal.horizon === 'wish') return { kind: 'no-scale' }
  if (!isLevel(mark)) return { kind: 'mark-out-of-range' }
  return { text: words, goalId: goal.id, mark }
}

export type DayProblem = { readonly kind: 'in-future' } | { readonly kind: 'outside-period' }

/** Whether an observation may be about a day: one of the period, and not ahead. Days as "2026-11-25". */
export function dayProblem(
  day: string,
  { startsOn, lastDay, today }: { startsOn: string; lastDay: string; today: string },
): DayProblem | null {
  if (day > today) return { kind: 'in-future' }
  return day < startsOn || day > lastDay ? { kind: 'outside-period' } : null
}
