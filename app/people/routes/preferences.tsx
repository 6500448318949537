import { data, redirect } from 'react-router'
import { z } from 'zod'
import { changePreferences } from '#app/people/change-preferences.server.ts'
import { preferenceCookies } from '#app/people/preference-cookies.server.ts'
import { findActor, requireContext } from '#app/people/require-context.server.ts'
import { localPath } from '#app/platform/http/local-path.ts'
import { themes } from '#app/platform/http/page-context.ts'
import { portalContext } from '#app/platform/http/portal-context.ts'
import type { Route } from './+types/preferences.ts'

export function loader() {
  return redirect('/')
}

const form = z.object({
  locale: z.enum(['lv', 'en']).optional(),
  theme: z.enum(themes).optional(),
  to: z.string().optional(),
})

export async function action({ request, context }: Route.ActionArgs) {
  const sent = form.safeParse(Object.fromEntries(await request.formData()))
  if (!sent.success) throw data(null, { status: 400 })
  const { locale, theme, to } = sent.data
  const preferences = { ...(locale === undefined ? {} : { locale }), ...(theme === undefined ? {} : { theme }) }
  if (findActor(context) !== null) await changePreferences(requireContext(context), preferences)
  const response = redirect(localPath(to) ?? '/')
  for (const cookie of preferenceCookies(preferences, context.get(portalContext).config))
    response.headers.append('Set-Cookie', cookie)
  return response
}

/** Never shown; with it a refusal is answered by the error page, not in data. */
export default function NoPage() {
  return null
}
