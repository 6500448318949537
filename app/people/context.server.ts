import type { Actor } from '#app/people/actor.ts'
import type { Database } from '#app/platform/db/database.server.ts'
import type { Scope } from '#app/platform/db/transact.server.ts'
import type { Clock } from '#app/platform/time.ts'

/** What a use case may lean on: who asks, whose rows they may see, the database and the time. */
export type Context = {
  actor: Actor
  scope: Scope
  db: Database
  clock: Clock
  requestId: string | null
}

/** Before anybody is known: sign-in, health. */
export type OpenContext = Omit<Context, 'actor' | 'scope'>

/** When a rule acts by itself (acceptance by silence, mail): no person, one municipality at a time. */
export type SystemContext = Omit<Context, 'actor'>

/** The one place where a context of a person is made. */
export function contextOf(actor: Actor, open: OpenContext): Context {
  return { ...open, actor, scope: { tenant: actor.municipalityId, provider: actor.providerId } }
}

/** For a provider's work on one family's session: the municipality whose money it is joins the scope. */
export function inTenant<Some extends SystemContext>(ctx: Some, municipalityId: string): Some {
  return { ...ctx, scope: { ...ctx.scope, tenant: municipalityId } }
}
