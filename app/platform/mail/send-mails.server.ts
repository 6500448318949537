import { createTransport } from 'nodemailer'
import type { Config } from '#app/platform/config.server.ts'
import type { Database } from '#app/platform/db/database.server.ts'
import type { Log } from '#app/platform/log.server.ts'
import type { Mail } from '#app/platform/mail/mail-queue.server.ts'
import { settleMail, takeDueMail } from '#app/platform/mail/mail-queue.server.ts'
import type { Clock } from '#app/platform/time.ts'

const timeout_ms = 20_000
/** The last attempt comes 17 hours after the first: a mail server may be away over night. */
const mostAttempts = 10

export type MailSender = (mail: Mail) => Promise<void>

/** Sends by the mail server of SMTP_URL; null when there is none, and mails are kept for the outbox page. */
export function openMailSender({ smtpUrl, mailFrom }: Pick<Config, 'smtpUrl' | 'mailFrom'>): MailSender | null {
  if (smtpUrl === null) return null
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: timeout_ms,
    greetingTimeout: timeout_ms,
    socketTimeout: timeout_ms,
  })
  return async (mail) => {
    await transport.sendMail({
      from: mailFrom,
      to: mail.toAddress,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: `<${mail.id}@atspaids>`,
      ...(mail.calendarFile === null
        ? {}
        : { icalEvent: { method: 'PUBLISH', filename: 'atspaids.ics', content: mail.calendarFile } }),
    })
  }
}

/** Sends every mail that is due. A mail that fails waits for its next attempt; after the last it is given up and logged. */
export async function sendDueMails({
  db,
  clock,
  log,
  send,
}: {
  db: Database
  clock: Clock
  log: Log
  send: MailSender | null
}): Promise<void> {
  for (;;) {
    const mail = await takeDueMail(db, clock.now())
    if (mail === null) return
    await sendOne({ db, clock, log, send }, mail)
  }
}

async function sendOne(
  { db, clock, log, send }: { db: Database; clock: Clock; log: Log; send: MailSender | null },
  mail: Mail,
): Promise<void> {
  if (send === null) return settleMail(db, mail.id, { state: 'kept', now: clock.now(), error: null })
  try {
    await send(mail)
    await settleMail(db, mail.id, { state: 'sent', now: clock.now(), error: null })
  } catch (error) {
    const isLast = mail.attempts >= mostAttempts
    log[isLast ? 'error' : 'warn']({ mail: mail.id, attempt: mail.attempts, err: error }, 'mail was not sent')
    await settleMail(db, mail.id, { state: isLast ? 'failed' : 'queued', now: clock.now(), error: codeOf(error) })
  }
}

/** What went wrong, without the words of the mail server, which may quote the address. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'
}
