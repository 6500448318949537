import { z } from 'zod'
import { instantColumn } from '#app/platform/db/columns.ts'
import type { Database, Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'
import { toDate } from '#app/platform/time.ts'

export type NewMail = {
  personId: string | null
  toAddress: string
  subject: string
  text: string
  html: string
  calendarFile?: string | null
  at: Temporal.Instant
  /** A second mail of the same key is not queued. */
  dedupeKey: string
}

/**
 * Queues a mail in the transaction of what it tells. With `isWanted` false the same statement runs and queues nothing,
 * so that whoever measures cannot tell the two apart.
 */
export async function queueMail(tx: Pick<Tx, '$executeRaw'>, mail: NewMail, isWanted = true): Promise<void> {
  await tx.$executeRaw`INSERT INTO mail (person_id, to_address, subject, text_body, html_body, calendar_file, queued_at, dedupe_key)
    SELECT ${mail.personId}::uuid, ${mail.toAddress}, ${mail.subject}, ${mail.text}, ${mail.html}, ${mail.calendarFile ?? null},
      ${toDate(mail.at)}::timestamptz, ${mail.dedupeKey}
    WHERE ${isWanted}
    ON CONFLICT (dedupe_key) DO NOTHING`
}

const states = ['queued', 'sent', 'failed', 'kept'] as const

const mailRow = z
  .object({
    id: z.string(),
    to_address: z.string(),
    subject: z.string(),
    text_body: z.string(),
    html_body: z.string(),
    calendar_file: z.string().nullable(),
    state: z.enum(states),
    attempts: z.number(),
    queued_at: instantColumn,
  })
  .transform((row) => ({
    id: row.id,
    toAddress: row.to_address,
    subject: row.subject,
    text: row.text_body,
    html: row.html_body,
    calendarFile: row.calendar_file,
    state: row.state,
    attempts: row.attempts,
    queuedAt: row.queued_at,
  }))
export type Mail = z.infer<typeof mailRow>

const columns = Prisma.sql`id, to_address, subject, text_body, html_body, calendar_file, state::text, attempts, queued_at`

/**
 * The next queued mail that is due, with the attempt counted before it is made, so that a process that dies over a mail
 * does not try it for ever. Attempts come 0, 1, 3, 7, 15 ... minutes after the mail was queued.
 */
export async function takeDueMail(db: Pick<Database, '$queryRaw'>, now: Temporal.Instant): Promise<Mail | null> {
  return queryRow(
    db,
    mailRow,
    Prisma.sql`UPDATE mail SET attempts = attempts + 1
      WHERE id = (
        SELECT id FROM mail WHERE state = 'queued'
          AND queued_at + make_interval(mins => power(2, attempts)::int - 1) <= ${toDate(now)}
        ORDER BY queued_at LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING ${columns}`,
  )
}

/** Writes down what became of a mail that was taken. */
export async function settleMail(
  db: Pick<Database, '$executeRaw'>,
  id: string,
  outcome: { state: 'sent' | 'kept' | 'queued' | 'failed'; now: Temporal.Instant; error: string | null },
): Promise<void> {
  const sentAt = outcome.state === 'sent' ? toDate(outcome.now) : null
  await db.$executeRaw`UPDATE mail SET state = ${outcome.state}::"MailState", sent_at = ${sentAt}, last_error = ${outcome.error}
    WHERE id = ${id}::uuid AND state = 'queued'`
}

/** The newest mails, for the outbox of developers. */
export async function listMails(db: Pick<Database, '$queryRaw'>, limit: number): Promise<Mail[]> {
  return queryRows(db, mailRow, Prisma.sql`SELECT ${columns} FROM mail ORDER BY queued_at DESC, id DESC LIMIT ${limit}`)
}

/** One mail, or null. */
export async function findMail(db: Pick<Database, '$queryRaw'>, id: string): Promise<Mail | null> {
  if (!z.uuid().safeParse(id).success) return null
  return queryRow(db, mailRow, Prisma.sql`SELECT ${columns} FROM mail WHERE id = ${id}::uuid`)
}

/** Removes mails that were queued before an instant and wait no more: they tell of sessions, whose pages remain. */
export async function deleteSettledMails(
  db: Pick<Database, '$executeRaw'>,
  { queuedBefore }: { queuedBefore: Temporal.Instant },
): Promise<void> {
  await db.$executeRaw`DELETE FROM mail WHERE state <> 'queued' AND queued_at < ${toDate(queuedBefore)}`
}
