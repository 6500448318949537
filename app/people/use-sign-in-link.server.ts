import type { OpenContext } from '#app/people/context.server.ts'
import type { OpenedSession } from '#app/people/open-session.server.ts'
import { openSession } from '#app/people/open-session.server.ts'
import { findGrantToStartWith } from '#app/people/role-grant-store.server.ts'
import { hashToken } from '#app/people/session-store.server.ts'
import { useLink } from '#app/people/sign-in-store.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type UseLinkRefusal = { kind: 'link-not-valid' }

/**
 * Turns the token of a mailed link into a session. Refuses one that is unknown, used, or older than 15 minutes, and
 * does not say which. `previousToken` is the session the browser has so far; it ends.
 */
export async function signInByLink(
  ctx: OpenContext,
  input: { token: string; previousToken: string | null },
): Promise<Result<OpenedSession, UseLinkRefusal>> {
  const now = ctx.clock.now()
  return transact<OpenedSession, UseLinkRefusal>(
    { db: ctx.db, scope: { tenant: null, provider: null } },
    async (tx) => {
      const personId = await useLink(tx, hashToken(input.token), now)
      const grant = personId === null ? null : await findGrantToStartWith(tx, personId)
      if (grant === null) return refuse({ kind: 'link-not-valid' })
      return accept(
        await openSession(ctx, tx, {
          grant,
          signedInAt: now,
          previousToken: input.previousToken,
          action: 'session.sign-in',
        }),
      )
    },
  )
}
