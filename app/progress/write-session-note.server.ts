import { z } from 'zod'
import type { Context } from '#app/people/context.server.ts'
import { inTenant } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { read, transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'
import { dateOf } from '#app/platform/time.ts'
import { closedFor } from './get-session-notes.server.ts'
import type { OwnNote } from './note-store.server.ts'
import { findOwnNote, insertNote, updateNote } from './note-store.server.ts'
import type { CheckedNote, NoteInput, NoteProblem } from './rules/note-input.ts'
import { checkNote } from './rules/note-input.ts'
import type { NotedSession } from './session-note-store.server.ts'
import { findNotedSession, listSessionGoals } from './session-note-store.server.ts'

export type SessionNoteInput = NoteInput & { bookingId: string; noteId: string }
export type SessionNoteRefusal =
  | { kind: 'not-found' }
  | { kind: 'cancelled' }
  | { kind: 'not-begun' }
  | NoteProblem
  /** Corrected in another window meanwhile: how it stands now. */
  | { kind: 'changed-meanwhile'; note: OwnNote }

const uuid = z.uuid()

/**
 * A specialist writes what was done in a session of theirs, with a mark on the scale of a goal that the session's
 * service serves. The same note (`noteId` comes from the form) is written once. A session that was called off or has not
 * begun has no notes.
 */
export async function writeSessionNote(
  ctx: Context,
  input: SessionNoteInput,
): Promise<Result<{ noteId: string }, SessionNoteRefusal>> {
  return inSession(ctx, input, async (tx, session, checked) => {
    const { noteId } = input
    const authorId = ctx.actor.personId
    const isNew = await insertNote(tx, {
      ...checked,
      noteId,
      municipalityId: session.municipalityId,
      childId: session.childId,
      session,
      authorId,
      authorKind: 'specialist',
      aboutOn: dateOf(session.startsAt),
      at: ctx.clock.now(),
    })
    if (!isNew && (await findOwnNote(tx, { noteId, authorId }))?.bookingId !== session.bookingId) {
      return refuse({ kind: 'not-found' })
    }
    return accept({ noteId })
  })
}

/** A specialist corrects a note of their own, unless it was changed since they read `version` of it. */
export async function correctSessionNote(
  ctx: Context,
  input: SessionNoteInput & { version: number },
): Promise<Result<{ noteId: string }, SessionNoteRefusal>> {
  return inSession(ctx, input, async (tx, session, checked) => {
    const { noteId, version } = input
    const authorId = ctx.actor.personId
    const note = await findOwnNote(tx, { noteId, authorId })
    if (note === null || note.bookingId !== session.bookingId) return refuse({ kind: 'not-found' })
    const change = { ...checked, noteId, authorId, version, aboutOn: dateOf(session.startsAt), at: ctx.clock.now() }
    if (!(await updateNote(tx, change))) {
      return refuse({ kind: 'changed-meanwhile', note: (await findOwnNote(tx, { noteId, authorId })) ?? note })
    }
    await recordAudit(ctx, tx, {
      action: 'note.correct',
      subject: { kind: 'goal-note', id: noteId },
      municipalityId: session.municipalityId,
    })
    return accept({ noteId })
  })
}

/** The session of the specialist who writes, and a note that may be kept of it; the work is in its municipality. */
async function inSession(
  ctx: Context,
  input: SessionNoteInput,
  work: (
    tx: Tx,
    session: NotedSession,
    checked: CheckedNote,
  ) => Promise<Result<{ noteId: string }, SessionNoteRefusal>>,
): Promise<Result<{ noteId: string }, SessionNoteRefusal>> {
  const { bookingId, noteId } = input
  if (!uuid.safeParse(noteId).success) return refuse({ kind: 'not-found' })
  const session = await read(ctx, (tx) => findNotedSession(tx, ctx.actor, bookingId))
  if (session === null) return refuse({ kind: 'not-found' })
  const closed = closedFor(ctx, session)
  if (closed !== null) return refuse({ kind: closed === 'not-the-specialist' ? 'not-found' : closed })

  return transact<{ noteId: string }, SessionNoteRefusal>(
    inTenant(ctx, session.municipalityId),
    async (tx) => {
      const checked = checkNote(input, await listSessionGoals(tx, bookingId))
      return 'kind' in checked ? refuse(checked) : work(tx, session, checked)
    },
    // Called off while it was written about.
    { note_belongs_together: { kind: 'cancelled' } },
  )
}
