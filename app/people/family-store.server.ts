import { z } from 'zod'
import { dateColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'
import { toDate } from '#app/platform/time.ts'

const knownChild = z
  .object({
    id: z.string(),
    given_name: z.string(),
    family_name: z.string(),
    born_on: dateColumn,
    has_this_code: z.boolean(),
    has_a_code: z.boolean(),
  })
  .transform((row) => ({
    id: row.id,
    givenName: row.given_name,
    familyName: row.family_name,
    bornOn: row.born_on,
    hasThisCode: row.has_this_code,
    hasACode: row.has_a_code,
  }))
export type KnownChild = z.infer<typeof knownChild>

/** The municipality's children of a birth date, and the one with this personal code in force, whenever born. */
export async function findLikelyChildren(
  tx: Tx,
  { municipalityId, bornOn, codeHash }: { municipalityId: string; bornOn: Temporal.PlainDate; codeHash: Uint8Array },
): Promise<KnownChild[]> {
  const codeOf = (condition: Prisma.Sql) => Prisma.sql`EXISTS (SELECT FROM personal_code k WHERE k.child_id = c.id
    AND k.municipality_id = ${municipalityId}::uuid AND k.valid_to IS NULL AND ${condition})`
  const isThisCode = codeOf(Prisma.sql`k.lookup_hash = ${Buffer.from(codeHash)}`)
  return queryRows(
    tx,
    knownChild,
    Prisma.sql`SELECT c.id, c.given_name, c.family_name, c.born_on, ${isThisCode} AS has_this_code,
        ${codeOf(Prisma.sql`true`)} AS has_a_code
      FROM child c WHERE c.municipality_id = ${municipalityId}::uuid AND c.removed_at IS NULL
        AND (c.born_on = ${bornOn.toString()}::date OR c.id IN (SELECT k.child_id FROM personal_code k
          WHERE k.municipality_id = ${municipalityId}::uuid AND k.lookup_hash = ${Buffer.from(codeHash)} AND k.valid_to IS NULL))
      ORDER BY c.created_at, c.id`,
  )
}

export type NewChild = {
  municipalityId: string
  givenName: string
  familyName: string
  bornOn: Temporal.PlainDate
  town: string
  latitude: number
  longitude: number
}

export async function insertChild(tx: Tx, child: NewChild, now: Temporal.Instant): Promise<string> {
  const { id } = await tx.child.create({
    data: {
      municipality_id: child.municipalityId,
      given_name: child.givenName,
      family_name: child.familyName,
      born_on: new Date(child.bornOn.toString()),
      home_town: child.town,
      home_latitude: child.latitude,
      home_longitude: child.longitude,
      created_at: toDate(now),
    },
    select: { id: true },
  })
  return id
}

export async function insertPersonalCode(
  tx: Tx,
  {
    municipalityId,
    childId,
    cipher,
    lookupHash,
  }: {
    municipalityId: string
    childId: string
    cipher: Uint8Array<ArrayBuffer>
    lookupHash: Uint8Array<ArrayBuffer>
  },
  now: Temporal.Instant,
): Promise<string> {
  const { id } = await tx.personalCode.create({
    data: {
      municipality_id: municipalityId,
      child_id: childId,
      cipher,
      lookup_hash: lookupHash,
      valid_from: toDate(now),
    },
    select: { id: true },
  })
  return id
}

const guardianRow = z.object({ person_id: z.string(), given_name: z.string(), family_name: z.string() })

/** Those in whose care a child is now. */
export async function listGuardiansOf(tx: Tx, childId: string): Promise<z.infer<typeof guardianRow>[]> {
  return queryRows(
    tx,
    guardianRow,
    Prisma.sql`SELECT g.person_id, p.given_name, p.family_name FROM guardianship g JOIN person p ON p.id = g.person_id
      WHERE g.child_id = ${childId}::uuid AND g.ended_at IS NULL`,
  )
}

/** Somebody without an address: known by name, and cannot sign in until they have one. */
export async function insertPersonWithoutEmail(
  tx: Tx,
  person: { givenName: string; familyName: string; phone: string | null },
  now: Temporal.Instant,
): Promise<string> {
  const { id } = await tx.person.create({
    data: {
      given_name: person.givenName,
      family_name: person.familyName,
      phone: person.phone,
      created_at: toDate(now),
    },
    select: { id: true },
  })
  return id
}

type Care = { municipalityId: string; childId: string; personId: string }
const idRow = z.object({ id: z.string() })

/** Puts a child into a guardian's care; null when it was there already. */
export async function addGuardianship(
  tx: Tx,
  { municipalityId, childId, personId, kind }: Care & { kind: 'parent' | 'legal_representative' | 'foster_family' },
  now: Temporal.Instant,
): Promise<string | null> {
  const added = await queryRow(
    tx,
    idRow,
    Prisma.sql`INSERT INTO guardianship (municipality_id, child_id, person_id, kind, since)
      VALUES (${municipalityId}::uuid, ${childId}::uuid, ${personId}::uuid, ${kind}::"GuardianKind", ${toDate(now)})
      ON CONFLICT (child_id, person_id) WHERE ended_at IS NULL DO NOTHING RETURNING id`,
  )
  return added?.id ?? null
}

/** Assigns a family to a social worker; null when it was assigned already. */
export async function addCaseAssignment(
  tx: Tx,
  { municipalityId, childId, personId }: Care,
  now: Temporal.Instant,
): Promise<string | null> {
  const added = await queryRow(
    tx,
    idRow,
    Prisma.sql`INSERT INTO case_assignment (municipality_id, child_id, person_id, since)
      SELECT ${municipalityId}::uuid, ${childId}::uuid, ${personId}::uuid, ${toDate(now)}
      WHERE NOT EXISTS (SELECT FROM case_assignment
        WHERE child_id = ${childId}::uuid AND person_id = ${personId}::uuid AND ended_at IS NULL) RETURNING id`,
  )
  return added?.id ?? null
}
