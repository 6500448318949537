import { data } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { reasonText } from '../ui/reason-words.ts'
import { vaultOf } from '../vault-of.server.ts'
import { writeRefusedRows } from '../write-refused-rows.server.ts'
import type { Route } from './+types/refused-csv.ts'

/** The refused rows of an import, each with its reason, to mend and hand in again. */
export async function loader({ context, params: { importId } }: Route.LoaderArgs) {
  const words = { reasonHeading: m.intake_refused_heading(), say: reasonText }
  const file = await writeRefusedRows(requireContext(context), { importId, vault: vaultOf(context), words })
  if (file === null) throw data(null, { status: 404 })
  return new Response(file.csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'Cache-Control': 'no-store',
    },
  })
}
