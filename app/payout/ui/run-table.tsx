import { Link } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatMoney } from '#app/platform/i18n/format.ts'
import { Badge } from '#app/ui/badge.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { DateText } from '#app/ui/date-text.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Money } from '#app/ui/money.tsx'
import type { Paging } from '#app/ui/pagination.tsx'
import type { Column } from '#app/ui/table-column.ts'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'
import type { RunHead } from '../screen-types.ts'
import { daysOf, runLabel, runStateWords } from './run-words.ts'

/** Every run of the municipality, latest first. */
export function RunTable({ runs, paging }: { runs: readonly RunHead[]; paging: Paging }) {
  return (
    <DataTable
      title={m.payout_runs_table()}
      caption={m.payout_runs_table()}
      columns={columns()}
      rows={runs}
      rowKey={(run) => run.id}
      rowTone={(run) => (run.state === 'prepared' ? 'flag' : run.failedCount > 0 ? 'held' : undefined)}
      paging={paging}
      empty={
        <EmptyState title={m.payout_runs_empty()} icon="bank" level={3}>
          {m.payout_runs_empty_next()}
        </EmptyState>
      }
    />
  )
}

function columns(): Column<RunHead>[] {
  return [
    {
      key: 'run',
      label: m.payout_col_run(),
      isRowHeader: true,
      cell: (run) => <Link to={`/municipality/payouts/${run.id}`}>{runLabel(run)}</Link>,
    },
    { key: 'days', label: m.payout_col_days(), cell: daysOf },
    { key: 'payees', label: m.payout_col_payees(), numeric: true, cell: (run) => run.payoutCount },
    { key: 'amount', label: m.payout_col_amount(), numeric: true, cell: (run) => <Money cents={run.total} /> },
    {
      key: 'day',
      label: m.payout_col_pay_day(),
      cell: (run) => <DateText day={run.bankDate ?? run.executionDate} format="long" />,
    },
    { key: 'state', label: m.payout_col_state(), kind: 'state', cell: (run) => <RunState run={run} /> },
    {
      key: 'open',
      label: m.payout_open_run(),
      kind: 'action',
      cell: (run) => (
        <Link to={`/municipality/payouts/${run.id}`}>
          {m.payout_open_run()}
          <VisuallyHidden>: {runLabel(run)}</VisuallyHidden>
        </Link>
      ),
    },
  ]
}

function RunState({ run }: { run: RunHead }) {
  const { tone, icon, text } = runStateWords(run)
  return (
    <>
      <Badge tone={tone} icon={icon}>
        {text}
      </Badge>
      {run.failedCount === 0 ? null : <small>{failedWords(run)}</small>}
    </>
  )
}

function failedWords({ failedCount, failedAmount }: RunHead): string {
  return m.payout_failed_note({ count: failedCount, sum: formatMoney(failedAmount, getLocale()) })
}
