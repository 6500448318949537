import { readWorkbook } from '#app/intake/read-workbook.server.ts'
import { readCsv } from '#app/intake/rules/read-csv.ts'
import type { Table, TableRefusal } from '#app/intake/rules/table-limits.ts'
import { mostFile_bytes } from '#app/intake/rules/table-limits.ts'
import type { Result } from '#app/platform/result.ts'
import { refuse } from '#app/platform/result.ts'

const zip = [0x50, 0x4b, 0x03, 0x04]
/** Office files before 2007, and newer ones under a password. */
const compound = [0xd0, 0xcf, 0x11, 0xe0]

/** Reads a table out of a file, by what is in it: its name and its declared type say nothing. */
export async function readTableFile(file: Buffer): Promise<Result<Table, TableRefusal>> {
  if (file.length === 0) return refuse({ kind: 'no-file' })
  if (file.length > mostFile_bytes) return refuse({ kind: 'too-large' })
  if (beginsWith(file, compound)) return refuse({ kind: 'locked-or-old' })
  return beginsWith(file, zip) ? readWorkbook(file) : readCsv(file)
}

function beginsWith(file: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => file[index] === byte)
}
