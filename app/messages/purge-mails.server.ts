import type { Portal } from '#app/platform/http/portal-context.ts'
import { deleteSettledMails } from '#app/platform/mail/mail-queue.server.ts'

const keepMails_hours = 30 * 24

/** Forgets mails a month after they were written: they name a child's services, and have long been read or lost. */
export async function purgeOldMails({ db, clock }: Pick<Portal, 'db' | 'clock'>): Promise<void> {
  await deleteSettledMails(db, { queuedBefore: clock.now().subtract({ hours: keepMails_hours }) })
}
