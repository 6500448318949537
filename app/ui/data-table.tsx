import { Fragment, type ReactNode, useId } from 'react'
import { Link, useLocation } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Pagination, type Paging } from '#app/ui/pagination.tsx'
import { searchWith } from '#app/ui/search-link.ts'
import { SortForm } from '#app/ui/sort-form.tsx'
import type { Column, Sort } from '#app/ui/table-column.ts'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'

/** CSS makes blocks of the parts of a table on a phone, and some browsers then forget what they are. */
const roles = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const

export type DataTableProps<Row> = {
  /** What the table holds, for screen readers. */
  caption: string
  title?: ReactNode
  /** Right of the title: filter chips, export. */
  tools?: ReactNode
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** flag: look at it; held: stopped. The row must say why in words as well. */
  rowTone?: (row: Row) => 'flag' | 'held' | undefined
  /** A second line under a row: its chain, its reason. */
  rowDetail?: (row: Row) => ReactNode
  /** The last row under a dark line, by column key. */
  footer?: Readonly<Record<string, ReactNode>>
  sort?: Sort
  paging?: Paging
  empty: ReactNode
}

/**
 * A table whose order, filter and page live in the address: `?sort=-amount&page=2` is read by the loader, which
 * hands in the rows of one page.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, title, tools, columns, rows, rowKey, rowTone, rowDetail, footer, sort, paging, empty } = props
  const titleId = useId()
  const hasSort = columns.some((column) => column.sortable)
  return (
    <section
      className="datatable"
      aria-labelledby={title === undefined ? undefined : titleId}
      aria-label={title === undefined ? caption : undefined}
    >
      {title !== undefined || tools !== undefined ? (
        <div className="tools">
          {title === undefined ? null : <h2 id={titleId}>{title}</h2>}
          {tools}
        </div>
      ) : null}
      {rows.length === 0 ? (
        empty
      ) : (
        <>
          {hasSort ? <SortForm columns={columns} sort={sort} /> : null}
          <table {...roles.table}>
            <caption className="sr-only">{caption}</caption>
            <thead {...roles.rowgroup}>
              <tr {...roles.row}>
                {columns.map((column) => (
                  <HeadCell key={column.key} column={column} sort={sort} />
                ))}
              </tr>
            </thead>
            <tbody {...roles.rowgroup}>
              {rows.map((row) => {
                const detail = rowDetail?.(row)
                return (
                  <Fragment key={rowKey(row)}>
                    <tr {...roles.row} className={rowTone?.(row)}>
                      {columns.map((column) => (
                        <BodyCell key={column.key} column={column} row={row} />
                      ))}
                    </tr>
                    {detail ? (
                      <tr {...roles.row} className="trace">
                        <td {...roles.cell} colSpan={columns.length}>
                          {detail}
                        </td>
                      </tr>
                    ) : null}
                  </Fragment>
                )
              })}
            </tbody>
            {footer === undefined ? null : (
              <tfoot {...roles.rowgroup}>
                <tr {...roles.row}>
                  {columns.map((column) => (
                    <FootCell key={column.key} column={column} value={footer[column.key]} />
                  ))}
                </tr>
              </tfoot>
            )}
          </table>
        </>
      )}
      {paging === undefined ? null : <Pagination {...paging} />}
    </section>
  )
}

function HeadCell<Row>({ column, sort }: { column: Column<Row>; sort: Sort | undefined }) {
  const { search } = useLocation()
  const isSorted = sort?.column === column.key
  const next = isSorted && sort.direction === 'ascending' ? `-${column.key}` : column.key
  return (
    <th
      scope="col"
      {...roles.columnheader}
      className={column.numeric ? 'r' : undefined}
      aria-sort={isSorted ? sort.direction : undefined}
    >
      {column.sortable ? (
        <Link className="sort" to={searchWith(search, { sort: next, page: null })} preventScrollReset>
          {column.label}
          {isSorted ? <Icon name={sort.direction === 'ascending' ? 'up' : 'down'} /> : null}
          <VisuallyHidden>, {m.ui_table_sort_hint()}</VisuallyHidden>
        </Link>
      ) : column.kind === 'action' ? (
        <VisuallyHidden>{column.label}</VisuallyHidden>
      ) : (
        column.label
      )}
    </th>
  )
}

function cellClass<Row>(column: Column<Row>) {
  const look = classNames(
    (column.numeric || column.kind === 'action') && 'r',
    column.kind === 'state' && 'st',
    column.kind === 'action' && 'act',
  )
  return look === '' ? undefined : look
}

function BodyCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  if (column.isRowHeader) {
    return (
      <th scope="row" {...roles.rowheader}>
        {column.cell(row)}
      </th>
    )
  }
  return (
    <td {...roles.cell} className={cellClass(column)} data-label={column.kind === undefined ? column.label : undefined}>
      <div>{column.cell(row)}</div>
    </td>
  )
}

function FootCell<Row>({ column, value }: { column: Column<Row>; value: ReactNode }) {
  if (column.isRowHeader) {
    return (
      <th scope="row" {...roles.rowheader}>
        {value ?? m.ui_table_total()}
      </th>
    )
  }
  const isEmpty = value === undefined || value === null
  return (
    <td {...roles.cell} className={cellClass(column)} data-label={isEmpty ? undefined : column.label}>
      {isEmpty ? null : value}
    </td>
  )
}
