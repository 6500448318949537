import type { Locale } from '#app/paraglide/runtime.js'
import type { Role } from '#app/people/rules/roles.ts'

export { roles } from '#app/people/rules/roles.ts'
export type { Role }

/** A person under one of their hats, as every use case gets to know them. */
export type Actor = {
  personId: string
  sessionId: string
  roleGrantId: string
  role: Role
  givenName: string
  familyName: string
  locale: Locale
  /** The tenant; null for people of providers, who serve several. */
  municipalityId: string | null
  providerId: string | null
  specialistId: string | null
}
