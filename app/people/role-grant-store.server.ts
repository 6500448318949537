import { z } from 'zod'
import { roles } from '#app/people/rules/roles.ts'
import type { Database, Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'
import { themes } from '#app/platform/http/page-context.ts'

const grantRow = z
  .object({
    id: z.string(),
    person_id: z.string(),
    role: z.enum(roles),
    municipality_id: z.string().nullable(),
    given_name: z.string(),
    family_name: z.string(),
    locale: z.enum(['lv', 'en']),
    theme: z.enum(themes),
    place_lv: z.string().nullable(),
    place_en: z.string().nullable(),
    profession_lv: z.string().nullable(),
    profession_en: z.string().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    personId: row.person_id,
    role: row.role,
    municipalityId: row.municipality_id,
    name: `${row.given_name} ${row.family_name}`,
    locale: row.locale,
    theme: row.theme,
    place: row.place_lv === null || row.place_en === null ? null : { lv: row.place_lv, en: row.place_en },
    profession:
      row.profession_lv === null || row.profession_en === null
        ? null
        : { lv: row.profession_lv, en: row.profession_en },
  }))

/** A hat in force, with the person who wears it and where. */
export type Grant = z.infer<typeof grantRow>

const select = Prisma.sql`SELECT g.id, g.person_id, g.role::text, g.municipality_id, p.given_name, p.family_name, p.locale::text, p.theme::text,
    coalesce(m.name_lv, v.name) AS place_lv, coalesce(m.name_en, v.name) AS place_en, s.profession_lv, s.profession_en
  FROM role_grant g
  JOIN person p ON p.id = g.person_id AND p.deactivated_at IS NULL
  LEFT JOIN municipality m ON m.id = g.municipality_id
  LEFT JOIN provider v ON v.id = g.provider_id
  LEFT JOIN specialist s ON s.id = g.specialist_id
  WHERE g.revoked_at IS NULL`

/** The hat a person starts with: the one worn last, else the oldest. */
export async function findGrantToStartWith(tx: Tx, personId: string): Promise<Grant | null> {
  return queryRow(
    tx,
    grantRow,
    Prisma.sql`${select} AND g.person_id = ${personId}::uuid
      ORDER BY (SELECT max(w.last_seen_at) FROM session w WHERE w.role_grant_id = g.id) DESC NULLS LAST, g.granted_at, g.id LIMIT 1`,
  )
}

/** A hat by its id, or null. */
export async function findGrant(tx: Tx, id: string): Promise<Grant | null> {
  if (!z.uuid().safeParse(id).success) return null
  return queryRow(tx, grantRow, Prisma.sql`${select} AND g.id = ${id}::uuid`)
}

/** Every hat of a person. */
export async function listGrantsOf(db: Pick<Database, '$queryRaw'>, personId: string): Promise<Grant[]> {
  return queryRows(db, grantRow, Prisma.sql`${select} AND g.person_id = ${personId}::uuid ORDER BY g.granted_at, g.id`)
}

/** Invented people have addresses under a domain that no mail reaches, by RFC 2606. */
const isInvented = Prisma.sql`p.email LIKE '%@example.invalid'`

/** Every hat of invented people, for the demonstration. */
export async function listInventedGrants(db: Pick<Database, '$queryRaw'>): Promise<Grant[]> {
  return queryRows(db, grantRow, Prisma.sql`${select} AND ${isInvented} ORDER BY g.granted_at, g.id`)
}

/** A hat of an invented person by its id, or null. */
export async function findInventedGrant(tx: Tx, id: string): Promise<Grant | null> {
  if (!z.uuid().safeParse(id).success) return null
  return queryRow(tx, grantRow, Prisma.sql`${select} AND ${isInvented} AND g.id = ${id}::uuid`)
}
