import { z } from 'zod'
import type { Actor } from '#app/people/actor.ts'
import { instantColumn, isoDateColumn, isoInstantColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'
import { horizons } from './note-store.server.ts'

const sessionRow = z.object({
  bookingId: z.uuid(),
  municipalityId: z.uuid(),
  childId: z.uuid(),
  serviceId: z.uuid(),
  providerId: z.uuid(),
  childGivenName: z.string(),
  serviceLv: z.string(),
  serviceEn: z.string(),
  startsAt: instantColumn,
  endsAt: instantColumn,
  state: z.enum(['booked', 'cancelled', 'delivered', 'not_attended']),
})
export type NotedSession = z.infer<typeof sessionRow>

const uuid = z.uuid()

/** A session of the actor: a specialist's own, a manager's all of the provider; null when unknown or not theirs. */
export async function findNotedSession(tx: Tx, actor: Actor, bookingId: string): Promise<NotedSession | null> {
  if (!uuid.safeParse(bookingId).success || actor.providerId === null) return null
  return queryRow(
    tx,
    sessionRow,
    Prisma.sql`
      SELECT b.id AS "bookingId", b.municipality_id AS "municipalityId", b.child_id AS "childId",
        b.service_id AS "serviceId", b.provider_id AS "providerId", c.given_name AS "childGivenName",
        v.name_lv AS "serviceLv", v.name_en AS "serviceEn", b.starts_at AS "startsAt", b.ends_at AS "endsAt", b.state
      FROM booking b JOIN child c ON c.id = b.child_id JOIN service v ON v.id = b.service_id
      WHERE b.id = ${bookingId}::uuid AND b.provider_id = ${actor.providerId}::uuid
        AND (${actor.role === 'provider_manager'} OR b.specialist_id = ${actor.specialistId}::uuid)`,
  )
}

const goalRow = z
  .object({
    goal_id: z.uuid(),
    horizon: z.enum(horizons),
    goal_text: z.string(),
    level_minus_2: z.string(),
    level_minus_1: z.string(),
    level_0: z.string(),
    level_plus_1: z.string(),
    level_plus_2: z.string(),
  })
  .transform((row) => ({
    id: row.goal_id,
    horizon: row.horizon,
    text: row.goal_text,
    scale: [row.level_minus_2, row.level_minus_1, row.level_0, row.level_plus_1, row.level_plus_2],
  }))

/** The goals that the service of a session serves, with their scales from -2 to +2; the asking provider's session only. */
export async function listSessionGoals(tx: Tx, bookingId: string) {
  return queryRows(tx, goalRow, Prisma.sql`SELECT * FROM session_goals(${bookingId}::uuid)`)
}

const noteRow = z.object({
  id: z.uuid(),
  bookingId: z.uuid(),
  goalId: z.uuid().nullable(),
  text: z.string(),
  mark: z.int().nullable(),
  aboutOn: isoDateColumn,
  writtenAt: isoInstantColumn,
  correctedAt: isoInstantColumn.nullable(),
  version: z.int(),
  authorId: z.uuid(),
  authorName: z.string(),
})

const mostEarlierNotes = 60

/**
 * What the specialists of one provider wrote of this session, of the goals it serves, and of earlier sessions of the
 * same service; newest first. Nothing that other providers, the family or the experts wrote.
 */
export async function listNotesOfProvider(tx: Tx, session: NotedSession, goalIds: readonly string[]) {
  return queryRows(
    tx,
    noteRow,
    Prisma.sql`
      SELECT n.id, n.booking_id AS "bookingId", n.goal_id AS "goalId", n.text, n.mark, n.about_on AS "aboutOn",
        n.written_at AS "writtenAt", n.corrected_at AS "correctedAt", n.version, n.author_id AS "authorId",
        p.given_name || ' ' || p.family_name AS "authorName"
      FROM goal_note n JOIN booking b ON b.id = n.booking_id JOIN person p ON p.id = n.author_id
      WHERE n.child_id = ${session.childId}::uuid AND n.provider_id = ${session.providerId}::uuid
        AND (n.booking_id = ${session.bookingId}::uuid OR n.goal_id = ANY(${[...goalIds]}::uuid[])
          OR (n.goal_id IS NULL AND b.service_id = ${session.serviceId}::uuid))
      ORDER BY n.booking_id = ${session.bookingId}::uuid DESC, n.about_on DESC, n.written_at DESC
      LIMIT ${mostEarlierNotes}`,
  )
}
