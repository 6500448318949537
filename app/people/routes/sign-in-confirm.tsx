import { Form, data } from 'react-router'
import { z } from 'zod'
import { openContext } from '#app/people/require-context.server.ts'
import { redirectSignedIn } from '#app/people/redirect-signed-in.server.ts'
import { readSessionToken } from '#app/people/session-cookie.server.ts'
import { signInByLink } from '#app/people/use-sign-in-link.server.ts'
import { VisitorFrame } from '#app/people/ui/visitor-frame.tsx'
import { m } from '#app/paraglide/messages.js'
import { localPath } from '#app/platform/http/local-path.ts'
import { portalContext } from '#app/platform/http/portal-context.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import type { Route } from './+types/sign-in-confirm.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.people_confirm_title() }) }]

/**
 * The address of this page holds the token: no other page hears of it, and no cache keeps it. The origin alone is told,
 * since without it browsers that know no Sec-Fetch-Site send a form whose origin cannot be proved.
 */
export const headers: Route.HeadersFunction = () => ({
  'Referrer-Policy': 'strict-origin',
  'Cache-Control': 'private, no-store',
})

/** Opening the page uses nothing up: programs that look into mails open links too. */
export function loader({ url }: Route.LoaderArgs) {
  return { token: url.searchParams.get('token') ?? '', to: localPath(url.searchParams.get('to')) }
}

const form = z.object({ token: z.string(), to: z.string().optional() })

export async function action({ request, context }: Route.ActionArgs) {
  const { config } = context.get(portalContext)
  const sent = form.safeParse(Object.fromEntries(await request.formData()))
  if (!sent.success) throw data(null, { status: 400 })
  const { token, to } = sent.data
  const signedIn = await signInByLink(context.get(openContext), {
    token,
    previousToken: readSessionToken(request, config),
  })
  if (!signedIn.ok) return data({ isInvalid: true }, { status: 409 })
  return redirectSignedIn(signedIn.value, localPath(to), config)
}

export default function SignInConfirm({ loaderData: { token, to }, actionData }: Route.ComponentProps) {
  return (
    <VisitorFrame>
      <div className="max-w-xl">
        {actionData?.isInvalid || token === '' ? (
          <>
            <PageHead title={m.people_confirm_invalid_title()} lead={m.people_confirm_invalid()} />
            <ButtonLink to="/sign-in">{m.people_confirm_new()}</ButtonLink>
          </>
        ) : (
          <>
            <PageHead title={m.people_confirm_title()} lead={m.people_confirm_lead()} />
            <Form method="post" action="/sign-in/confirm" reloadDocument>
              <input type="hidden" name="token" value={token} />
              {to === null ? null : <input type="hidden" name="to" value={to} />}
              <SubmitButton>{m.people_confirm_action()}</SubmitButton>
            </Form>
          </>
        )}
      </div>
    </VisitorFrame>
  )
}
