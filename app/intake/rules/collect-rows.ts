import { parsePersonalCode } from '#app/people/rules/personal-code.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'
import { exampleMarks } from './columns.ts'
import { readEmail, readWrittenDay } from './read-values.ts'
import type { Table, TableRefusal, TableRow } from './table-limits.ts'
import { longestCell, mostColumns, mostRows } from './table-limits.ts'

/**
 * Takes rows one after the other: the first that is not empty is the heading, empty rows and the template's example are
 * left out; a table whose first row is a family's is refused. `add` answers false when reading should stop.
 */
export function rowCollector() {
  let header: string[] | null = null
  const rows: TableRow[] = []
  let refusal: TableRefusal | null = null
  return {
    add(rowNumber: number, written: readonly string[]): boolean {
      const cells = written.map(plainCell)
      while (cells.length > 0 && cells.at(-1) === '') cells.pop()
      if (cells.length === 0) return true
      if (cells.length > mostColumns) refusal = { kind: 'too-many-columns' }
      else if (header === null) header = cells
      else if (rows.length >= mostRows) refusal = { kind: 'too-many-rows' }
      else if (!exampleMarks.some((mark) => cells.some((cell) => cell.startsWith(mark))))
        rows.push({ rowNumber, cells })
      return refusal === null
    },
    finish(): Result<Table, TableRefusal> {
      if (refusal !== null) return { ok: false, refusal }
      if (header?.some(tellsOfSomebody) === true) return refuse({ kind: 'no-heading' })
      return header === null || rows.length === 0 ? refuse({ kind: 'no-rows' }) : accept({ header, rows })
    },
  }
}

/** A heading names columns and is kept as it is; where it holds a code, an address or a day, it is a family's row. */
function tellsOfSomebody(cell: string): boolean {
  return parsePersonalCode(cell).ok || readEmail(cell) !== null || readWrittenDay(cell) !== null
}

/** An apostrophe before a sign that begins a formula is how tables quote it off; it is no part of the text. */
function plainCell(text: string): string {
  const trimmed = text.trim()
  return (/^'[=+\-@\t\r]/.test(trimmed) ? trimmed.slice(1) : trimmed).slice(0, longestCell)
}
