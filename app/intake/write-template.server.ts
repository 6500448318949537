import ExcelJS from 'exceljs'
import { listTemplateServices } from '#app/intake/list-store.server.ts'
import { findImportingMunicipality } from '#app/intake/may-import.server.ts'
import { columnKeys, columns } from '#app/intake/rules/columns.ts'
import type { ColumnKey } from '#app/intake/rules/columns.ts'
import { templateRows } from '#app/intake/rules/template-rows.ts'
import { guardianKinds, kindWords, modeWords } from '#app/intake/rules/word-lists.ts'
import { modes } from '#app/assessment/rules/assessed-result.ts'
import { writeCsv } from '#app/intake/rules/write-csv.ts'
import type { Context } from '#app/people/context.server.ts'
import { read } from '#app/platform/db/transact.server.ts'

/** The empty table in text form, with an example row. */
export function writeCsvTemplate(): string {
  return writeCsv(templateRows())
}

export type TemplateWords = {
  sheet: string
  explanationSheet: string
  columnHeading: string
  needHeading: string
  explanationHeading: string
  servicesHeading: string
  needOf: (key: ColumnKey) => string
  explanationOf: (key: ColumnKey) => string
}

const rowsToFill = 2_000

/**
 * The table as an Excel workbook: drop-downs for services, modes and kinds of guardians, columns of texts where Excel
 * would spoil codes and telephones, and a second sheet that explains each column. Null for those who import nothing.
 */
export async function writeWorkbookTemplate(ctx: Context, words: TemplateWords): Promise<Uint8Array | null> {
  if (findImportingMunicipality(ctx) === null) return null
  const services = await read(ctx, listTemplateServices)
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(words.sheet, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.addRows(templateRows())
  sheet.getRow(1).font = { bold: true }
  sheet.getRow(2).font = { italic: true, color: { argb: 'FF6B6B6B' } }
  columnKeys.forEach((_, index) => {
    const column = sheet.getColumn(index + 1)
    column.width = 22
    // Text, so that leading zeros stay and days stay as they were typed.
    column.numFmt = '@'
  })
  const explanation = book.addWorksheet(words.explanationSheet)
  explanation.addRow([words.columnHeading, words.needHeading, words.explanationHeading, '', words.servicesHeading])
  explanation.getRow(1).font = { bold: true }
  const lines = Math.max(columnKeys.length, services.length)
  for (let at = 0; at < lines; at += 1) {
    const key = columnKeys[at]
    const told = key === undefined ? ['', '', ''] : [columns[key].lv, words.needOf(key), words.explanationOf(key)]
    explanation.addRow([...told, '', services[at] ?? ''])
  }
  for (const [index, width] of [34, 22, 90, 4, 40].entries()) explanation.getColumn(index + 1).width = width
  explanation.getColumn(3).alignment = { wrapText: true, vertical: 'top' }
  const serviceList = `'${words.explanationSheet}'!$E$2:$E$${services.length + 1}`
  addList(sheet, 'service', serviceList)
  addList(sheet, 'mode', `"${modes.map((mode) => modeWords[mode][0]).join(',')}"`)
  addList(sheet, 'guardian_kind', `"${guardianKinds.map((kind) => kindWords[kind][0]).join(',')}"`)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function addList(sheet: ExcelJS.Worksheet, key: ColumnKey, formula: string): void {
  const at = columnKeys.indexOf(key) + 1
  for (let row = 2; row <= rowsToFill; row += 1) {
    sheet.getCell(row, at).dataValidation = { type: 'list', allowBlank: true, formulae: [formula] }
  }
}
