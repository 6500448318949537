import { Link, data } from 'react-router'
import { listOutbox } from '#app/messages/read-outbox.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { portalContext } from '#app/platform/http/portal-context.ts'
import { formatDateTime } from '#app/platform/i18n/format.ts'
import { AppFrame } from '#app/ui/app-frame.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import type { Route } from './+types/outbox.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.messages_outbox_title() }) }]

export async function loader({ context }: Route.LoaderArgs) {
  const mails = await listOutbox(context.get(portalContext))
  if (mails === null) throw data(null, { status: 404 })
  return mails.map(({ id, subject, toAddress, queuedAt }) => ({ id, subject, toAddress, at: queuedAt.toString() }))
}

export default function Outbox({ loaderData: mails }: Route.ComponentProps) {
  const locale = getLocale()
  return (
    <AppFrame density="dense">
      <PageHead
        title={m.messages_outbox_title()}
        lead={mails.length === 0 ? m.messages_outbox_empty() : m.messages_outbox_lead()}
      />
      <ul className="picks">
        {mails.map(({ id, subject, toAddress, at }) => (
          <li key={id}>
            <div>
              <Link to={`/dev/outbox/${id}`}>{subject}</Link>
              <div className="small muted">{m.messages_outbox_to({ address: toAddress })}</div>
            </div>
            <time className="small muted num" dateTime={at}>
              {formatDateTime(at, locale)}
            </time>
          </li>
        ))}
      </ul>
    </AppFrame>
  )
}
