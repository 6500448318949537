import { expect, test } from 'vitest'
import { writeTableFile } from './table-file.ts'

test('a table opens as it is: mark, semicolons, decimal commas, quotes', () => {
  const file = writeTableFile([
    ['Saņēmējs', 'Summa'],
    ['SIA "A; B"', { hundredths: 12_50 }],
    ['Divas\nrindas', { hundredths: 3_00 }],
  ])
  expect(file).toBe('\uFEFFSaņēmējs;Summa\r\n"SIA ""A; B""";12,50\r\n"Divas\nrindas";3,00\r\n')
})

test.each(['=1+1', '+371', '-5', '@cmd', '\tx'])('%j is not taken for a formula', (text) => {
  expect(writeTableFile([[text]])).toContain(`'${text}`)
})

test('a negative number stays a number', () => {
  expect(writeTableFile([[{ hundredths: -15_25 }]])).toBe('\uFEFF-15,25\r\n')
})
