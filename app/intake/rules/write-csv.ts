import Papa from 'papaparse'

/**
 * A table as a CSV file that office programs in Latvia open as they are: UTF-8 with its mark, semicolons. A text that a
 * program could take for a formula is quoted off with an apostrophe, which `readCsv` takes away again.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  const quotedOff = rows.map((row) => row.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)))
  return `\uFEFF${Papa.unparse(quotedOff, { delimiter: ';', newline: '\r\n' })}\r\n`
}
