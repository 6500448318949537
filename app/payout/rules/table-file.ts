/** A text, or a decimal number in hundredths: cents, or a quantity. */
export type Cell = string | { readonly hundredths: number }

/**
 * A table as a CSV file that office programs in Latvia open as they are: UTF-8 with its mark, semicolons, decimal
 * commas. A text that a program could take for a formula is quoted off with an apostrophe.
 */
export function writeTableFile(rows: readonly (readonly Cell[])[]): string {
  const lines = rows.map((row) => row.map(cellText).join(';'))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

function cellText(value: Cell): string {
  if (typeof value === 'object') return (value.hundredths / 100).toFixed(2).replace('.', ',')
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
