import { z } from 'zod'
import type { Level } from '#app/progress/rules/goal-attainment.ts'
import type { NoteAuthorKind } from '#app/progress/rules/who-reads-notes.ts'
import { isoDateColumn, isoInstantColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow } from '#app/platform/db/query-rows.server.ts'
import { toDate } from '#app/platform/time.ts'

export const authorKinds = ['guardian', 'specialist', 'expert', 'social_worker'] as const
export const horizons = ['wish', 'long_term', 'short_term'] as const

export type NewNote = {
  /** Made by the form, so that the same form sent twice writes one note. */
  noteId: string
  municipalityId: string
  childId: string
  goalId: string | null
  session: { bookingId: string; providerId: string } | null
  authorId: string
  authorKind: NoteAuthorKind
  text: string
  mark: Level | null
  aboutOn: Temporal.PlainDate
  at: Temporal.Instant
}

/** Writes a note; false when one of this id is there already. */
export async function insertNote(tx: Tx, note: NewNote): Promise<boolean> {
  const count = await tx.$executeRaw`
    INSERT INTO goal_note (id, municipality_id, child_id, goal_id, booking_id, provider_id, author_id, author_kind, text,
      mark, about_on, written_at)
    VALUES (${note.noteId}::uuid, ${note.municipalityId}::uuid, ${note.childId}::uuid, ${note.goalId}::uuid,
      ${note.session?.bookingId ?? null}::uuid, ${note.session?.providerId ?? null}::uuid, ${note.authorId}::uuid,
      ${note.authorKind}::"NoteAuthor", ${note.text}, ${note.mark}::int, ${note.aboutOn.toString()}::date,
      ${toDate(note.at)})
    ON CONFLICT (id) DO NOTHING`
  return count === 1
}

const noteRow = z.object({
  id: z.uuid(),
  childId: z.uuid(),
  bookingId: z.uuid().nullable(),
  goalId: z.uuid().nullable(),
  text: z.string(),
  mark: z.int().nullable(),
  aboutOn: isoDateColumn,
  version: z.int(),
  changedAt: isoInstantColumn,
})
export type OwnNote = z.infer<typeof noteRow>

/** A note that the actor wrote, or null. */
export async function findOwnNote(
  tx: Tx,
  { noteId, authorId }: { noteId: string; authorId: string },
): Promise<OwnNote | null> {
  return queryRow(
    tx,
    noteRow,
    Prisma.sql`SELECT id, child_id AS "childId", booking_id AS "bookingId", goal_id AS "goalId", text, mark,
        about_on AS "aboutOn", version, coalesce(corrected_at, written_at) AS "changedAt"
      FROM goal_note WHERE id = ${noteId}::uuid AND author_id = ${authorId}::uuid`,
  )
}

/** Corrects the note if it is still the version that its author had before their eyes. Answers whether it did. */
export async function updateNote(
  tx: Tx,
  note: {
    noteId: string
    authorId: string
    version: number
    goalId: string | null
    text: string
    mark: Level | null
    aboutOn: Temporal.PlainDate
    at: Temporal.Instant
  },
): Promise<boolean> {
  const count = await tx.$executeRaw`
    UPDATE goal_note SET goal_id = ${note.goalId}::uuid, text = ${note.text}, mark = ${note.mark}::int,
      about_on = ${note.aboutOn.toString()}::date, corrected_at = ${toDate(note.at)}, version = version + 1
    WHERE id = ${note.noteId}::uuid AND author_id = ${note.authorId}::uuid AND version = ${note.version}::int`
  return count === 1
}
