import type { Tx } from '#app/platform/db/database.server.ts'
import { toDate } from '#app/platform/time.ts'

/** What was made by one import and is taken back whole, by kind. */
export type FamiliesToRemove = {
  municipalityId: string
  childIds: readonly string[]
  personalCodeIds: readonly string[]
  personIds: readonly string[]
  roleGrantIds: readonly string[]
  guardianshipIds: readonly string[]
  caseAssignmentIds: readonly string[]
}

/** Ends care of, and looking after, what is taken back. */
export async function endCare(tx: Tx, families: FamiliesToRemove, now: Temporal.Instant): Promise<void> {
  const { municipalityId, childIds } = families
  const at = toDate(now)
  await tx.$executeRaw`UPDATE guardianship SET ended_at = ${at} WHERE municipality_id = ${municipalityId}::uuid
    AND ended_at IS NULL AND (id = ANY (${[...families.guardianshipIds]}::uuid[]) OR child_id = ANY (${[...childIds]}::uuid[]))`
  await tx.$executeRaw`UPDATE case_assignment SET ended_at = ${at} WHERE municipality_id = ${municipalityId}::uuid
    AND ended_at IS NULL AND (id = ANY (${[...families.caseAssignmentIds]}::uuid[]) OR child_id = ANY (${[...childIds]}::uuid[]))`
}

/** Personal codes go out of force with their children, so that the same child can come again. */
export async function removeChildren(tx: Tx, families: FamiliesToRemove, now: Temporal.Instant): Promise<void> {
  const { municipalityId, childIds } = families
  const at = toDate(now)
  await tx.$executeRaw`UPDATE personal_code SET valid_to = ${at} WHERE municipality_id = ${municipalityId}::uuid
    AND valid_to IS NULL AND (id = ANY (${[...families.personalCodeIds]}::uuid[]) OR child_id = ANY (${[...childIds]}::uuid[]))`
  await tx.$executeRaw`UPDATE child SET removed_at = ${at} WHERE municipality_id = ${municipalityId}::uuid
    AND removed_at IS NULL AND id = ANY (${[...childIds]}::uuid[])`
}

/** Takes back the hats of guardians who have no child in care here any more, and signs them out of those. */
export async function revokeGuardians(tx: Tx, families: FamiliesToRemove, now: Temporal.Instant): Promise<void> {
  const at = toDate(now)
  await tx.$executeRaw`UPDATE role_grant g SET revoked_at = ${at} WHERE g.id = ANY (${[...families.roleGrantIds]}::uuid[])
    AND g.municipality_id = ${families.municipalityId}::uuid AND g.revoked_at IS NULL
    AND NOT EXISTS (SELECT FROM guardianship care WHERE care.person_id = g.person_id
      AND care.municipality_id = g.municipality_id AND care.ended_at IS NULL)`
  await tx.$executeRaw`UPDATE session s SET revoked_at = ${at} FROM role_grant g WHERE g.id = s.role_grant_id
    AND g.id = ANY (${[...families.roleGrantIds]}::uuid[]) AND g.revoked_at IS NOT NULL AND s.revoked_at IS NULL`
}

/** People whom nothing but the import made known are closed, and their address is free for the next one. */
export async function closePeople(tx: Tx, families: FamiliesToRemove, now: Temporal.Instant): Promise<void> {
  await tx.$executeRaw`UPDATE person p SET deactivated_at = ${toDate(now)}, email = NULL
    WHERE p.id = ANY (${[...families.personIds]}::uuid[]) AND p.deactivated_at IS NULL
      AND NOT EXISTS (SELECT FROM role_grant g WHERE g.person_id = p.id AND g.revoked_at IS NULL)`
}
