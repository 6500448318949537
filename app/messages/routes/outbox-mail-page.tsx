import { data } from 'react-router'
import { findOutboxMail } from '#app/messages/read-outbox.server.ts'
import { portalContext } from '#app/platform/http/portal-context.ts'
import type { Route } from './+types/outbox-mail-page.ts'

/** A mail as programs that show pages show it. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const mail = await findOutboxMail(context.get(portalContext), params.mailId)
  if (mail === null) throw data(null, { status: 404 })
  return new Response(mail.html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}
