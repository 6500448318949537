import { z } from 'zod'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { loadChildPeriods } from '#app/plan/get-support-plan.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'
import { dateOf } from '#app/platform/time.ts'
import { listGoalsOfPeriod } from './goal-view-store.server.ts'
import type { OwnNote } from './note-store.server.ts'
import { findOwnNote, insertNote, updateNote } from './note-store.server.ts'
import type { CheckedNote, DayProblem, NoteInput, NoteProblem } from './rules/note-input.ts'
import { checkNote, dayProblem } from './rules/note-input.ts'
import { observesAs } from './rules/who-reads-notes.ts'

export type ObservationInput = NoteInput & {
  childId: string
  periodId: string
  /** Made by the form, so that the same form sent twice writes one note. */
  noteId: string
  aboutOn: Temporal.PlainDate
}
export type ObservationRefusal =
  | { kind: 'not-found' }
  | DayProblem
  | NoteProblem
  /** Corrected in another window meanwhile: how it stands now. */
  | { kind: 'changed-meanwhile'; note: OwnNote }

const uuid = z.uuid()

/**
 * A guardian, an expert of the child's assessment or its social worker writes what they noticed on a day of the period,
 * with a mark on the scale of one of the period's goals when they wish.
 */
export async function writeObservation(
  ctx: Context,
  input: ObservationInput,
): Promise<Result<{ noteId: string }, ObservationRefusal>> {
  const authorKind = observesAs(ctx.actor.role)
  const { municipalityId, personId: authorId } = ctx.actor
  if (authorKind === null || municipalityId === null) return refuse({ kind: 'not-found' })
  const { childId, noteId, aboutOn } = input
  return inPeriod(ctx, input, async (tx, checked) => {
    const note = { ...checked, noteId, municipalityId, childId, session: null, authorId, authorKind, aboutOn }
    const isNew = await insertNote(tx, { ...note, at: ctx.clock.now() })
    if (!isNew && !isObservationOf(await findOwnNote(tx, { noteId, authorId }), childId)) {
      return refuse({ kind: 'not-found' })
    }
    return accept({ noteId })
  })
}

/** Somebody corrects an observation of their own, unless it was changed since they read `version` of it. */
export async function correctObservation(
  ctx: Context,
  input: ObservationInput & { version: number },
): Promise<Result<{ noteId: string }, ObservationRefusal>> {
  if (observesAs(ctx.actor.role) === null) return refuse({ kind: 'not-found' })
  const { childId, noteId, version, aboutOn } = input
  const authorId = ctx.actor.personId
  return inPeriod(ctx, input, async (tx, checked) => {
    const note = await findOwnNote(tx, { noteId, authorId })
    if (note === null || !isObservationOf(note, childId)) return refuse({ kind: 'not-found' })
    if (!(await updateNote(tx, { ...checked, noteId, authorId, version, aboutOn, at: ctx.clock.now() }))) {
      return refuse({ kind: 'changed-meanwhile', note: (await findOwnNote(tx, { noteId, authorId })) ?? note })
    }
    await recordAudit(ctx, tx, { action: 'note.correct', subject: { kind: 'goal-note', id: noteId } })
    return accept({ noteId })
  })
}

function isObservationOf(note: OwnNote | null, childId: string): boolean {
  return note?.childId === childId && note.bookingId === null
}

/** A child that the actor sees, a day of one of its periods, and a note that may be kept of it. */
async function inPeriod(
  ctx: Context,
  input: ObservationInput,
  work: (tx: Tx, checked: CheckedNote) => Promise<Result<{ noteId: string }, ObservationRefusal>>,
): Promise<Result<{ noteId: string }, ObservationRefusal>> {
  if (!uuid.safeParse(input.noteId).success) return refuse({ kind: 'not-found' })
  return transact<{ noteId: string }, ObservationRefusal>(ctx, async (tx) => {
    const found = await loadChildPeriods(ctx, tx, input)
    const shown = found?.shown ?? null
    if (shown === null || shown.id !== input.periodId) return refuse({ kind: 'not-found' })
    const problem = dayProblem(input.aboutOn.toString(), { ...shown, today: dateOf(ctx.clock.now()).toString() })
    if (problem !== null) return refuse(problem)
    const isFamily = ctx.actor.role === 'guardian'
    const checked = checkNote(input, await listGoalsOfPeriod(tx, shown.id, { isFamily }))
    return 'kind' in checked ? refuse(checked) : work(tx, checked)
  })
}
