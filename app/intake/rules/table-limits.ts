/** What a file may hold. More is refused with a sentence before all of it is read. */
export const mostFile_bytes = 20 * 1024 * 1024
export const mostRows = 20_000
export const mostColumns = 60
/** Longer than any text of the template; a cell beyond it is cut here and refused as too long when its row is checked. */
export const longestCell = 4_000

export type TableRefusal =
  | { kind: 'no-file' }
  | { kind: 'too-large' }
  /** Neither a table in text form nor an Excel workbook. */
  | { kind: 'not-a-table' }
  /** Protected by a password, or of the Excel before 2007. */
  | { kind: 'locked-or-old' }
  | { kind: 'damaged' }
  | { kind: 'no-rows' }
  /** The first row is a family's already. */
  | { kind: 'no-heading' }
  | { kind: 'too-many-rows' }
  | { kind: 'too-many-columns' }

/** One row with its number in the file, the heading being the first. */
export type TableRow = { readonly rowNumber: number; readonly cells: readonly string[] }
export type Table = { readonly header: readonly string[]; readonly rows: readonly TableRow[] }
