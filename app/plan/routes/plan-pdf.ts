import { requireContext } from '#app/people/require-context.server.ts'
import { sendDecision } from '#app/plan/send-decision.server.ts'
import type { Route } from './+types/plan-pdf.ts'

/** The decision as a file for staff. */
export async function loader({ context, params: { planId }, request }: Route.LoaderArgs) {
  return sendDecision(requireContext(context), request, { planId })
}
