import { data } from 'react-router'
import { requireContext } from '#app/people/require-context.server.ts'
import { writeDecision } from '#app/plan/write-decision.server.ts'
import type { Route } from './+types/decision-pdf.ts'

/** The decision as a file for the family. */
export async function loader({ context, params: { childId, planId }, request }: Route.LoaderArgs) {
  const language = new URL(request.url).searchParams.get('language') === 'en' ? 'en' : 'lv'
  const file = await writeDecision(requireContext(context), { childId, planId, language })
  if (!file.ok) throw data(null, { status: 404 })
  return new Response(new Uint8Array(file.value.pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="${file.value.name}"`,
      'Cache-Control': 'no-store',
    },
  })
}
