import type { OpenContext } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import type { Grant } from '#app/people/role-grant-store.server.ts'
import type { Role } from '#app/people/rules/roles.ts'
import { sessionLimitsOf } from '#app/people/rules/session-limits.ts'
import { insertSession, newToken, revokeSession } from '#app/people/session-store.server.ts'
import type { Locale } from '#app/paraglide/runtime.js'
import type { Tx } from '#app/platform/db/database.server.ts'
import type { Theme } from '#app/platform/http/page-context.ts'

/** What a browser needs to go on as somebody. */
export type OpenedSession = { token: string; role: Role; locale: Locale; theme: Theme }

/**
 * Starts a session under a hat with a fresh token and ends the one before, so that a token somebody slipped to the
 * browser earlier opens nothing.
 */
export async function openSession(
  ctx: OpenContext,
  tx: Tx,
  {
    grant,
    signedInAt,
    previousToken,
    action,
  }: {
    grant: Grant
    signedInAt: Temporal.Instant
    previousToken: string | null
    action: 'session.sign-in' | 'session.switch-role'
  },
): Promise<OpenedSession> {
  const now = ctx.clock.now()
  if (previousToken !== null) await revokeSession(tx, previousToken, now)
  const token = newToken()
  const id = await insertSession(tx, {
    token,
    personId: grant.personId,
    roleGrantId: grant.id,
    signedInAt,
    now,
    expiresAt: signedInAt.add({ minutes: sessionLimitsOf(grant.role).absolute_minutes }),
  })
  const actor = { personId: grant.personId, role: grant.role, municipalityId: grant.municipalityId }
  await recordAudit({ ...ctx, actor }, tx, { action, subject: { kind: 'session', id } })
  return { token, role: grant.role, locale: grant.locale, theme: grant.theme }
}
