import PdfWriter from 'pdfkit'
import { decisionFonts } from '#app/plan/decision-fonts.server.ts'
import type { DecisionBlock, DecisionDocument } from '#app/plan/rules/decision-document.ts'
import { drawTable } from '#app/plan/draw-decision-table.server.ts'

type Pdf = InstanceType<typeof PdfWriter>
type Part = ReturnType<Pdf['struct']>

const margin = 56
const ink = '#1a1f2b'
const quiet = '#4d5566'
const sizes = { title: 20, 2: 13, 3: 10.5, text: 10, foot: 8.5 } as const

/**
 * Draws a decision as a tagged PDF after PDF/UA: headings, lists and tables are marked as what they are, in reading
 * order, with the language and the title of the document; page numbers are decoration. `footer` is their words.
 */
export async function drawDecision(
  document: DecisionDocument,
  { createdAt, footer }: { createdAt: Date; footer: (page: number, pages: number) => string },
): Promise<Buffer> {
  const options: PDFKit.PDFDocumentOptions = {
    size: 'A4',
    margins: { top: margin, bottom: margin + 12, left: margin, right: margin },
    pdfVersion: '1.7',
    tagged: true,
    lang: document.language === 'lv' ? 'lv-LV' : 'en-GB',
    displayTitle: true,
    bufferPages: true,
    font: '',
    info: { Title: document.title, Author: document.issuer[0] ?? '', CreationDate: createdAt, ModDate: createdAt },
  }
  // The package draws after PDF/UA, but its types do not know the name yet.
  const pdf = new PdfWriter(Object.assign(options, { subset: 'PDF/UA' }))
  pdf.registerFont('regular', decisionFonts.regular)
  pdf.registerFont('bold', decisionFonts.bold)
  const chunks: Buffer[] = []
  const isDone = new Promise<void>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', resolve)
    pdf.on('error', reject)
  })

  const root = pdf.struct('Document')
  pdf.addStructure(root)
  drawHead(pdf, root, document)
  for (const block of document.blocks) drawBlock(pdf, root, block)
  root.end()
  drawFooters(pdf, footer)
  pdf.end()
  await isDone
  return Buffer.concat(chunks)
}

function drawHead(pdf: Pdf, root: Part, { issuer, title }: DecisionDocument): void {
  const [name, ...rest] = issuer
  add(pdf, root, 'P', () => {
    pdf
      .font('bold')
      .fontSize(sizes.text)
      .fillColor(ink)
      .text(name ?? '')
    pdf.font('regular').fontSize(sizes.foot).fillColor(quiet).text(rest.join(' · '))
  })
  pdf.moveDown(1.2)
  add(pdf, root, 'H1', () => pdf.font('bold').fontSize(sizes.title).fillColor(ink).text(title))
  pdf.moveDown(0.5)
}

function drawBlock(pdf: Pdf, root: Part, block: DecisionBlock): void {
  switch (block.kind) {
    case 'heading':
      keepTogether(pdf, 70)
      pdf.moveDown(block.level === 2 ? 0.8 : 0.3)
      add(pdf, root, block.level === 2 ? 'H2' : 'H3', () =>
        pdf.font('bold').fontSize(sizes[block.level]).fillColor(ink).text(block.text),
      )
      pdf.moveDown(0.3)
      return
    case 'text':
      add(pdf, root, 'P', () => body(pdf).text(block.text, { lineGap: 2 }))
      pdf.moveDown(0.4)
      return
    case 'list':
      drawList(pdf, root, block.items)
      return
    case 'facts':
      drawTable(pdf, root, {
        columns: [
          { label: '', width: 0.36, isNumeric: false },
          { label: '', width: 0.64, isNumeric: false },
        ],
        rows: block.facts.map(({ term, value }) => [term, value]),
        hasHeader: false,
      })
      return
    case 'table':
      drawTable(pdf, root, {
        columns: block.columns.map((column, index) => ({ ...column, width: widthOf(index, block.columns.length) })),
        rows: block.rows,
        hasHeader: true,
        caption: block.caption,
      })
      return
  }
}

/** The first column names the row and takes the most. */
function widthOf(index: number, count: number): number {
  const first = count > 4 ? 0.34 : 0.43
  return index === 0 ? first : (1 - first) / (count - 1)
}

function drawList(pdf: Pdf, root: Part, items: readonly string[]): void {
  const list = pdf.struct('L')
  root.add(list)
  const left = pdf.page.margins.left
  for (const item of items) {
    const entry = pdf.struct('LI')
    list.add(entry)
    keepTogether(pdf, 28)
    add(pdf, entry, 'Lbl', () => body(pdf).text('•', left, pdf.y, { continued: false, width: 10 }))
    pdf.moveUp()
    add(pdf, entry, 'LBody', () =>
      body(pdf).text(item, left + 14, pdf.y, { width: pdf.page.width - 2 * margin - 14, lineGap: 2 }),
    )
    entry.end()
    pdf.moveDown(0.25)
  }
  list.end()
  pdf.x = left
  pdf.moveDown(0.2)
}

function drawFooters(pdf: Pdf, footer: (page: number, pages: number) => string): void {
  const { count } = pdf.bufferedPageRange()
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(index)
    const { bottom } = pdf.page.margins
    pdf.page.margins.bottom = 0
    pdf.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] })
    pdf
      .font('regular')
      .fontSize(sizes.foot)
      .fillColor(quiet)
      .text(footer(index + 1, count), margin, pdf.page.height - 44, {
        width: pdf.page.width - 2 * margin,
        lineBreak: false,
      })
    pdf.endMarkedContent()
    pdf.page.margins.bottom = bottom
  }
}

function add(pdf: Pdf, parent: Part, type: string, draw: () => unknown): void {
  const part = pdf.struct(type, {}, () => {
    draw()
  })
  parent.add(part)
  part.end()
}

function body(pdf: Pdf): Pdf {
  return pdf.font('regular').fontSize(sizes.text).fillColor(ink)
}

/** A heading does not stand alone at the foot of a page. */
function keepTogether(pdf: Pdf, height: number): void {
  if (pdf.y + height > pdf.page.height - pdf.page.margins.bottom) pdf.addPage()
}
