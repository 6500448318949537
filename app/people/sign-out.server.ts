import type { OpenContext } from '#app/people/context.server.ts'
import { revokeSession } from '#app/people/session-store.server.ts'

/** Ends the session of a browser. The token opens nothing any more, wherever it was copied to. */
export async function signOut({ db, clock }: Pick<OpenContext, 'db' | 'clock'>, token: string): Promise<void> {
  await revokeSession(db, token, clock.now())
}
