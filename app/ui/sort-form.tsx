import { useId } from 'react'
import { Form, useLocation } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import type { Column, Sort } from '#app/ui/table-column.ts'

/** Choosing the order on a phone, where the column heads are not shown. A GET form: works without script. */
export function SortForm<Row>({ columns, sort }: { columns: readonly Column<Row>[]; sort: Sort | undefined }) {
  const { search } = useLocation()
  const selectId = useId()
  const kept = [...new URLSearchParams(search)].filter(([name]) => name !== 'sort' && name !== 'page')
  const present = sort === undefined ? undefined : `${sort.direction === 'descending' ? '-' : ''}${sort.column}`
  return (
    <Form method="get" className="sort-form" preventScrollReset>
      {kept.map(([name, value], index) => (
        <input type="hidden" name={name} value={value} key={`${name}-${index}`} />
      ))}
      <div className="field">
        <label className="field-hint" htmlFor={selectId}>
          {m.ui_table_sort()}
        </label>
        <select className="input" id={selectId} name="sort" defaultValue={present} key={present}>
          {columns
            .filter((column) => column.sortable)
            .flatMap((column) => [
              <option value={column.key} key={column.key}>
                {m.ui_table_sort_ascending({ column: column.label })}
              </option>,
              <option value={`-${column.key}`} key={`-${column.key}`}>
                {m.ui_table_sort_descending({ column: column.label })}
              </option>,
            ])}
        </select>
      </div>
      <Button type="submit" variant="secondary" size="small">
        {m.ui_table_sort_apply()}
      </Button>
    </Form>
  )
}
