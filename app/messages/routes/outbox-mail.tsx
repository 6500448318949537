import { data } from 'react-router'
import { findOutboxMail } from '#app/messages/read-outbox.server.ts'
import { m } from '#app/paraglide/messages.js'
import { portalContext } from '#app/platform/http/portal-context.ts'
import { AppFrame } from '#app/ui/app-frame.tsx'
import { Card } from '#app/ui/card.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import type { Route } from './+types/outbox-mail.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.messages_outbox_open() }) }]

export async function loader({ context, params }: Route.LoaderArgs) {
  const mail = await findOutboxMail(context.get(portalContext), params.mailId)
  if (mail === null) throw data(null, { status: 404 })
  const { id, subject, toAddress, text, calendarFile } = mail
  return { id, subject, toAddress, text, calendarFile }
}

export default function OutboxMail({ loaderData: mail }: Route.ComponentProps) {
  return (
    <AppFrame density="dense">
      <PageHead
        title={mail.subject}
        lead={m.messages_outbox_to({ address: mail.toAddress })}
        back={{ to: '/dev/outbox', label: m.messages_outbox_back() }}
      />
      <div className="stack">
        <Card title={m.messages_outbox_text()}>
          <MailText text={mail.text} />
          <p className="mt-4">
            <a href={`/dev/outbox/${mail.id}/page`}>{m.messages_outbox_page()}</a>
          </p>
        </Card>
        {mail.calendarFile === null ? null : (
          <Card title={m.messages_outbox_calendar()}>
            <pre className="small overflow-x-auto">{mail.calendarFile}</pre>
          </Card>
        )}
      </div>
    </AppFrame>
  )
}

/** The text of a mail with its addresses as links, as mail programs show them. */
function MailText({ text }: { text: string }) {
  return (
    <p className="small whitespace-pre-wrap break-words">
      {text.split(/(https?:\/\/\S+)/).map((part, place) =>
        place % 2 === 0 ? (
          part
        ) : (
          <a key={part} href={part}>
            {part}
          </a>
        ),
      )}
    </p>
  )
}
