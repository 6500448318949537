import type { Context } from '#app/people/context.server.ts'
import type { OpenedSession } from '#app/people/open-session.server.ts'
import { openSession } from '#app/people/open-session.server.ts'
import { findGrant } from '#app/people/role-grant-store.server.ts'
import { endOfSession } from '#app/people/rules/session-limits.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type SwitchRefusal =
  | { kind: 'not-your-role' }
  /** The sign-in is too old for the other hat: a family's lasts a month, a municipal one a working day. */
  | { kind: 'sign-in-again' }

/** Puts on another of the person's hats: a fresh session that is as old as the sign-in. */
export async function switchRole(
  ctx: Context,
  input: { roleGrantId: string; token: string; signedInAt: Temporal.Instant },
): Promise<Result<OpenedSession, SwitchRefusal>> {
  return transact<OpenedSession, SwitchRefusal>(ctx, async (tx) => {
    const grant = await findGrant(tx, input.roleGrantId)
    if (grant === null || grant.personId !== ctx.actor.personId) return refuse({ kind: 'not-your-role' })
    const now = ctx.clock.now()
    const ends = endOfSession({ role: grant.role, signedInAt: input.signedInAt, lastSeenAt: now })
    if (Temporal.Instant.compare(now, ends) >= 0) return refuse({ kind: 'sign-in-again' })
    return accept(
      await openSession(ctx, tx, {
        grant,
        signedInAt: input.signedInAt,
        previousToken: input.token,
        action: 'session.switch-role',
      }),
    )
  })
}
