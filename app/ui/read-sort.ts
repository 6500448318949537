import type { Sort } from '#app/ui/table-column.ts'

/** Reads `?sort=-amount`; a column that may not be sorted by falls back to the usual order. */
export function readSort<const Key extends string>(
  search: URLSearchParams,
  columns: readonly Key[],
  usual: { column: Key; direction: Sort['direction'] },
): { column: Key; direction: Sort['direction'] } {
  const wish = search.get('sort') ?? ''
  const column = columns.find((key) => key === wish.replace(/^-/, ''))
  if (column === undefined) return usual
  return { column, direction: wish.startsWith('-') ? 'descending' : 'ascending' }
}

/** Reads `?page=3`; anything else is the first page. */
export function readPage(search: URLSearchParams): number {
  const wish = search.get('page') ?? ''
  return /^[1-9]\d{0,5}$/.test(wish) ? Number(wish) : 1
}
