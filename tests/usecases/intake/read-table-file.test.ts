import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { readTableFile } from '#app/intake/read-table-file.server.ts'

const latvian = 'Bērna vārds;Dzīvesvieta\nŅikita;Ķeģums\nŠarlote;Čiekurkalns\n'
/** The letters of the lines above in the code page in which Windows writes Latvian. */
const windows1257: Record<string, number> = { ē: 0xe7, ā: 0xe2, ī: 0xee, Ņ: 0xd2, Ķ: 0xcd, ģ: 0xec, Š: 0xd0, Č: 0xc8 }

async function workbook(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  fill(book.addWorksheet('Rindas'))
  book.addWorksheet('Skaidrojums').addRow(['Something else'])
  return Buffer.from(await book.xlsx.writeBuffer())
}

test('Latvian letters are read in UTF-8 with and without its mark, in UTF-16 and in Windows-1257', async () => {
  const files = [
    Buffer.from(latvian),
    Buffer.from(`\uFEFF${latvian}`),
    Buffer.from(`\uFEFF${latvian}`, 'utf16le'),
    Buffer.from([...latvian].map((letter) => windows1257[letter] ?? letter.charCodeAt(0))),
  ]

  for (const file of files) {
    expect(await readTableFile(file)).toEqual({
      ok: true,
      value: {
        header: ['Bērna vārds', 'Dzīvesvieta'],
        rows: [
          { rowNumber: 2, cells: ['Ņikita', 'Ķeģums'] },
          { rowNumber: 3, cells: ['Šarlote', 'Čiekurkalns'] },
        ],
      },
    })
  }
})

test.each([[';'], [','], ['\t'], ['|']])(
  'cells between %j are told apart, quotes and line breaks kept',
  async (sign) => {
    const file =
      ['a', 'b', 'c'].join(sign) + `\r\n"x${sign}""y"""${sign}"two\nlines"${sign}3\r\n\r\n1${sign}2${sign}3\r\n`

    expect(await readTableFile(Buffer.from(file))).toMatchObject({
      ok: true,
      value: { rows: [{ rowNumber: 2, cells: [`x${sign}"y"`, 'two\nlines', '3'] }, { rowNumber: 4 }] },
    })
  },
)

test('a workbook gives days, numbers, rich texts and links as texts, and says where a formula is', async () => {
  const file = await workbook((sheet) => {
    sheet.addRow(['Diena', 'Summa', 'Teksts', 'E-pasts', 'Formula'])
    sheet.addRow([
      new Date('2026-12-31T00:00:00Z'),
      0.1 + 0.2,
      { richText: [{ text: 'Ān' }, { text: 'a' }] },
      { text: 'anna@example.lv', hyperlink: 'mailto:anna@example.lv' },
      { formula: 'B2*2', result: 0.6 },
    ])
  })

  expect(await readTableFile(file)).toMatchObject({
    ok: true,
    value: { rows: [{ rowNumber: 2, cells: ['2026-12-31', '0.3', 'Āna', 'anna@example.lv', '=B2*2'] }] },
  })
})

test('a table of 100,000 rows is refused without being read to its end', async () => {
  const csv = Buffer.from(`a;b\n${'1;2\n'.repeat(100_000)}`)
  const book = await workbook((sheet) => {
    for (let row = 0; row < 20_010; row += 1) sheet.addRow([row])
  })

  expect(await readTableFile(csv)).toEqual({ ok: false, refusal: { kind: 'too-many-rows' } })
  expect(await readTableFile(book)).toEqual({ ok: false, refusal: { kind: 'too-many-rows' } })
})

test.each([
  ['nothing', Buffer.alloc(0), 'no-file'],
  ['a heading alone', Buffer.from('a;b\n'), 'no-rows'],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'not-a-table'],
  ['a locked workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'locked-or-old'],
  ['half a workbook', Buffer.from('PK\u0003\u0004 and then nothing'), 'damaged'],
  ['a very wide table', Buffer.from(`${'a;'.repeat(90)}b\n1\n`), 'too-many-columns'],
])('%s is refused by name', async (_, file, kind) => {
  expect(await readTableFile(file)).toEqual({ ok: false, refusal: { kind } })
})

test('a workbook cut off in the middle is damaged, one that unfolds too far is too large', async () => {
  const whole = await workbook((sheet) => sheet.addRow(['a']) && sheet.addRow(['b']))
  // The list at the end says that the sheet is longer than a workbook may be.
  const boasting = Buffer.from(whole)
  const entry = boasting.lastIndexOf(Buffer.from('xl/worksheets/sheet1.xml'))
  boasting.writeUInt32LE(0x7fffffff, entry - 46 + 24)

  expect(await readTableFile(whole.subarray(0, whole.length - 40))).toEqual({ ok: false, refusal: { kind: 'damaged' } })
  expect(await readTableFile(boasting)).toEqual({ ok: false, refusal: { kind: 'too-large' } })
})

test('the example of the template is left out', async () => {
  const file = Buffer.from('Bērna vārds;Town\nPARAUGS Anna;Rīga\nAnna;Rīga\n')

  expect(await readTableFile(file)).toMatchObject({ ok: true, value: { rows: [{ rowNumber: 3 }] } })
})

test.each([['32123456789'], ['140319-20004'], ['14.03.2019'], ['ilze.berzina@example.invalid']])(
  'a table without a heading is refused, so that no cell like %s is kept as the name of a column',
  async (cell) => {
    const file = Buffer.from(`Anna;Bērziņa;${cell}\nNikita;Ozols;${cell}\n`)
    const sheet = await workbook((rows) =>
      rows.addRows([
        ['Anna', cell],
        ['Nikita', cell],
      ]),
    )

    expect(await readTableFile(file)).toEqual({ ok: false, refusal: { kind: 'no-heading' } })
    expect(await readTableFile(sheet)).toEqual({ ok: false, refusal: { kind: 'no-heading' } })
  },
)
