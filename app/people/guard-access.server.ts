import type { MiddlewareFunction } from 'react-router'
import { redirect } from 'react-router'
import { findAccess, mayOpen } from '#app/people/access-table.ts'
import { findActor } from '#app/people/require-context.server.ts'
import { deny } from '#app/platform/http/deny.server.ts'
import { portalContext } from '#app/platform/http/portal-context.ts'

/**
 * Opens only what the access table opens: a visitor is led to the sign-in page and back, another hat gets 403. Rows
 * that are not the actor's answer 404, further in.
 */
export const guardAccess: MiddlewareFunction<Response> = ({ url, context, pattern }, next) => {
  const path = pattern.startsWith('/') ? pattern : `/${pattern}`
  const access = findAccess(path)
  const actor = findActor(context)
  if (access === null) {
    context.get(portalContext).log.error({ pattern: path }, 'no entry in the access table')
    throw deny(context, 403)
  }
  if (mayOpen(access, actor?.role ?? null)) return next()
  if (actor === null) throw redirect(signInPath(url))
  throw deny(context, 403)
}

function signInPath({ pathname, search }: URL): string {
  return `/sign-in?${new URLSearchParams({ to: `${pathname}${search}` })}`
}
