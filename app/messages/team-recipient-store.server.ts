import { z } from 'zod'
import type { Recipient } from '#app/messages/recipient-store.server.ts'
import { person, reachable, recipientRow, wears } from '#app/messages/recipient-store.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRows } from '#app/platform/db/query-rows.server.ts'
import { toDate } from '#app/platform/time.ts'

type Invited = { assessmentId: string; at: Temporal.Instant }

/** The guardians who were invited to an assessment at that moment. */
export async function listInvitedGuardians(tx: Tx, { assessmentId, at }: Invited): Promise<Recipient[]> {
  return queryRows(
    tx,
    recipientRow,
    Prisma.sql`${person} JOIN assessment_guardian seat ON seat.person_id = p.id
      WHERE ${reachable} AND ${wears('guardian', Prisma.sql`seat.municipality_id`)}
        AND seat.assessment_id = ${assessmentId}::uuid AND seat.invited_at = ${toDate(at)}`,
  )
}

/** The experts who were invited to an assessment at that moment. */
export async function listInvitedExperts(tx: Tx, { assessmentId, at }: Invited): Promise<Recipient[]> {
  return queryRows(
    tx,
    recipientRow,
    Prisma.sql`${person} JOIN assessment_expert seat ON seat.person_id = p.id
      WHERE ${reachable} AND ${wears('expert', Prisma.sql`seat.municipality_id`)} AND seat.ended_at IS NULL
        AND seat.assessment_id = ${assessmentId}::uuid AND seat.invited_at = ${toDate(at)}`,
  )
}

/** The lead of a team; with the physician among its experts, who signs, when asked for. */
export async function listLeads(
  tx: Tx,
  { assessmentId, withPhysician = false }: { assessmentId: string; withPhysician?: boolean },
): Promise<Recipient[]> {
  return queryRows(
    tx,
    recipientRow,
    Prisma.sql`${person} JOIN assessment_expert seat ON seat.person_id = p.id
      WHERE ${reachable} AND ${wears('expert', Prisma.sql`seat.municipality_id`)} AND seat.ended_at IS NULL
        AND seat.assessment_id = ${assessmentId}::uuid
        AND (seat.is_lead OR (${withPhysician} AND seat.profession = 'rehabilitation_physician'))`,
  )
}

/** The administrators of a municipality. */
export async function listAdministrators(tx: Tx, municipalityId: string): Promise<Recipient[]> {
  return queryRows(
    tx,
    recipientRow,
    Prisma.sql`${person} JOIN role_grant g ON g.person_id = p.id
      WHERE ${reachable} AND g.revoked_at IS NULL AND g.role = 'municipality_administrator'
        AND g.municipality_id = ${municipalityId}::uuid`,
  )
}

const tasks = ['wishes', 'experts', 'ranking'] as const
const remindedRow = z
  .object({ id: z.string(), email: z.string(), locale: z.enum(['lv', 'en']), task: z.enum(tasks), isLate: z.boolean() })
  .transform((row) => ({
    recipient: { personId: row.id, email: row.email, locale: row.locale },
    task: row.task,
    isLate: row.isLate,
  }))

/** Who was reminded at that moment, of what, and whether its day had passed. */
export async function listReminded(tx: Tx, { assessmentId, at }: Invited) {
  return queryRows(
    tx,
    remindedRow,
    Prisma.sql`SELECT p.id, p.email, p.locale::text, split_part(r.about, ':', 1) AS task,
        split_part(r.about, ':', 2) = 'after' AS "isLate"
      FROM assessment_reminder r JOIN person p ON p.id = r.person_id
      WHERE ${reachable} AND r.assessment_id = ${assessmentId}::uuid AND r.sent_at = ${toDate(at)}
      ORDER BY p.id, r.about`,
  )
}
