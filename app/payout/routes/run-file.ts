import { data } from 'react-router'
import { requireContext } from '#app/people/require-context.server.ts'
import { writeRunFile } from '../write-run-file.server.ts'
import type { Route } from './+types/run-file.ts'

/** The payment file of an approved run, for the bank. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const file = await writeRunFile(requireContext(context), { runId: params.runId })
  if (!file.ok) throw data(null, { status: file.refusal.kind === 'not-found' ? 404 : 409 })
  return new Response(file.value.xml, {
    headers: {
      'Content-Type': 'application/xml; charset=utf-8',
      'Content-Disposition': `attachment; filename="${file.value.name}"`,
      'Cache-Control': 'no-store',
    },
  })
}
