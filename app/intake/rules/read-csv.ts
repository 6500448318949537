import Papa from 'papaparse'
import type { Result } from '#app/platform/result.ts'
import { refuse } from '#app/platform/result.ts'
import { rowCollector } from './collect-rows.ts'
import type { Table, TableRefusal } from './table-limits.ts'

const delimiters = [';', '\t', '|', ',']

/**
 * Reads a table in text form: semicolons, commas, tabs or bars between the cells, quotes around cells with line breaks.
 * UTF-8 with or without its mark, UTF-16 with it, otherwise Windows-1257, in which Latvian Excel saves. Reading stops at
 * the first row too many.
 */
export function readCsv(bytes: Uint8Array): Result<Table, TableRefusal> {
  const text = decode(bytes)
  if (text === null || text.includes('\0')) return refuse({ kind: 'not-a-table' })
  const collector = rowCollector()
  let rowNumber = 0
  Papa.parse<string[]>(text, {
    delimiter: guessDelimiter(text),
    skipEmptyLines: false,
    step: ({ data }, parser) => {
      rowNumber += 1
      if (!collector.add(rowNumber, data)) parser.abort()
    },
  })
  return collector.finish()
}

/** The sign that stands most often in the heading, outside quotes. */
function guessDelimiter(text: string): string {
  const heading = text.trimStart().split(/[\r\n]/, 1)[0] ?? ''
  const bare = heading.replaceAll(/"[^"]*"/g, '')
  const counts = delimiters.map((sign) => bare.split(sign).length)
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ';'
}

function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  // Text has no NUL; what has is some other kind of file.
  if (bytes.subarray(0, 4096).includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8, hence the code page in which Windows writes Latvian.
    return new TextDecoder('windows-1257').decode(bytes)
  }
}
