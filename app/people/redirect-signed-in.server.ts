import { redirect } from 'react-router'
import type { OpenedSession } from '#app/people/open-session.server.ts'
import { preferenceCookies } from '#app/people/preference-cookies.server.ts'
import { homeOf } from '#app/people/rules/home-of-role.ts'
import { sessionCookie } from '#app/people/session-cookie.server.ts'
import type { Config } from '#app/platform/config.server.ts'

/** Hands the browser its session, with the person's language and appearance, and leads to the page asked for or home. */
export function redirectSignedIn(
  session: OpenedSession,
  to: string | null,
  config: Pick<Config, 'publicUrl'>,
): Response {
  const response = redirect(to ?? homeOf(session.role))
  for (const cookie of [sessionCookie(session.token, session.role, config), ...preferenceCookies(session, config)]) {
    response.headers.append('Set-Cookie', cookie)
  }
  return response
}
