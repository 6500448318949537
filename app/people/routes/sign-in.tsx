import { Form, data, redirect } from 'react-router'
import { z } from 'zod'
import { listDemoPeople } from '#app/people/list-demo-people.server.ts'
import { requestSignInLink } from '#app/people/request-sign-in-link.server.ts'
import { findActor, openContext } from '#app/people/require-context.server.ts'
import { homeOf } from '#app/people/rules/home-of-role.ts'
import { DemoPeople } from '#app/people/ui/demo-people.tsx'
import { VisitorFrame } from '#app/people/ui/visitor-frame.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { localPath } from '#app/platform/http/local-path.ts'
import { clientAddressContext, portalContext } from '#app/platform/http/portal-context.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { Route } from './+types/sign-in.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.people_sign_in_title() }) }]

export async function loader({ context, url }: Route.LoaderArgs) {
  const { config } = context.get(portalContext)
  const to = localPath(url.searchParams.get('to'))
  const actor = findActor(context)
  // In the demonstration a signed-in visitor comes here to be somebody else.
  if (actor !== null && !config.isDemo) throw redirect(to ?? homeOf(actor.role))
  const demo = await listDemoPeople({ ...context.get(openContext), config })
  return { to, demo }
}

const longestEmail = 254
/** A form without the field is answered like one that was left empty. */
const form = z.object({ email: z.string().trim().catch(''), to: z.string().optional().catch(undefined) })
const email = z.email().max(longestEmail)

export async function action({ request, context }: Route.ActionArgs) {
  const { config } = context.get(portalContext)
  const sent = form.parse(Object.fromEntries(await request.formData()))
  const typed = sent.email.slice(0, longestEmail)
  if (sent.email === '') return data({ email: typed, error: m.people_sign_in_email_missing() }, { status: 400 })
  if (!email.safeParse(sent.email).success)
    return data({ email: typed, error: m.people_sign_in_email_wrong() }, { status: 400 })
  const requested = await requestSignInLink(
    { ...context.get(openContext), config },
    {
      email: sent.email,
      clientAddress: context.get(clientAddressContext),
      locale: getLocale(),
      to: localPath(sent.to),
    },
  )
  if (!requested.ok) return data({ email: typed, error: m.people_sign_in_too_many() }, { status: 429 })
  return redirect('/sign-in/sent')
}

export default function SignIn({ loaderData: { to, demo }, actionData }: Route.ComponentProps) {
  const error = actionData?.error
  const emailForm = (
    <Form method="post" noValidate className="stack">
      <ErrorSummary errors={error === undefined ? [] : [{ text: error, href: '#email' }]} />
      {to === null ? null : <input type="hidden" name="to" value={to} />}
      <TextField
        id="email"
        name="email"
        type="email"
        label={m.people_sign_in_email()}
        hint={m.people_sign_in_email_hint()}
        autoComplete="email"
        required
        defaultValue={actionData?.email}
        errors={error === undefined ? undefined : [error]}
      />
      <div className="row">
        <SubmitButton variant={demo.length > 0 ? 'secondary' : 'primary'}>{m.people_sign_in_send()}</SubmitButton>
      </div>
      <p className="small muted">{m.people_sign_in_help()}</p>
    </Form>
  )
  if (demo.length === 0) {
    return (
      <VisitorFrame>
        <div className="max-w-xl">
          <PageHead title={m.people_sign_in_title()} lead={m.people_sign_in_lead()} />
          {emailForm}
        </div>
      </VisitorFrame>
    )
  }
  return (
    <VisitorFrame>
      <PageHead title={m.people_demo_title()} lead={m.people_demo_lead()} />
      <DemoPeople groups={demo} to={to} />
      <Card title={m.people_email_title()} className="mt-8 max-w-2xl">
        <p className="muted mb-4">{m.people_sign_in_lead()}</p>
        {emailForm}
      </Card>
    </VisitorFrame>
  )
}
