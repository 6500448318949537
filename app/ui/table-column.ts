import type { ReactNode } from 'react'

export type Sort = { column: string; direction: 'ascending' | 'descending' }

export type Column<Row> = {
  key: string
  label: string
  cell: (row: Row) => ReactNode
  /** Numbers stand right, with the same decimals. */
  numeric?: boolean
  sortable?: boolean
  /** Names the row; give it to exactly one column. */
  isRowHeader?: boolean
  /** State and action share the last line of a row's block on a phone and show no label there. */
  kind?: 'state' | 'action'
}
