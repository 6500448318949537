import type { FrameAccount } from '#app/people/frame-account.ts'
import type { SignedIn } from '#app/people/session-store.server.ts'

/** The account as the frame shows it; all of it came with the session, so no further query. */
export function describeAccount({ actor, place, hasOtherRoles }: SignedIn): FrameAccount {
  return {
    givenName: actor.givenName,
    name: `${actor.givenName} ${actor.familyName}`,
    role: actor.role,
    place: place === null ? null : place[actor.locale],
    hasOtherRoles,
  }
}
