import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Actor } from '#app/people/actor.ts'
import { roles } from '#app/people/actor.ts'
import { endOfSession, touchEvery_minutes } from '#app/people/rules/session-limits.ts'
import { instantColumn } from '#app/platform/db/columns.ts'
import type { Database, Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow } from '#app/platform/db/query-rows.server.ts'
import { themes } from '#app/platform/http/page-context.ts'
import { toDate } from '#app/platform/time.ts'

const sessionRow = z.object({
  session_id: z.string(),
  created_at: instantColumn,
  last_seen_at: instantColumn,
  person_id: z.string(),
  given_name: z.string(),
  family_name: z.string(),
  locale: z.enum(['lv', 'en']),
  theme: z.enum(themes),
  role_grant_id: z.string(),
  role: z.enum(roles),
  municipality_id: z.string().nullable(),
  provider_id: z.string().nullable(),
  specialist_id: z.string().nullable(),
  place_lv: z.string().nullable(),
  place_en: z.string().nullable(),
  has_other_roles: z.boolean(),
})

/** A signed-in browser: the actor, and what every page around them shows. */
export type SignedIn = {
  actor: Actor
  theme: (typeof themes)[number]
  /** The municipality or provider that the hat belongs to. */
  place: { lv: string; en: string } | null
  hasOtherRoles: boolean
  signedInAt: Temporal.Instant
  /** Last use is due to be written down. */
  isTouchDue: boolean
}

/** A random token for a cookie or a link; 256 bits, so that guessing is hopeless and no slow hash is needed. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a token. */
export function hashToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(token).digest())
}

/** Session, person, hat and its place in one statement; null when any of them has ended. */
export async function findSession(
  db: Pick<Database, '$queryRaw'>,
  token: string,
  now: Temporal.Instant,
): Promise<SignedIn | null> {
  const row = await queryRow(
    db,
    sessionRow,
    Prisma.sql`SELECT s.id AS session_id, s.created_at, s.last_seen_at, p.id AS person_id, p.given_name, p.family_name,
        p.locale::text, p.theme::text, g.id AS role_grant_id, g.role::text, g.municipality_id, g.provider_id, g.specialist_id,
        coalesce(m.name_lv, v.name) AS place_lv, coalesce(m.name_en, v.name) AS place_en,
        EXISTS (SELECT FROM role_grant o WHERE o.person_id = p.id AND o.id <> g.id AND o.revoked_at IS NULL) AS has_other_roles
      FROM session s
      JOIN person p ON p.id = s.person_id AND p.deactivated_at IS NULL
      JOIN role_grant g ON g.id = s.role_grant_id AND g.person_id = p.id AND g.revoked_at IS NULL
      LEFT JOIN municipality m ON m.id = g.municipality_id
      LEFT JOIN provider v ON v.id = g.provider_id
      WHERE s.token_hash = ${hashToken(token)} AND s.revoked_at IS NULL AND s.expires_at > ${toDate(now)}`,
  )
  if (row === null) return null
  const ends = endOfSession({ role: row.role, signedInAt: row.created_at, lastSeenAt: row.last_seen_at })
  if (Temporal.Instant.compare(now, ends) >= 0) return null
  return {
    actor: {
      personId: row.person_id,
      sessionId: row.session_id,
      roleGrantId: row.role_grant_id,
      role: row.role,
      givenName: row.given_name,
      familyName: row.family_name,
      locale: row.locale,
      municipalityId: row.municipality_id,
      providerId: row.provider_id,
      specialistId: row.specialist_id,
    },
    theme: row.theme,
    place: row.place_lv === null || row.place_en === null ? null : { lv: row.place_lv, en: row.place_en },
    hasOtherRoles: row.has_other_roles,
    signedInAt: row.created_at,
    isTouchDue: Temporal.Instant.compare(row.last_seen_at.add({ minutes: touchEvery_minutes }), now) <= 0,
  }
}

/** Writes down that a session is in use. */
export async function touchSession(
  db: Pick<Database, '$executeRaw'>,
  sessionId: string,
  now: Temporal.Instant,
): Promise<void> {
  await db.$executeRaw`UPDATE session SET last_seen_at = greatest(last_seen_at, ${toDate(now)}) WHERE id = ${sessionId}::uuid`
}

/** `signedInAt` is when the person proved who they are: changing hats does not make a session any younger. */
export async function insertSession(
  tx: Tx,
  session: {
    token: string
    personId: string
    roleGrantId: string
    signedInAt: Temporal.Instant
    now: Temporal.Instant
    expiresAt: Temporal.Instant
  },
): Promise<string> {
  const { id } = await tx.session.create({
    data: {
      token_hash: hashToken(session.token),
      person_id: session.personId,
      role_grant_id: session.roleGrantId,
      created_at: toDate(session.signedInAt),
      last_seen_at: toDate(session.now),
      expires_at: toDate(session.expiresAt),
    },
    select: { id: true },
  })
  return id
}

/** Ends a session by its token; ending one that has ended changes nothing. */
export async function revokeSession(tx: Pick<Tx, '$executeRaw'>, token: string, now: Temporal.Instant): Promise<void> {
  await tx.$executeRaw`UPDATE session SET revoked_at = ${toDate(now)} WHERE token_hash = ${hashToken(token)} AND revoked_at IS NULL`
}
