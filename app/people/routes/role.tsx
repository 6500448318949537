import { Form, data } from 'react-router'
import { z } from 'zod'
import { describeAccount } from '#app/people/describe-account.server.ts'
import { listRoles } from '#app/people/list-roles.server.ts'
import { redirectSignedIn } from '#app/people/redirect-signed-in.server.ts'
import { requireContext, requireSignedIn } from '#app/people/require-context.server.ts'
import { homeOf } from '#app/people/rules/home-of-role.ts'
import { readSessionToken } from '#app/people/session-cookie.server.ts'
import { signOut } from '#app/people/sign-out.server.ts'
import { switchRole } from '#app/people/switch-role.server.ts'
import { AccountEntries } from '#app/people/ui/account-menu.tsx'
import { DemoNotice } from '#app/people/ui/demo-notice.tsx'
import { roleName } from '#app/people/ui/role-words.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { portalContext } from '#app/platform/http/portal-context.ts'
import { usePage } from '#app/platform/http/use-page.ts'
import { AppFrame } from '#app/ui/app-frame.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import type { Route } from './+types/role.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.people_role_title() }) }]

export async function loader({ context }: Route.LoaderArgs) {
  const signedIn = requireSignedIn(context)
  const grants = await listRoles(requireContext(context))
  const locale = getLocale()
  return {
    account: describeAccount(signedIn),
    roles: grants.map(({ id, role, place }) => ({
      id,
      role,
      place: place === null ? null : place[locale],
      isCurrent: id === signedIn.actor.roleGrantId,
      home: homeOf(role),
    })),
  }
}

const form = z.object({ roleGrantId: z.string() })

export async function action({ request, context }: Route.ActionArgs) {
  const { config } = context.get(portalContext)
  const ctx = requireContext(context)
  const sent = form.safeParse(Object.fromEntries(await request.formData()))
  const token = readSessionToken(request, config)
  if (!sent.success || token === null) throw data(null, { status: 400 })
  const { signedInAt } = requireSignedIn(context)
  const switched = await switchRole(ctx, { roleGrantId: sent.data.roleGrantId, token, signedInAt })
  if (switched.ok) return redirectSignedIn(switched.value, null, config)
  if (switched.refusal.kind === 'not-your-role') throw data(null, { status: 404 })
  await signOut(ctx, token)
  return redirectWithReceipt(context, '/sign-in', { tone: 'attention', title: m.people_role_sign_in_again() })
}

export default function RoleChoice({ loaderData: { account, roles } }: Route.ComponentProps) {
  const { flash, demo } = usePage()
  const own = roles.find((role) => role.isCurrent)
  const hasPages = own !== undefined && own.home !== '/role'
  return (
    <AppFrame
      density="family"
      account={{ name: account.givenName, menu: <AccountEntries account={account} /> }}
      notice={demo ? <DemoNotice /> : undefined}
      flash={flash}
    >
      <div className="max-w-xl">
        <PageHead
          title={roles.length > 1 ? m.people_role_title() : m.people_role_single_title()}
          lead={hasPages ? (roles.length > 1 ? m.people_role_lead() : undefined) : m.people_role_no_pages()}
        />
        <ul className="picks">
          {roles.map(({ id, role, place, isCurrent, home }) => (
            <li key={id}>
              <div>
                <span className="strong">{roleName(role)}</span>{' '}
                {isCurrent ? <Badge tone="ok">{m.people_role_current()}</Badge> : null}
                {place === null ? null : <div className="small muted">{place}</div>}
              </div>
              {!isCurrent ? (
                <Form method="post" reloadDocument>
                  <SubmitButton
                    variant="secondary"
                    size="small"
                    name="roleGrantId"
                    value={id}
                    aria-label={`${m.people_role_choose()}: ${roleName(role)}`}
                  >
                    {m.people_role_choose()}
                  </SubmitButton>
                </Form>
              ) : home === '/role' ? null : (
                <ButtonLink variant="quiet" size="small" to={home}>
                  {m.people_role_choose()}
                </ButtonLink>
              )}
            </li>
          ))}
        </ul>
      </div>
    </AppFrame>
  )
}
