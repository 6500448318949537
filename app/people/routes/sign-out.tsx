import { redirect } from 'react-router'
import { openContext } from '#app/people/require-context.server.ts'
import { endedSessionCookie, readSessionToken } from '#app/people/session-cookie.server.ts'
import { signOut } from '#app/people/sign-out.server.ts'
import { m } from '#app/paraglide/messages.js'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { portalContext } from '#app/platform/http/portal-context.ts'
import type { Route } from './+types/sign-out.ts'

/** Only a form signs out: a link that does could be put on any page of the web. */
export function loader() {
  return redirect('/')
}

export async function action({ request, context }: Route.ActionArgs) {
  const { config } = context.get(portalContext)
  const token = readSessionToken(request, config)
  if (token !== null) await signOut(context.get(openContext), token)
  const response = redirectWithReceipt(context, '/sign-in', { tone: 'ok', title: m.people_signed_out() })
  response.headers.append('Set-Cookie', endedSessionCookie(config))
  return response
}

/** Never shown; with it a refusal is answered by the error page, not in data. */
export default function NoPage() {
  return null
}
