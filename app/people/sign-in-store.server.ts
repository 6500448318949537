import { z } from 'zod'
import { countColumn } from '#app/platform/db/columns.ts'
import type { Database, Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow } from '#app/platform/db/query-rows.server.ts'
import { toDate } from '#app/platform/time.ts'

type Hash = Uint8Array<ArrayBuffer>

/** Lets requests for one address, or from one place, go one after the other until the transaction ends. */
export async function queueUp(tx: Tx, hashes: readonly Hash[]): Promise<void> {
  const keys = hashes
    .map((hash) => Buffer.from(hash).readBigInt64BE(0))
    .toSorted((one, other) => (one < other ? -1 : 1))
  for (const key of keys) await tx.$queryRaw`SELECT pg_advisory_xact_lock(${key})::text`
}

const counts = z.object({ for_email: countColumn, from_client: countColumn })

/** How many links were asked for since an instant. */
export async function countRequests(
  tx: Tx,
  { emailHash, clientHash, since }: { emailHash: Hash; clientHash: Hash; since: Temporal.Instant },
): Promise<{ forEmail: number; fromClient: number }> {
  const row = await queryRow(
    tx,
    counts,
    Prisma.sql`SELECT
      (SELECT count(*) FROM sign_in_link WHERE email_hash = ${emailHash} AND requested_at > ${toDate(since)}) AS for_email,
      (SELECT count(*) FROM sign_in_link WHERE address_hash = ${clientHash} AND requested_at > ${toDate(since)}) AS from_client`,
  )
  return { forEmail: row?.for_email ?? 0, fromClient: row?.from_client ?? 0 }
}

const addressee = z.object({ id: z.string(), locale: z.enum(['lv', 'en']) })

/** The person behind an address who may sign in: not deactivated, and with a hat to wear. */
export async function findAddressee(tx: Tx, email: string): Promise<z.infer<typeof addressee> | null> {
  return queryRow(
    tx,
    addressee,
    Prisma.sql`SELECT p.id, p.locale::text FROM person p WHERE p.email = ${email} AND p.deactivated_at IS NULL
      AND EXISTS (SELECT FROM role_grant g WHERE g.person_id = p.id AND g.revoked_at IS NULL)`,
  )
}

export async function insertLink(
  tx: Tx,
  link: {
    tokenHash: Hash
    personId: string | null
    emailHash: Hash
    clientHash: Hash
    requestedAt: Temporal.Instant
    expiresAt: Temporal.Instant
  },
): Promise<string> {
  const { id } = await tx.signInLink.create({
    data: {
      token_hash: link.tokenHash,
      person_id: link.personId,
      email_hash: link.emailHash,
      address_hash: link.clientHash,
      requested_at: toDate(link.requestedAt),
      expires_at: toDate(link.expiresAt),
    },
    select: { id: true },
  })
  return id
}

const user = z.object({ person_id: z.string() })

/** Uses a link up and tells whose it is; null when it is unknown, used or too old. One statement, so it works once. */
export async function useLink(tx: Tx, tokenHash: Hash, now: Temporal.Instant): Promise<string | null> {
  const row = await queryRow(
    tx,
    user,
    Prisma.sql`UPDATE sign_in_link SET used_at = ${toDate(now)}
      WHERE token_hash = ${tokenHash} AND used_at IS NULL AND expires_at > ${toDate(now)} AND person_id IS NOT NULL
      RETURNING person_id`,
  )
  return row?.person_id ?? null
}

/**
 * Removes what has served: links whose window is over, sessions that ended, and the bodies of sign-in mails, which hold
 * the link.
 */
export async function purgeSignIns(
  db: Pick<Database, '$executeRaw'>,
  { linksBefore, sessionsBefore }: { linksBefore: Temporal.Instant; sessionsBefore: Temporal.Instant },
): Promise<void> {
  await db.$executeRaw`DELETE FROM sign_in_link WHERE requested_at < ${toDate(linksBefore)} AND expires_at < ${toDate(linksBefore)}`
  await db.$executeRaw`DELETE FROM session WHERE expires_at < ${toDate(sessionsBefore)} OR revoked_at < ${toDate(sessionsBefore)}`
  await db.$executeRaw`DELETE FROM mail WHERE dedupe_key LIKE 'sign-in:%' AND queued_at < ${toDate(linksBefore)}`
}
