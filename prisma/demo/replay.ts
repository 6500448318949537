import type { Actor } from '#app/people/actor.ts'
import type { Context, SystemContext } from '#app/people/context.server.ts'
import { contextOf } from '#app/people/context.server.ts'
import type { Database } from '#app/platform/db/database.server.ts'
import type { Result } from '#app/platform/result.ts'
import { fixedClock } from '#app/platform/time.ts'

/** The portal as people used it in the past: each act happens at a moment of its own. */
export type ReplayedPortal = {
  as(actor: Actor, at: Temporal.Instant): Context
  bySystem(municipalityId: string, at: Temporal.Instant): SystemContext
}

export function replayedPortal(db: Database): ReplayedPortal {
  const openAt = (at: Temporal.Instant) => ({ db, clock: fixedClock(at), requestId: null })
  return {
    as: (actor, at) => contextOf(actor, openAt(at)),
    bySystem: (municipalityId, at) => ({ ...openAt(at), scope: { tenant: municipalityId, provider: null } }),
  }
}

/** The value of a use case that the story counts on; a refusal means that the story contradicts the rules. */
export function accepted<Value>(result: Result<Value, { kind: string }>, what: string): Value {
  if (result.ok) return result.value
  throw new Error(`The demo came to a halt at ${what}: ${JSON.stringify(result.refusal)}`)
}
