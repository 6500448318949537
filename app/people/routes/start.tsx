import { redirect } from 'react-router'
import { findActor } from '#app/people/require-context.server.ts'
import { homeOf } from '#app/people/rules/home-of-role.ts'
import type { Route } from './+types/start.ts'

/** The front door: to the work of the hat one wears, or to the sign-in page. */
export function loader({ context }: Route.LoaderArgs) {
  const actor = findActor(context)
  return redirect(actor === null ? '/sign-in' : homeOf(actor.role))
}

/** Never shown; with it a refusal is answered by the error page, not in data. */
export default function NoPage() {
  return null
}
