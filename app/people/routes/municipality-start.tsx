import { redirect } from 'react-router'
import { requireSignedIn } from '#app/people/require-context.server.ts'
import type { Route } from './+types/municipality-start.ts'

/** Those who pay start with the payments, the others with the families. */
export function loader({ context }: Route.LoaderArgs) {
  const { role } = requireSignedIn(context).actor
  const startsWithPayouts = role === 'finance_officer' || role === 'payout_approver'
  return redirect(startsWithPayouts ? '/municipality/payouts' : '/municipality/families')
}

/** Never shown; with it a refusal is answered by the error page, not in data. */
export default function NoPage() {
  return null
}
