import { Link } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { Badge } from '#app/ui/badge.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { DateText } from '#app/ui/date-text.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Money } from '#app/ui/money.tsx'
import type { Paging } from '#app/ui/pagination.tsx'
import type { Column } from '#app/ui/table-column.ts'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'
import type { ProviderPayout } from '../screen-types.ts'
import { municipalityName, payoutStateWords } from './provider-payout-words.ts'
import { daysOf } from './run-words.ts'

/** A provider's payouts over all municipalities, latest first. */
export function ProviderPayoutTable({ payouts, paging }: { payouts: readonly ProviderPayout[]; paging: Paging }) {
  return (
    <DataTable
      title={m.payout_mine_table()}
      caption={m.payout_mine_caption()}
      columns={columns()}
      rows={payouts}
      rowKey={(payout) => payout.payoutId}
      rowTone={(payout) => (payout.state === 'failed' ? 'held' : undefined)}
      paging={paging}
      empty={
        <EmptyState title={m.payout_mine_empty()} icon="money" level={3}>
          {m.payout_mine_empty_next()}
        </EmptyState>
      }
    />
  )
}

function columns(): Column<ProviderPayout>[] {
  return [
    {
      key: 'day',
      label: m.payout_mine_col_day(),
      isRowHeader: true,
      cell: (payout) => <DateText day={payout.paidOn ?? payout.executionDate} format="long" />,
    },
    { key: 'municipality', label: m.payout_mine_col_municipality(), cell: municipalityName },
    { key: 'days', label: m.payout_col_days(), cell: daysOf },
    { key: 'sessions', label: m.payout_col_sessions(), numeric: true, cell: (payout) => payout.sessions },
    { key: 'amount', label: m.payout_col_sum(), numeric: true, cell: (payout) => <Money cents={payout.amount} /> },
    { key: 'state', label: m.payout_col_state(), kind: 'state', cell: (payout) => <PayoutState payout={payout} /> },
    {
      key: 'open',
      label: m.payout_mine_open(),
      kind: 'action',
      cell: (payout) => (
        <Link to={`/provider/payouts/${payout.payoutId}`}>
          {m.payout_mine_open()}
          <VisuallyHidden>
            : <DateText day={payout.paidOn ?? payout.executionDate} format="long" />, {municipalityName(payout)}
          </VisuallyHidden>
        </Link>
      ),
    },
  ]
}

function PayoutState({ payout }: { payout: ProviderPayout }) {
  const { tone, icon, text } = payoutStateWords(payout.state)
  return (
    <>
      <Badge tone={tone} icon={icon}>
        {text}
      </Badge>
      {payout.state === 'failed' ? (
        <small>{m.payout_mine_failed_next({ reason: payout.failureReason ?? '' })}</small>
      ) : null}
    </>
  )
}
