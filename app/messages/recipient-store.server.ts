import { z } from 'zod'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRows } from '#app/platform/db/query-rows.server.ts'
import { toDate } from '#app/platform/time.ts'

export const recipientRow = z
  .object({ id: z.string(), email: z.string(), locale: z.enum(['lv', 'en']) })
  .transform((row) => ({ personId: row.id, email: row.email, locale: row.locale }))

/** Somebody a mail goes to. People without an address are told by the pages alone. */
export type Recipient = z.infer<typeof recipientRow>

/** The columns of a recipient, of the person `p`. */
export const person = Prisma.sql`SELECT DISTINCT p.id, p.email, p.locale::text FROM person p`
export const reachable = Prisma.sql`p.email IS NOT NULL AND p.deactivated_at IS NULL`

/** Whoever has laid the hat down is told nothing more, even where nobody has ended the care yet. */
export function wears(role: 'guardian' | 'social_worker' | 'expert', municipalityId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM role_grant r WHERE r.person_id = p.id AND r.revoked_at IS NULL
    AND r.role = ${role}::"Role" AND r.municipality_id = ${municipalityId})`
}

/** The guardians of a child, now. */
export async function listGuardians(tx: Tx, childId: string, now: Temporal.Instant): Promise<Recipient[]> {
  const at = toDate(now)
  return queryRows(
    tx,
    recipientRow,
    Prisma.sql`${person} JOIN guardianship g ON g.person_id = p.id
      WHERE ${reachable} AND ${wears('guardian', Prisma.sql`g.municipality_id`)}
        AND g.child_id = ${childId}::uuid AND g.since <= ${at} AND (g.ended_at IS NULL OR g.ended_at > ${at})`,
  )
}

/** The social workers who look after a child, now. */
export async function listSocialWorkers(tx: Tx, childId: string, now: Temporal.Instant): Promise<Recipient[]> {
  const at = toDate(now)
  return queryRows(
    tx,
    recipientRow,
    Prisma.sql`${person} JOIN case_assignment c ON c.person_id = p.id
      WHERE ${reachable} AND ${wears('social_worker', Prisma.sql`c.municipality_id`)}
        AND c.child_id = ${childId}::uuid AND c.since <= ${at} AND (c.ended_at IS NULL OR c.ended_at > ${at})`,
  )
}

/** The specialist of a session; the managers of the provider when the specialist does not sign in. */
export async function listThoseWhoServe(
  tx: Tx,
  { specialistId, providerId }: { specialistId: string; providerId: string },
): Promise<Recipient[]> {
  const own = await queryRows(
    tx,
    recipientRow,
    Prisma.sql`${person} JOIN role_grant g ON g.person_id = p.id
      WHERE ${reachable} AND g.revoked_at IS NULL AND g.role = 'specialist' AND g.specialist_id = ${specialistId}::uuid`,
  )
  return own.length > 0 ? own : listManagers(tx, providerId)
}

/** The managers of a provider. */
export async function listManagers(tx: Tx, providerId: string): Promise<Recipient[]> {
  return queryRows(
    tx,
    recipientRow,
    Prisma.sql`${person} JOIN role_grant g ON g.person_id = p.id
      WHERE ${reachable} AND g.revoked_at IS NULL AND g.role = 'provider_manager' AND g.provider_id = ${providerId}::uuid`,
  )
}

/** The payout approvers of a municipality. */
export async function listApprovers(tx: Tx, municipalityId: string): Promise<Recipient[]> {
  return queryRows(
    tx,
    recipientRow,
    Prisma.sql`${person} JOIN role_grant g ON g.person_id = p.id
      WHERE ${reachable} AND g.revoked_at IS NULL AND g.role = 'payout_approver' AND g.municipality_id = ${municipalityId}::uuid`,
  )
}

/** One person, when there is a way to reach them. */
export async function listPerson(tx: Tx, personId: string): Promise<Recipient[]> {
  return queryRows(tx, recipientRow, Prisma.sql`${person} WHERE ${reachable} AND p.id = ${personId}::uuid`)
}
