import { Link } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDateTime, startSentence } from '#app/platform/i18n/format.ts'
import { addCents, zeroCents } from '#app/platform/money.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { Money } from '#app/ui/money.tsx'
import type { Column } from '#app/ui/table-column.ts'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'
import type { LeftOutRow } from '../screen-types.ts'
import { reasonWords, serviceName } from './run-words.ts'

/** What a run does not pay, and why: nothing waits without a word. */
export function LeftOutTable({ rows }: { rows: readonly LeftOutRow[] }) {
  if (rows.length === 0) return null
  return (
    <DataTable
      title={m.payout_left_title({ count: rows.length })}
      caption={m.payout_left_caption()}
      columns={columns()}
      rows={rows}
      rowKey={(row) => row.deliveryId}
      footer={{ amount: <Money cents={addCents(zeroCents, ...rows.map(({ amount }) => amount))} /> }}
      empty={null}
    />
  )
}

function columns(): Column<LeftOutRow>[] {
  return [
    {
      key: 'session',
      label: m.payout_col_session(),
      isRowHeader: true,
      cell: (row) => (
        <>
          {startSentence(formatDateTime(row.startsAt, getLocale(), 'day-short'))}
          <small>{serviceName(row)}</small>
        </>
      ),
    },
    { key: 'payee', label: m.payout_col_payee(), cell: (row) => row.providerName },
    { key: 'child', label: m.payout_col_child(), cell: (row) => row.childName },
    { key: 'reason', label: m.payout_col_reason(), cell: (row) => <Reasons row={row} /> },
    { key: 'amount', label: m.payout_col_sum(), numeric: true, cell: (row) => <Money cents={row.amount} /> },
    {
      key: 'open',
      label: m.payout_review(),
      kind: 'action',
      cell: (row) => (
        <Link to={`/municipality/deliveries/${row.deliveryId}`}>
          {m.payout_review()}
          <VisuallyHidden>
            : {row.childName}, {formatDateTime(row.startsAt, getLocale(), 'day-short')}
          </VisuallyHidden>
        </Link>
      ),
    },
  ]
}

function Reasons({ row }: { row: LeftOutRow }) {
  const words = reasonWords(row.reasons)
  if (words.length === 1) return words[0]
  return (
    <ul>
      {words.map((word) => (
        <li key={word}>{word}</li>
      ))}
    </ul>
  )
}
