import { Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import ExcelJS from 'exceljs'
import { z } from 'zod'
import { repackWorkbook } from '#app/intake/repack-workbook.server.ts'
import { rowCollector } from '#app/intake/rules/collect-rows.ts'
import type { Table, TableRefusal } from '#app/intake/rules/table-limits.ts'
import { mostColumns } from '#app/intake/rules/table-limits.ts'
import type { Result } from '#app/platform/result.ts'
import { refuse } from '#app/platform/result.ts'

/** After this many rows others get their turn: reading a long sheet takes seconds. */
const rowsInATurn = 200

/**
 * Reads the first sheet of an Excel workbook that holds a table. Cells become the texts that people see as values: days
 * as 2026-12-31, numbers with a point. A formula becomes a text that begins with "=", whatever it last computed.
 */
export async function readWorkbook(file: Buffer): Promise<Result<Table, TableRefusal>> {
  const repacked = await repackWorkbook(file)
  if (!repacked.ok) return repacked
  try {
    return await readSheet(repacked.value)
  } catch (error) {
    // The reader throws what its parts throw; whatever it is, the file is not one that it can read.
    if (error instanceof Error) return refuse({ kind: 'damaged' })
    throw error
  }
}

async function readSheet(file: Buffer): Promise<Result<Table, TableRefusal>> {
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from(inPieces(file)), {
    entries: 'ignore',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    worksheets: 'emit',
  })
  const collector = rowCollector()
  for await (const sheet of reader) {
    let read = 0
    for await (const row of sheet) {
      if (!collector.add(row.number, cellsOf(row))) return collector.finish()
      read += 1
      if (read % rowsInATurn === 0) await nextTurn()
    }
    // Further sheets explain the template.
    break
  }
  return collector.finish()
}

function* inPieces(file: Buffer): Generator<Buffer> {
  const piece_bytes = 64 * 1024
  for (let at = 0; at < file.length; at += piece_bytes) yield file.subarray(at, at + piece_bytes)
}

function cellsOf(row: ExcelJS.Row): string[] {
  const last = Math.min(row.cellCount, mostColumns + 1)
  return Array.from({ length: last }, (_, index) => textOf(row.getCell(index + 1).value))
}

const formulaValue = z.object({ formula: z.string() }).or(z.object({ sharedFormula: z.string() }))
const richValue = z.object({ richText: z.array(z.object({ text: z.string() })) })
const linkValue = z.object({ text: z.union([z.string(), richValue]) })
const errorValue = z.object({ error: z.string() })

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  // Fifteen digits are what a sheet shows; more are the traces of binary fractions.
  if (typeof value === 'number') return String(Number(value.toPrecision(15)))
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  const formula = formulaValue.safeParse(value)
  if (formula.success) return `=${'formula' in formula.data ? formula.data.formula : formula.data.sharedFormula}`
  const rich = richValue.safeParse(value)
  if (rich.success) return rich.data.richText.map((part) => part.text).join('')
  const link = linkValue.safeParse(value)
  if (link.success) return textOf(link.data.text)
  const wrong = errorValue.safeParse(value)
  return wrong.success ? wrong.data.error : ''
}
