import type PDFDocument from 'pdfkit'

type Pdf = InstanceType<typeof PDFDocument>
type Part = ReturnType<Pdf['struct']>
/** `width` is the part of the page's width, all together 1. */
type Column = { label: string; isNumeric: boolean; width: number }
type Table = { columns: readonly Column[]; rows: readonly (readonly string[])[]; hasHeader: boolean; caption?: string }

const size = 9.5
const padding = 4
const gap = 10

/** Draws a table whose rows stay whole over a page's end. Headers are marked with what they head. */
export function drawTable(pdf: Pdf, root: Part, { columns, rows, hasHeader, caption }: Table): void {
  const table = pdf.struct('Table')
  root.add(table)
  if (caption !== undefined) {
    const part = pdf.struct('Caption', {}, () => {
      pdf.font('regular').fontSize(size).fillColor('#4d5566').text(caption)
    })
    table.add(part)
    part.end()
    pdf.moveDown(0.3)
  }
  if (hasHeader) {
    const labels = columns.map((column) => column.label)
    drawRow(pdf, table, { columns, cells: labels, isHeader: () => 'Column' })
  }
  for (const cells of rows) {
    drawRow(pdf, table, { columns, cells, isHeader: (index) => (index === 0 ? 'Row' : null) })
  }
  table.end()
  pdf.x = pdf.page.margins.left
  pdf.moveDown(0.5)
}

type Row = {
  columns: readonly Column[]
  cells: readonly string[]
  isHeader: (index: number) => 'Column' | 'Row' | null
}

function drawRow(pdf: Pdf, table: Part, { columns, cells, isHeader }: Row): void {
  const { left, right, bottom } = pdf.page.margins
  const whole = pdf.page.width - left - right
  const fontOf = (index: number) => (isHeader(index) === 'Column' ? 'bold' : 'regular')
  const heights = columns.map((column, index) =>
    pdf
      .font(fontOf(index))
      .fontSize(size)
      .heightOfString(cells[index] ?? '', { width: column.width * whole - gap }),
  )
  const height = Math.max(...heights)
  if (pdf.y + height + 2 * padding > pdf.page.height - bottom) pdf.addPage()
  const top = pdf.y

  const row = pdf.struct('TR')
  table.add(row)
  let x = left
  for (const [index, column] of columns.entries()) {
    const scope = isHeader(index)
    const width = column.width * whole - gap
    const cell = pdf.struct(scope === null ? 'TD' : 'TH', {}, () => {
      pdf
        .font(fontOf(index))
        .fontSize(size)
        .fillColor('#1a1f2b')
        .text(cells[index] ?? '', x, top + padding, { width, align: column.isNumeric ? 'right' : 'left' })
    })
    if (scope !== null) cell.dictionary.data.A = { O: 'Table', Scope: scope }
    row.add(cell)
    cell.end()
    x += column.width * whole
  }
  row.end()
  const y = top + height + 2 * padding
  pdf.markContent('Artifact', { type: 'Layout' })
  pdf
    .moveTo(left, y)
    .lineTo(left + whole, y)
    .lineWidth(0.5)
    .strokeColor('#c9ced8')
    .stroke()
  pdf.endMarkedContent()
  pdf.x = left
  pdf.y = y
}
