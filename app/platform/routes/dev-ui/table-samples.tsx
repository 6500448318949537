import { type Cents, cents } from '#app/platform/money.ts'
import { Sample } from '#app/platform/routes/dev-ui/sample.tsx'
import { say } from '#app/platform/routes/dev-ui/say.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Chain } from '#app/ui/chain.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterChips } from '#app/ui/filter-chips.tsx'
import { Money } from '#app/ui/money.tsx'
import type { Column, Sort } from '#app/ui/table-column.ts'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'

type Payee = {
  name: string
  invoice: string
  sessions: number
  reserved: Cents
  payable: Cents
  tone?: 'flag' | 'held'
}

const payees: readonly Payee[] = [
  {
    name: 'Lejasupes rehabilitācijas centrs',
    invoice: 'LRC-118',
    sessions: 46,
    reserved: cents(142800),
    payable: cents(142800),
  },
  {
    name: 'Asistentu biedrība „Plecs”',
    invoice: '2026/311',
    sessions: 38,
    reserved: cents(91200),
    payable: cents(89700),
    tone: 'flag',
  },
  {
    name: 'Baseins „Ūdensroze”',
    invoice: 'B-2044',
    sessions: 9,
    reserved: cents(36000),
    payable: cents(32000),
    tone: 'held',
  },
]

function columns(): Column<Payee>[] {
  return [
    {
      key: 'name',
      label: say('Saņēmējs', 'Payee'),
      isRowHeader: true,
      sortable: true,
      cell: (payee) => (
        <>
          {payee.name}
          <small>
            {say('rēķins', 'invoice')} {payee.invoice}
          </small>
        </>
      ),
    },
    {
      key: 'sessions',
      label: say('Reizes', 'Sessions'),
      numeric: true,
      sortable: true,
      cell: (payee) => payee.sessions,
    },
    {
      key: 'reserved',
      label: say('Rezervēts', 'Reserved'),
      numeric: true,
      cell: (payee) => <Money cents={payee.reserved} />,
    },
    {
      key: 'payable',
      label: say('Maksājams', 'Payable'),
      numeric: true,
      sortable: true,
      cell: (payee) => <Money cents={payee.payable} />,
    },
    {
      key: 'state',
      label: say('Stāvoklis', 'State'),
      kind: 'state',
      cell: (payee) => <StateBadge tone={payee.tone} />,
    },
    {
      key: 'action',
      label: say('Darbība', 'Action'),
      kind: 'action',
      cell: (payee) => (
        <a href="/dev/ui">
          {say('Izsekot', 'Trace')}
          <VisuallyHidden>: {payee.name}</VisuallyHidden>
        </a>
      ),
    },
  ]
}

function StateBadge({ tone }: { tone?: 'flag' | 'held' | undefined }) {
  if (tone === 'flag')
    return (
      <Badge tone="attention" icon="alert">
        {say('Pārbaudīt', 'Check')}
      </Badge>
    )
  if (tone === 'held')
    return (
      <Badge tone="stop" icon="lock">
        {say('Daļa aizturēta', 'Partly held')}
      </Badge>
    )
  return <Badge tone="ok">{say('Gatavs', 'Ready')}</Badge>
}

function chainOf(payee: Payee) {
  if (payee.tone !== 'flag') return null
  return (
    <Chain
      label={say('Summas ceļš', 'The way of the sum')}
      links={[
        { title: say('Pieraksts', 'Booking'), lines: [say('9. nov., 2 h', '9 Nov, 2 h')] },
        { title: say('Atbrīvots', 'Released'), lines: [<Money key="m" cents={cents(1500)} />] },
      ]}
    />
  )
}

export function TableSamples({ sort }: { sort: Sort }) {
  return (
    <Sample name="DataTable, Pagination">
      <DataTable
        caption={say('Maksājumu saņēmēji, summas un stāvoklis', 'Payees, sums and states')}
        title={say('Saņēmēji', 'Payees')}
        tools={
          <div className="row">
            <FilterChips
              label={say('Atlasīt saņēmējus', 'Filter payees')}
              chips={[
                { to: '?', label: say('Visi', 'All'), isOn: true, count: 8 },
                { to: '?filter=marked', label: say('Ar piezīmēm', 'With remarks'), isOn: false, count: 2 },
              ]}
            />
            <ButtonLink to="?" variant="quiet" size="small" icon="download">
              {say('Lejupielādēt CSV', 'Download CSV')}
            </ButtonLink>
          </div>
        }
        columns={columns()}
        rows={payees}
        rowKey={(payee) => payee.invoice}
        rowTone={(payee) => payee.tone}
        rowDetail={chainOf}
        footer={{ sessions: 93, reserved: <Money cents={cents(270000)} />, payable: <Money cents={cents(264500)} /> }}
        sort={sort}
        paging={{ page: 2, pageSize: 25, total: 1234 }}
        empty={null}
      />
      <DataTable
        caption={say('Tukša tabula', 'An empty table')}
        title={say('Nav ko rādīt', 'Nothing to show')}
        columns={columns()}
        rows={[]}
        rowKey={(payee) => payee.invoice}
        empty={
          <EmptyState icon="search" level={3} title={say('Neviens saņēmējs neatbilst', 'No payee matches')}>
            {say('Noņemiet kādu no filtriem.', 'Take away one of the filters.')}
          </EmptyState>
        }
      />
    </Sample>
  )
}
