import type { Portal } from '#app/platform/http/portal-context.ts'
import type { Mail } from '#app/platform/mail/mail-queue.server.ts'
import { findMail, listMails } from '#app/platform/mail/mail-queue.server.ts'

const shown = 100

/** The newest mails, for developers and demonstrations; null where that page does not exist. */
export async function listOutbox({ db, config }: Pick<Portal, 'db' | 'config'>): Promise<Mail[] | null> {
  return config.hasDevPages ? listMails(db, shown) : null
}

/** One mail of the outbox, or null. */
export async function findOutboxMail({ db, config }: Pick<Portal, 'db' | 'config'>, id: string): Promise<Mail | null> {
  return config.hasDevPages ? findMail(db, id) : null
}
