import type { OpenContext } from '#app/people/context.server.ts'
import type { OpenedSession } from '#app/people/open-session.server.ts'
import { openSession } from '#app/people/open-session.server.ts'
import { updatePreferences } from '#app/people/person-store.server.ts'
import { findInventedGrant } from '#app/people/role-grant-store.server.ts'
import type { Locale } from '#app/paraglide/runtime.js'
import type { Config } from '#app/platform/config.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type DemoRefusal = { kind: 'not-a-demo' } | { kind: 'unknown-person' }

/**
 * Signs a visitor in as an invented person under one of their hats, in the visitor's language. Refused wherever the
 * data is not a demonstration, whoever asks, and for real people whom somebody added to one.
 */
export async function signInAsDemoPerson(
  ctx: OpenContext & { config: Pick<Config, 'isDemo'> },
  input: { roleGrantId: string; previousToken: string | null; locale: Locale },
): Promise<Result<OpenedSession, DemoRefusal>> {
  if (!ctx.config.isDemo) return refuse({ kind: 'not-a-demo' })
  return transact<OpenedSession, DemoRefusal>({ db: ctx.db, scope: { tenant: null, provider: null } }, async (tx) => {
    const grant = await findInventedGrant(tx, input.roleGrantId)
    if (grant === null) return refuse({ kind: 'unknown-person' })
    if (grant.locale !== input.locale) await updatePreferences(tx, grant.personId, { locale: input.locale })
    const opened = await openSession(ctx, tx, {
      grant: { ...grant, locale: input.locale },
      signedInAt: ctx.clock.now(),
      previousToken: input.previousToken,
      action: 'session.sign-in',
    })
    return accept(opened)
  })
}
