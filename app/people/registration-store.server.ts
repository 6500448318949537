import { z } from 'zod'
import type { Role } from '#app/people/rules/roles.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow } from '#app/platform/db/query-rows.server.ts'
import { toDate } from '#app/platform/time.ts'

const idRow = z.object({ id: z.string() })

/** A municipality by its id or registration number, or null. */
export async function findMunicipalityId(tx: Tx, mark: string): Promise<string | null> {
  const row = await queryRow(
    tx,
    idRow,
    Prisma.sql`SELECT id FROM municipality WHERE id::text = ${mark} OR registration_no = ${mark}`,
  )
  return row?.id ?? null
}

/** A provider by its id or registration number, or null. */
export async function findProviderId(tx: Tx, mark: string): Promise<string | null> {
  const row = await queryRow(
    tx,
    idRow,
    Prisma.sql`SELECT id FROM provider WHERE id::text = ${mark} OR registration_no = ${mark}`,
  )
  return row?.id ?? null
}

/** The provider a specialist works for, or null. */
export async function findProviderOfSpecialist(tx: Tx, specialistId: string): Promise<string | null> {
  const row = await queryRow(
    tx,
    z.object({ provider_id: z.string() }),
    Prisma.sql`SELECT provider_id FROM specialist WHERE id::text = ${specialistId}`,
  )
  return row?.provider_id ?? null
}

/** Whether a child of the municipality that the transaction has entered has this id. */
export async function hasChild(tx: Tx, municipalityId: string, childId: string): Promise<boolean> {
  const sql = Prisma.sql`SELECT id FROM child WHERE id::text = ${childId} AND municipality_id = ${municipalityId}::uuid
    AND removed_at IS NULL`
  return (await queryRow(tx, idRow, sql)) !== null
}

export type NewPerson = {
  email: string
  givenName: string
  familyName: string
  phone: string | null
  locale: 'lv' | 'en'
}

/** The person of an address, added when there is none; one who is there keeps their name. */
export async function ensurePerson(
  tx: Tx,
  person: NewPerson,
  now: Temporal.Instant,
): Promise<{ id: string; isNew: boolean }> {
  const known = await tx.person.findUnique({ where: { email: person.email }, select: { id: true } })
  if (known !== null) return { id: known.id, isNew: false }
  const { id } = await tx.person.create({
    data: {
      email: person.email,
      given_name: person.givenName,
      family_name: person.familyName,
      phone: person.phone,
      locale: person.locale,
      created_at: toDate(now),
    },
    select: { id: true },
  })
  return { id, isNew: true }
}

type Hat = {
  personId: string
  role: Role
  municipalityId: string | null
  providerId: string | null
  specialistId: string | null
}

/** Gives a hat; null when the person wears the very same already. */
export async function insertGrant(tx: Tx, hat: Hat, now: Temporal.Instant): Promise<string | null> {
  const where = {
    person_id: hat.personId,
    role: hat.role,
    municipality_id: hat.municipalityId,
    provider_id: hat.providerId,
    specialist_id: hat.specialistId,
  }
  const worn = await tx.roleGrant.findFirst({ where: { ...where, revoked_at: null }, select: { id: true } })
  if (worn !== null) return null
  const { id } = await tx.roleGrant.create({ data: { ...where, granted_at: toDate(now) }, select: { id: true } })
  return id
}

type Care = { municipalityId: string; childId: string; personId: string }

/** Puts a child into a guardian's care; one that is there already stays. */
export async function insertGuardianship(
  tx: Tx,
  { municipalityId, childId, personId, kind }: Care & { kind: 'parent' | 'legal_representative' | 'foster_family' },
  now: Temporal.Instant,
): Promise<void> {
  await tx.$executeRaw`INSERT INTO guardianship (municipality_id, child_id, person_id, kind, since)
    VALUES (${municipalityId}::uuid, ${childId}::uuid, ${personId}::uuid, ${kind}::"GuardianKind", ${toDate(now)})
    ON CONFLICT (child_id, person_id) WHERE ended_at IS NULL DO NOTHING`
}

/** Assigns a family to a social worker; one that is assigned already stays. */
export async function insertCaseAssignment(tx: Tx, care: Care, now: Temporal.Instant): Promise<void> {
  await tx.$executeRaw`INSERT INTO case_assignment (municipality_id, child_id, person_id, since)
    SELECT ${care.municipalityId}::uuid, ${care.childId}::uuid, ${care.personId}::uuid, ${toDate(now)}
    WHERE NOT EXISTS (SELECT FROM case_assignment
      WHERE child_id = ${care.childId}::uuid AND person_id = ${care.personId}::uuid AND ended_at IS NULL)`
}
