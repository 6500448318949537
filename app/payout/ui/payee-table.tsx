import { Link, useLocation } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatMoney } from '#app/platform/i18n/format.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterChips } from '#app/ui/filter-chips.tsx'
import { Money } from '#app/ui/money.tsx'
import { searchWith } from '#app/ui/search-link.ts'
import type { Column, Sort } from '#app/ui/table-column.ts'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'
import { hasRemarks } from '../rules/arrange-payees.ts'
import type { RunPage, RunPayee } from '../screen-types.ts'
import { PaidSessions } from './paid-sessions.tsx'
import { payeeStateWords } from './run-words.ts'

type PayeeTableProps = Pick<RunPage, 'run' | 'sums' | 'opened'> & {
  /** In the order and with the filter that the address asks for. */
  shown: readonly RunPayee[]
  all: readonly RunPayee[]
  isFiltered: boolean
  sort: Sort
}

/** Who is paid how much, what differs from the booking, and the sessions of whoever is opened. */
export function PayeeTable({ run, sums, opened, shown, all, isFiltered, sort }: PayeeTableProps) {
  const { search } = useLocation()
  const chips = [
    { to: searchWith(search, { filter: null }), label: m.payout_filter_all(), isOn: !isFiltered, count: all.length },
    {
      to: searchWith(search, { filter: 'remarks' }),
      label: m.payout_filter_remarks(),
      isOn: isFiltered,
      count: all.filter(hasRemarks).length,
    },
  ]
  return (
    <DataTable
      title={m.payout_payees_title()}
      caption={m.payout_payees_caption()}
      tools={
        <div className="row">
          <FilterChips chips={chips} />
          <ButtonLink
            to={`/municipality/payouts/${run.id}/sessions.csv`}
            icon="download"
            variant="quiet"
            reloadDocument
          >
            {m.payout_csv()}
          </ButtonLink>
        </div>
      }
      columns={columns(search, opened?.payoutId ?? null)}
      rows={shown}
      rowKey={(payee) => payee.payoutId}
      rowTone={toneOf}
      rowDetail={(payee) =>
        opened?.payoutId === payee.payoutId ? <PaidSessions name={payee.name} sessions={opened.sessions} /> : null
      }
      sort={sort}
      {...(isFiltered ? {} : { footer: footerOf(run, sums) })}
      empty={<EmptyState title={m.payout_filter_empty()} icon="check" level={3} />}
    />
  )
}

function toneOf(payee: RunPayee): 'flag' | 'held' | undefined {
  if (payee.state === 'failed') return 'held'
  if (payee.hasDifference) return 'flag'
  return payee.waiting.count > 0 && payee.state === 'prepared' ? 'held' : undefined
}

function footerOf(run: RunPage['run'], sums: RunPage['sums']) {
  return {
    sessions: sums.sessions,
    reserved: <Money cents={sums.reserved} />,
    amount: <Money cents={run.total} />,
    difference: <Money cents={sums.difference} change />,
  }
}

function columns(search: string, openedId: string | null): Column<RunPayee>[] {
  return [
    {
      key: 'name',
      label: m.payout_col_payee(),
      isRowHeader: true,
      sortable: true,
      cell: (payee) => (
        <>
          {payee.name}
          <small className="num">{ibanGroups(payee.iban)}</small>
        </>
      ),
    },
    { key: 'sessions', label: m.payout_col_sessions(), numeric: true, sortable: true, cell: (payee) => payee.sessions },
    {
      key: 'reserved',
      label: m.payout_col_reserved(),
      numeric: true,
      sortable: true,
      cell: (payee) => <Money cents={payee.reserved} />,
    },
    {
      key: 'amount',
      label: m.payout_col_amount(),
      numeric: true,
      sortable: true,
      cell: (payee) => <Money cents={payee.amount} />,
    },
    {
      key: 'difference',
      label: m.payout_col_difference(),
      numeric: true,
      sortable: true,
      cell: (payee) => <Difference payee={payee} />,
    },
    { key: 'state', label: m.payout_col_state(), kind: 'state', cell: (payee) => <PayeeState payee={payee} /> },
    {
      key: 'open',
      label: m.ui_table_actions(),
      kind: 'action',
      cell: ({ payoutId, name }) => {
        const isOpen = payoutId === openedId
        return (
          <Link to={searchWith(search, { open: isOpen ? null : payoutId })} preventScrollReset aria-expanded={isOpen}>
            {isOpen ? m.payout_close_sessions() : m.payout_open_sessions()}
            <VisuallyHidden>: {name}</VisuallyHidden>
          </Link>
        )
      },
    },
  ]
}

function Difference({ payee }: { payee: RunPayee }) {
  if (payee.difference === 0) return <Money cents={payee.difference} className="muted" />
  return <Money cents={payee.difference} change className="diff" />
}

function PayeeState({ payee }: { payee: RunPayee }) {
  const { tone, icon, text } = payeeStateWords(payee)
  const { otherAmount, otherTime, waiting, failureReason } = payee
  return (
    <>
      <Badge tone={tone} icon={icon}>
        {text}
      </Badge>
      {otherAmount > 0 ? <small>{m.payout_other_amount({ count: otherAmount })}</small> : null}
      {otherTime > 0 ? <small>{m.payout_other_time({ count: otherTime })}</small> : null}
      {waiting.count > 0 ? (
        <small>{m.payout_waiting_note({ count: waiting.count, sum: formatMoney(waiting.amount, getLocale()) })}</small>
      ) : null}
      {failureReason === null ? null : <small>{m.payout_failure({ reason: failureReason })}</small>}
    </>
  )
}

/** In groups of four, as banks print it. */
function ibanGroups(iban: string): string {
  return iban.replaceAll(/\s/g, '').replaceAll(/(.{4})(?=.)/g, '$1 ')
}
