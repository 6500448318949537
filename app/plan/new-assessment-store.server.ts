import { z } from 'zod'
import { professions } from '#app/assessment/rules/team.ts'
import { dateText } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow } from '#app/platform/db/query-rows.server.ts'
import { cents } from '#app/platform/money.ts'
import { toDate } from '#app/platform/time.ts'

const person = z.object({ personId: z.uuid(), name: z.string() })
const row = z.object({
  guardians: z.array(person),
  experts: z.array(person.extend({ profession: z.enum(professions).nullable() })),
  lastEndsBefore: dateText.nullable(),
  openAssessmentId: z.uuid().nullable(),
  policy: z.object({ months: z.int(), budget: z.int().transform(cents) }).nullable(),
})

/** Who can be invited, the child's last period, and the municipality's policy of the day, in one statement. */
export async function findNewAssessment(
  tx: Tx,
  {
    municipalityId,
    childId,
    now,
    today,
  }: { municipalityId: string; childId: string; now: Temporal.Instant; today: Temporal.PlainDate },
): Promise<z.infer<typeof row>> {
  const at = toDate(now)
  const name = Prisma.sql`who.given_name || ' ' || who.family_name`
  const found = await queryRow(
    tx,
    row,
    Prisma.sql`SELECT
      (SELECT coalesce(json_agg(json_build_object('personId', who.id, 'name', ${name}) ORDER BY care.since, who.id), '[]')
        FROM (SELECT person_id, min(since) AS since FROM guardianship WHERE child_id = ${childId}::uuid AND since <= ${at}
          AND (ended_at IS NULL OR ended_at > ${at}) GROUP BY person_id) care
        JOIN person who ON who.id = care.person_id) AS guardians,
      (SELECT coalesce(json_agg(json_build_object('personId', who.id, 'name', ${name}, 'profession',
          (SELECT seat.profession FROM assessment_expert seat WHERE seat.person_id = who.id
            AND seat.municipality_id = ${municipalityId}::uuid ORDER BY seat.invited_at DESC LIMIT 1))
          ORDER BY who.family_name COLLATE "lv-x-icu", who.given_name, who.id), '[]')
        FROM (SELECT DISTINCT person_id FROM role_grant WHERE municipality_id = ${municipalityId}::uuid
          AND role = 'expert' AND revoked_at IS NULL) hat
        JOIN person who ON who.id = hat.person_id AND who.deactivated_at IS NULL) AS experts,
      (SELECT max(ends_before)::text FROM budget_period WHERE child_id = ${childId}::uuid AND annulled_at IS NULL)
        AS "lastEndsBefore",
      (SELECT a.id FROM assessment a JOIN budget_period p ON p.id = a.period_id AND p.annulled_at IS NULL
        WHERE a.child_id = ${childId}::uuid AND a.completed_at IS NULL ORDER BY a.opened_at DESC LIMIT 1)
        AS "openAssessmentId",
      (SELECT json_build_object('months', period_months, 'budget', budget_cents) FROM municipality_policy
        WHERE municipality_id = ${municipalityId}::uuid AND valid_from <= ${today.toString()}::date
        ORDER BY valid_from DESC LIMIT 1) AS policy`,
  )
  if (found === null) throw new Error('A SELECT without FROM answers one row')
  return found
}

/**
 * Locks a child for opening an assessment, so that two who open come one after the other, and answers the assessment
 * that is not completed, or null.
 */
export async function lockForOpening(tx: Tx, childId: string): Promise<string | null> {
  await tx.$queryRaw`SELECT id FROM child WHERE id = ${childId}::uuid FOR NO KEY UPDATE`
  const open = await queryRow(
    tx,
    z.object({ id: z.uuid() }),
    Prisma.sql`SELECT a.id FROM assessment a JOIN budget_period p ON p.id = a.period_id AND p.annulled_at IS NULL
      WHERE a.child_id = ${childId}::uuid AND a.completed_at IS NULL LIMIT 1`,
  )
  return open?.id ?? null
}
