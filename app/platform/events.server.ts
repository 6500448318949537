import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { toDate } from '#app/platform/time.ts'

export type DomainEvent = {
  /** Thing and what became of it, as in "booking.booked". */
  type: string
  municipalityId: string | null
  subjectId: string
  /** Who did it; null for a rule that acts by itself. */
  personId: string | null
  at: Temporal.Instant
}

/** Writes down that something happened, in the transaction that makes it happen; listeners handle it once, later. */
export async function emit(tx: Pick<Tx, '$executeRaw'>, event: DomainEvent): Promise<void> {
  await tx.$executeRaw(eventInsert(event))
}

/** The same insert as a part of a larger statement, for what must be one round trip. */
export function eventInsert({ type, municipalityId, subjectId, personId, at }: DomainEvent): Prisma.Sql {
  return Prisma.sql`INSERT INTO domain_event (municipality_id, type, subject_id, person_id, at)
    VALUES (${municipalityId}::uuid, ${type}, ${subjectId}::uuid, ${personId}::uuid, ${toDate(at)}::timestamptz)`
}
