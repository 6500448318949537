import { z } from 'zod'
import type { Context } from '#app/people/context.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow } from '#app/platform/db/query-rows.server.ts'
import { toDate } from '#app/platform/time.ts'

type Asking = Pick<Context, 'actor' | 'clock'>

/**
 * The one access policy for children, as a condition on a column that holds a child's id: guardians see the children
 * in their care, social workers the families assigned to them, experts the children whose assessments they are invited
 * to, the municipality's finance and administration all of its own. Nobody else sees a child here: what a provider needs of one comes with its sessions.
 *
 *     SELECT ... FROM booking b WHERE b.id = ${id}::uuid AND ${seesChild(ctx, Prisma.sql`b.child_id`)}
 */
export function seesChild({ actor, clock }: Asking, childId: Prisma.Sql): Prisma.Sql {
  if (actor.municipalityId === null) return Prisma.sql`false`
  const now = toDate(clock.now())
  switch (actor.role) {
    case 'guardian':
      return Prisma.sql`EXISTS (SELECT FROM guardianship care WHERE care.child_id = ${childId}
        AND care.municipality_id = ${actor.municipalityId}::uuid AND care.person_id = ${actor.personId}::uuid
        AND care.since <= ${now} AND (care.ended_at IS NULL OR care.ended_at > ${now}))`
    case 'social_worker':
      return Prisma.sql`EXISTS (SELECT FROM case_assignment care WHERE care.child_id = ${childId}
        AND care.municipality_id = ${actor.municipalityId}::uuid AND care.person_id = ${actor.personId}::uuid
        AND care.since <= ${now} AND (care.ended_at IS NULL OR care.ended_at > ${now}))`
    case 'finance_officer':
    case 'payout_approver':
    case 'municipality_administrator':
      return Prisma.sql`EXISTS (SELECT FROM child own WHERE own.id = ${childId}
        AND own.municipality_id = ${actor.municipalityId}::uuid AND own.removed_at IS NULL)`
    case 'expert':
      return Prisma.sql`EXISTS (SELECT FROM assessment_expert seat JOIN assessment work ON work.id = seat.assessment_id
        WHERE work.child_id = ${childId} AND seat.municipality_id = ${actor.municipalityId}::uuid
          AND seat.person_id = ${actor.personId}::uuid AND seat.invited_at <= ${now}
          AND (seat.ended_at IS NULL OR seat.ended_at > ${now}))`
    case 'specialist':
    case 'provider_manager':
    case 'ministry_analyst':
      return Prisma.sql`false`
  }
}

const childRow = z
  .object({
    id: z.string(),
    municipality_id: z.string(),
    given_name: z.string(),
    family_name: z.string(),
    home_town: z.string(),
    home_latitude: z.number(),
    home_longitude: z.number(),
    travel_limit_minutes: z.number().nullable(),
    sessions_per_week_limit: z.number().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    municipalityId: row.municipality_id,
    givenName: row.given_name,
    familyName: row.family_name,
    home: { town: row.home_town, latitude: row.home_latitude, longitude: row.home_longitude },
    travelLimitMinutes: row.travel_limit_minutes,
    sessionsPerWeekLimit: row.sessions_per_week_limit,
  }))
export type VisibleChild = z.infer<typeof childRow>

const uuid = z.uuid()

/**
 * The child behind an id that a browser claims, or null: unknown, of another municipality, not yours and no id at all
 * read the same. `tx` must have entered the actor's scope (`read` and `transact` do).
 */
export async function findChildFor(ctx: Asking, tx: Tx, childId: string): Promise<VisibleChild | null> {
  if (!uuid.safeParse(childId).success) return null
  return queryRow(
    tx,
    childRow,
    Prisma.sql`SELECT c.id, c.municipality_id, c.given_name, c.family_name, c.home_town, c.home_latitude, c.home_longitude,
        c.travel_limit_minutes, c.sessions_per_week_limit
      FROM child c WHERE c.id = ${childId}::uuid AND ${seesChild(ctx, Prisma.sql`c.id`)}`,
  )
}
