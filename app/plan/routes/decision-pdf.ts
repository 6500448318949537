import { requireContext } from '#app/people/require-context.server.ts'
import { sendDecision } from '#app/plan/send-decision.server.ts'
import type { Route } from './+types/decision-pdf.ts'

/** The decision as a file for the family. */
export async function loader({ context, params: { childId, planId }, request }: Route.LoaderArgs) {
  return sendDecision(requireContext(context), request, { childId, planId })
}
