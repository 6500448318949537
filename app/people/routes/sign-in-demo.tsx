import { data, redirect } from 'react-router'
import { z } from 'zod'
import { openContext } from '#app/people/require-context.server.ts'
import { redirectSignedIn } from '#app/people/redirect-signed-in.server.ts'
import { readSessionToken } from '#app/people/session-cookie.server.ts'
import { signInAsDemoPerson } from '#app/people/sign-in-as-demo-person.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { localPath } from '#app/platform/http/local-path.ts'
import { portalContext } from '#app/platform/http/portal-context.ts'
import type { Route } from './+types/sign-in-demo.ts'

export function loader() {
  return redirect('/sign-in')
}

const form = z.object({ roleGrantId: z.string(), to: z.string().optional() })

export async function action({ request, context }: Route.ActionArgs) {
  const { config } = context.get(portalContext)
  const sent = form.safeParse(Object.fromEntries(await request.formData()))
  if (!sent.success) throw data(null, { status: 400 })
  const signedIn = await signInAsDemoPerson(
    { ...context.get(openContext), config },
    { roleGrantId: sent.data.roleGrantId, previousToken: readSessionToken(request, config), locale: getLocale() },
  )
  if (signedIn.ok) return redirectSignedIn(signedIn.value, localPath(sent.data.to), config)
  if (signedIn.refusal.kind === 'not-a-demo') throw data(null, { status: 404 })
  return redirectWithReceipt(context, '/sign-in', { tone: 'attention', title: m.people_demo_gone() })
}

/** Never shown; with it a refusal is answered by the error page, not in data. */
export default function NoPage() {
  return null
}
