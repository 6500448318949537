import { Link } from 'react-router'
import type { ImportList as List } from '#app/intake/rules/import-view.ts'
import { importLook } from '#app/intake/ui/intake-words.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDateTime, formatNumber } from '#app/platform/i18n/format.ts'
import { Badge } from '#app/ui/badge.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import type { Column } from '#app/ui/table-column.ts'

type Row = List['imports'][number]

/** The imports of a municipality, the latest first. */
export function ImportList({ list }: { list: List }) {
  return (
    <DataTable
      caption={m.intake_list_caption()}
      title={m.intake_list_caption()}
      columns={columnsOf()}
      rows={list.imports}
      rowKey={(row) => row.id}
      paging={{ page: list.page, pageSize: list.pageSize, total: list.total }}
      empty={
        <EmptyState title={m.intake_list_empty_title()} icon="upload" level={3}>
          <p>{m.intake_list_empty()}</p>
        </EmptyState>
      }
    />
  )
}

function columnsOf(): Column<Row>[] {
  const locale = getLocale()
  return [
    {
      key: 'file',
      label: m.intake_list_file(),
      isRowHeader: true,
      cell: (row) => (
        <Link to={`/municipality/imports/${row.id}`}>
          {row.fileName === '' ? m.intake_no_file_name() : row.fileName}
        </Link>
      ),
    },
    { key: 'when', label: m.intake_list_when(), cell: (row) => formatDateTime(row.createdAt, locale, 'short') },
    { key: 'by', label: m.intake_list_by(), cell: (row) => row.createdBy },
    { key: 'rows', label: m.intake_list_rows(), numeric: true, cell: (row) => formatNumber(row.rowCount, locale) },
    {
      key: 'accepted',
      label: m.intake_count_accepted(),
      numeric: true,
      cell: (row) => formatNumber(row.acceptedRows, locale),
    },
    {
      key: 'refused',
      label: m.intake_count_refused(),
      numeric: true,
      cell: (row) => formatNumber(row.refusedRows, locale),
    },
    {
      key: 'state',
      label: m.intake_list_state(),
      kind: 'state',
      cell: (row) => {
        const look = importLook(row.state)
        return <Badge tone={look.tone}>{look.text}</Badge>
      },
    },
  ]
}
