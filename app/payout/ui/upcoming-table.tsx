import { m } from '#app/paraglide/messages.js'
import { DataTable } from '#app/ui/data-table.tsx'
import { DateText } from '#app/ui/date-text.tsx'
import { Money } from '#app/ui/money.tsx'
import type { Column } from '#app/ui/table-column.ts'
import type { Upcoming } from '../screen-types.ts'
import { monthDays } from './month-days.ts'
import { municipalityName } from './provider-payout-words.ts'
import { daysOf } from './run-words.ts'

/** What a provider has earned and no payout has taken yet, with the day it may count on. */
export function UpcomingTable({ months }: { months: readonly Upcoming[] }) {
  return (
    <DataTable
      title={m.payout_mine_upcoming()}
      caption={m.payout_mine_upcoming_caption()}
      columns={columns()}
      rows={months}
      rowKey={(month) => `${month.municipalityId} ${month.month}`}
      empty={null}
    />
  )
}

function columns(): Column<Upcoming>[] {
  return [
    {
      key: 'days',
      label: m.payout_mine_col_month(),
      isRowHeader: true,
      cell: (month) => (
        <>
          {daysOf(monthDays(month.month))}
          <small>{municipalityName(month)}</small>
        </>
      ),
    },
    {
      key: 'promised',
      label: m.payout_mine_col_promised(),
      cell: (month) => (
        <>
          <DateText day={month.promisedOn} format="day-heading" />
          {month.waiting > 0 ? <small>{m.payout_mine_promised_note()}</small> : null}
        </>
      ),
    },
    {
      key: 'waiting',
      label: m.payout_mine_col_waiting(),
      numeric: true,
      cell: (month) => <Sum cents={month.waitingAmount} sessions={month.waiting} />,
    },
    {
      key: 'confirmed',
      label: m.payout_mine_col_confirmed(),
      numeric: true,
      cell: (month) => <Sum cents={month.amount} sessions={month.sessions} />,
    },
  ]
}

function Sum({ cents, sessions }: { cents: Upcoming['amount']; sessions: number }) {
  return (
    <>
      <Money cents={cents} />
      <small>{m.payout_sessions_count({ count: sessions })}</small>
    </>
  )
}
