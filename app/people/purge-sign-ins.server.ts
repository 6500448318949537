import type { OpenContext } from '#app/people/context.server.ts'
import { purgeSignIns } from '#app/people/sign-in-store.server.ts'

const keepLinks_hours = 24
const keepSessions_hours = 30 * 24

/** Forgets links and sign-in mails after a day, and sessions a month after their end; the audit trail remains. */
export async function purgeOldSignIns({ db, clock }: Pick<OpenContext, 'db' | 'clock'>): Promise<void> {
  const now = clock.now()
  await purgeSignIns(db, {
    linksBefore: now.subtract({ hours: keepLinks_hours }),
    sessionsBefore: now.subtract({ hours: keepSessions_hours }),
  })
}
