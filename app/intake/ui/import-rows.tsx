import { useLocation } from 'react-router'
import type { ImportRow, ImportRowState, ImportView } from '#app/intake/rules/import-view.ts'
import { isRefusal } from '#app/intake/rules/reasons.ts'
import { rowLook } from '#app/intake/ui/intake-words.ts'
import { reasonText } from '#app/intake/ui/reason-words.ts'
import { m } from '#app/paraglide/messages.js'
import { Badge } from '#app/ui/badge.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterChips } from '#app/ui/filter-chips.tsx'
import { searchWith } from '#app/ui/search-link.ts'
import type { Column } from '#app/ui/table-column.ts'

/** The rows of an import, a page at a time, with what became of each and why. */
export function ImportRows({ view, shown }: { view: ImportView; shown: ImportRowState | null }) {
  return (
    <DataTable
      caption={m.intake_rows_caption()}
      title={m.intake_rows_title()}
      tools={<RowFilter view={view} shown={shown} />}
      columns={columnsOf()}
      rows={view.rows}
      rowKey={(row) => String(row.rowNumber)}
      rowTone={(row) => (row.state === 'refused' ? 'flag' : undefined)}
      paging={{ page: view.page, pageSize: view.pageSize, total: view.total }}
      empty={<EmptyState title={m.intake_rows_none()} level={3} />}
    />
  )
}

function RowFilter({ view, shown }: { view: ImportView; shown: ImportRowState | null }) {
  const { search } = useLocation()
  const counts: [ImportRowState, number][] = [
    ['waiting', view.rowCount - view.doneRows],
    [view.state === 'undone' ? 'undone' : 'accepted', view.acceptedRows],
    ['unchanged', view.unchangedRows],
    ['refused', view.refusedRows],
  ]
  const chips = counts
    .filter(([state, count]) => count > 0 || state === shown)
    .map(([state, count]) => ({
      to: searchWith(search, { rows: state, page: null }),
      label: rowLook(state).text,
      isOn: state === shown,
      count,
    }))
  const all = {
    to: searchWith(search, { rows: null, page: null }),
    label: m.intake_rows_all(),
    isOn: shown === null,
    count: view.rowCount,
  }
  return <FilterChips label={m.intake_rows_filter()} chips={[all, ...chips]} />
}

function columnsOf(): Column<ImportRow>[] {
  return [
    { key: 'child', label: m.intake_rows_child(), isRowHeader: true, cell: (row) => row.child },
    { key: 'number', label: m.intake_rows_number(), numeric: true, cell: (row) => row.rowNumber },
    { key: 'plan', label: m.intake_rows_plan(), cell: (row) => <PlanOfRow row={row} /> },
    { key: 'reason', label: m.intake_rows_reason(), cell: (row) => <Reasons row={row} /> },
    {
      key: 'state',
      label: m.intake_list_state(),
      kind: 'state',
      cell: ({ state }) => {
        const look = rowLook(state)
        return (
          <span className="whitespace-nowrap">
            <Badge tone={look.tone}>{look.text}</Badge>
          </span>
        )
      },
    },
  ]
}

function PlanOfRow({ row: { service, units, period } }: { row: ImportRow }) {
  if (service === '') return <span className="muted">{m.intake_rows_family_only()}</span>
  return (
    <>
      {m.intake_rows_units({ service, units })}
      <br />
      <span className="muted small num">
        {period.from} – {period.to}
      </span>
    </>
  )
}

function Reasons({ row: { reasons } }: { row: ImportRow }) {
  if (reasons.length === 0) return null
  return (
    <ul className="list-none">
      {reasons.map((reason) => (
        <li key={`${reason.code} ${reason.column ?? ''}`} className={isRefusal(reason) ? undefined : 'muted small'}>
          {reasonText(reason)}
        </li>
      ))}
    </ul>
  )
}
