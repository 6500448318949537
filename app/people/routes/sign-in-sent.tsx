import { linkLifetime_minutes } from '#app/people/rules/sign-in-limits.ts'
import { VisitorFrame } from '#app/people/ui/visitor-frame.tsx'
import { m } from '#app/paraglide/messages.js'
import { portalContext } from '#app/platform/http/portal-context.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import type { Route } from './+types/sign-in-sent.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.people_sent_title() }) }]

export function loader({ context }: Route.LoaderArgs) {
  const { config } = context.get(portalContext)
  return { hasOutbox: config.hasDevPages && config.smtpUrl === null }
}

export default function SignInSent({ loaderData: { hasOutbox } }: Route.ComponentProps) {
  return (
    <VisitorFrame>
      <div className="max-w-xl">
        <PageHead title={m.people_sent_title()} lead={m.people_sent_lead({ minutes: linkLifetime_minutes })} />
        <p>{m.people_sent_missing()}</p>
        <div className="row mt-6">
          <ButtonLink variant="secondary" to="/sign-in">
            {m.people_sent_again()}
          </ButtonLink>
          {hasOutbox ? (
            <ButtonLink variant="quiet" to="/dev/outbox">
              {m.people_sent_outbox()}
            </ButtonLink>
          ) : null}
        </div>
      </div>
    </VisitorFrame>
  )
}
