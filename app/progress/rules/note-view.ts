import type { Level } from '#app/progress/rules/goal-attainment.ts'
import type { NoteAuthorKind } from '#app/progress/rules/who-reads-notes.ts'

/*
 * What the pages of notes and progress show. Days are texts, "2026-11-24", instants ISO texts, so that loaders can hand
 * all of it to the browser.
 */

export type Horizon = 'wish' | 'long_term' | 'short_term'

/** The words of the five levels, from -2 to +2; empty where nobody described one. */
export type Scale = readonly string[]

export type ScaledGoalView = { id: string; horizon: Horizon; text: string; scale: Scale }

export type NoteView = {
  id: string
  goalId: string | null
  text: string
  mark: number | null
  aboutOn: string
  writtenAt: string
  correctedAt: string | null
  version: number
  authorKind: NoteAuthorKind
  authorName: string
  isOwn: boolean
  /** The session it is about; null for what was noticed otherwise. */
  session: { bookingId: string; serviceLv: string; serviceEn: string } | null
}

/** One mark on a goal's scale; `by` tells the two sides apart that are shown beside each other. */
export type MarkPoint = { on: string; mark: number; by: 'professionals' | 'family' }

export type GoalProgress = ScaledGoalView & {
  servesId: string | null
  weight: number
  baseline: Level | null
  /** Measured by the experts of the assessment that looks back; null while unknown or not yet for the reader. */
  attained: { level: Level; note: string } | null
  marks: MarkPoint[]
  notes: number
}
