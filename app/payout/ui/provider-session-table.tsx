import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDateTime, formatQuantity, startSentence } from '#app/platform/i18n/format.ts'
import type { Cents } from '#app/platform/money.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { Money } from '#app/ui/money.tsx'
import type { Column } from '#app/ui/table-column.ts'
import type { ProviderSession } from '../screen-types.ts'
import { serviceName } from './run-words.ts'

/** What a payout pays for, one session a row; the sums add up to the payout. */
export function ProviderSessionTable({ sessions, total }: { sessions: readonly ProviderSession[]; total: Cents }) {
  return (
    <DataTable
      title={m.payout_detail_sessions()}
      caption={m.payout_detail_caption()}
      columns={columns()}
      rows={sessions}
      rowKey={(session) => session.deliveryId}
      footer={{ amount: <Money cents={total} /> }}
      empty={null}
    />
  )
}

const kinds = {
  delivered: null,
  not_attended: m.payout_kind_not_attended,
  late_cancellation: m.payout_kind_late,
}

function columns(): Column<ProviderSession>[] {
  return [
    {
      key: 'session',
      label: m.payout_col_session(),
      isRowHeader: true,
      cell: (session) => (
        <>
          {startSentence(formatDateTime(session.startsAt, getLocale(), 'day-short'))}
          <small>{session.specialist}</small>
        </>
      ),
    },
    { key: 'child', label: m.payout_col_child(), cell: (session) => session.childName },
    {
      key: 'service',
      label: m.payout_col_service(),
      cell: (session) => {
        const kind = kinds[session.kind]
        return (
          <>
            {serviceName(session)}
            {kind === null ? null : <small>{kind()}</small>}
          </>
        )
      },
    },
    {
      key: 'units',
      label: m.payout_col_units(),
      numeric: true,
      cell: (session) => formatQuantity(session.quantity, session.unit, getLocale()),
    },
    {
      key: 'price',
      label: m.payout_col_unit_price(),
      numeric: true,
      cell: (session) => <Money cents={session.unitPrice} />,
    },
    { key: 'amount', label: m.payout_col_sum(), numeric: true, cell: (session) => <Money cents={session.amount} /> },
  ]
}
