import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDate, formatTime } from '#app/platform/i18n/format.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Money } from '#app/ui/money.tsx'
import { Note } from '#app/ui/note.tsx'
import type { Column } from '#app/ui/table-column.ts'
import type { Trace } from '../trace-types.ts'
import { accountWords, transferWords } from './trace-words.ts'

type TraceEntriesProps = Pick<Trace, 'entries' | 'entryCount'> & {
  /** Whether the entries have a running sum. */
  hasSum: boolean
  /** Whether they belong to several services, so that each row names its own. */
  hasService: boolean
}
type Entry = Trace['entries'][number]

/** The ledger entries in their order: number, accounts, sum, who, when, and what is held after each. */
export function TraceEntries({ entries, entryCount, hasSum, hasService }: TraceEntriesProps) {
  return (
    <>
      <DataTable
        title={m.trace_transfers()}
        caption={m.trace_transfers_caption()}
        columns={columns({ hasSum, hasService })}
        rows={entries}
        rowKey={(entry) => entry.number}
        empty={<EmptyState title={m.trace_no_transfers()} icon="money" level={3} />}
      />
      {entryCount > entries.length ? (
        <Note tone="attention">{m.trace_too_many({ count: String(entries.length) })}</Note>
      ) : null}
      <Note icon="shield">{m.trace_transfers_note()}</Note>
    </>
  )
}

function columns({ hasSum, hasService }: { hasSum: boolean; hasService: boolean }): Column<Entry>[] {
  const locale = getLocale()
  const sum: Column<Entry> = {
    key: 'after',
    label: m.trace_col_after(),
    numeric: true,
    cell: (entry) => <Money cents={entry.after} />,
  }
  return [
    {
      key: 'number',
      label: m.trace_col_number(),
      isRowHeader: true,
      cell: (entry) => {
        const service = locale === 'lv' ? entry.serviceLv : entry.serviceEn
        return (
          <>
            <span className="num">{entry.number}</span> {transferWords[entry.kind]()}
            {hasService && service !== null ? <small>{service}</small> : null}
            {entry.reason === null ? null : <small>{entry.reason}</small>}
          </>
        )
      },
    },
    {
      key: 'when',
      label: m.trace_col_when(),
      cell: (entry) => (
        <span className="num">
          {formatDate(entry.at, locale, 'numeric')} {formatTime(entry.at, locale)}
        </span>
      ),
    },
    { key: 'from', label: m.trace_col_from(), cell: (entry) => accountWords[entry.from]() },
    { key: 'to', label: m.trace_col_to(), cell: (entry) => accountWords[entry.to]() },
    { key: 'who', label: m.trace_col_who(), cell: (entry) => entry.person ?? m.trace_by_rule() },
    { key: 'amount', label: m.trace_col_amount(), numeric: true, cell: (entry) => <Money cents={entry.amount} /> },
    ...(hasSum ? [sum] : []),
  ]
}
