import { data } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { dayInput } from '#app/platform/i18n/format.ts'
import type { RunExport } from '../get-run.server.ts'
import { getRunExport } from '../get-run.server.ts'
import type { Cell } from '../rules/table-file.ts'
import { writeTableFile } from '../rules/table-file.ts'
import { runLabel, serviceName } from '../ui/run-words.ts'
import type { Route } from './+types/run-sessions-csv.ts'

/** Every delivery of a run as a table file, one a row, so that its sums can be checked elsewhere. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const found = await getRunExport(requireContext(context), { runId: params.runId })
  if (!found.ok) throw data(null, { status: 404 })
  const { year, number } = found.value.run
  return new Response(writeTableFile(rowsOf(found.value)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="atspaids-${year}-${String(number).padStart(3, '0')}.csv"`,
      'Cache-Control': 'no-store',
    },
  })
}

function rowsOf({ run, payees, sessions }: RunExport): Cell[][] {
  const payeeOf = new Map(payees.map((payee) => [payee.payoutId, payee]))
  const head = [
    m.payout_csv_run(),
    m.payout_csv_payee(),
    m.payout_csv_iban(),
    m.payout_csv_reference(),
    m.payout_csv_date(),
    m.payout_csv_service(),
    m.payout_csv_child(),
    m.payout_csv_specialist(),
    m.payout_csv_quantity(),
    m.payout_csv_unit_price(),
    m.payout_csv_reserved(),
    m.payout_csv_amount(),
    m.payout_csv_delivery(),
  ]
  const rows = sessions.map((session) => {
    const payee = payeeOf.get(session.payoutId)
    return [
      runLabel(run),
      payee?.name ?? '',
      payee?.iban ?? '',
      payee?.endToEndId ?? '',
      dayInput(session.startsAt),
      serviceName(session),
      session.childName,
      session.specialist,
      { hundredths: session.quantity },
      { hundredths: session.unitPrice },
      { hundredths: session.reserved },
      { hundredths: session.amount },
      session.deliveryId,
    ]
  })
  return [head, ...rows]
}
