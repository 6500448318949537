import type { Role } from '#app/people/rules/roles.ts'

/** What the frame around every page shows of the signed-in person. */
export type FrameAccount = {
  givenName: string
  name: string
  role: Role
  /** The municipality or provider, in the reader's language. */
  place: string | null
  hasOtherRoles: boolean
}
