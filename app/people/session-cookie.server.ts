import { sessionLimitsOf } from '#app/people/rules/session-limits.ts'
import type { Role } from '#app/people/rules/roles.ts'
import type { Config } from '#app/platform/config.server.ts'
import { readCookie, writeCookie } from '#app/platform/http/cookies.ts'

type Where = Pick<Config, 'publicUrl'>

/** With TLS the browser itself refuses this cookie from anybody but this very host. */
function nameOn({ publicUrl }: Where): string {
  return publicUrl.protocol === 'https:' ? '__Host-session' : 'session'
}

const tokenShape = /^[\w-]{43}$/

/** The token a browser carries, or null; whether it opens anything is for the session store to say. */
export function readSessionToken(request: Request, config: Where): string | null {
  const value = readCookie(request, nameOn(config))
  return value !== null && tokenShape.test(value) ? value : null
}

/** Families stay signed in over a restart of their phone; staff sessions end with the browser. */
export function sessionCookie(token: string, role: Role, config: Where): string {
  const maxAge_s = role === 'guardian' ? sessionLimitsOf(role).absolute_minutes * 60 : null
  return writeCookie({ name: nameOn(config), value: token, maxAge_s, isSecure: config.publicUrl.protocol === 'https:' })
}

/** Takes the session away from the browser. */
export function endedSessionCookie(config: Where): string {
  return writeCookie({ name: nameOn(config), value: '', maxAge_s: 0, isSecure: config.publicUrl.protocol === 'https:' })
}
