import { expect, test } from 'vitest'
import { columnKeys, columns } from './columns.ts'
import { guessMatching, problemsOfMatching } from './match-columns.ts'
import { readCsv } from './read-csv.ts'
import { templateRows } from './template-rows.ts'
import { writeCsv } from './write-csv.ts'

const every = Object.fromEntries(columnKeys.map((key, index) => [key, index]))

test.each(['lv', 'en'] as const)('the columns of the template are recognised by their names in %s', (language) => {
  expect(guessMatching(columnKeys.map((key) => columns[key][language]))).toEqual(every)
})

test('names are recognised without accents, case and signs, and by other words', () => {
  const header = ['', 'VARDS', 'uzvārds:', 'Dzim. datums', 'Pilsēta', 'Vecāka vārds', 'vecaka  uzvards', 'Budžets']

  expect(guessMatching(header)).toEqual({
    child_given_name: 1,
    child_family_name: 2,
    birth_date: 3,
    town: 4,
    guardian_given_name: 5,
    guardian_family_name: 6,
    budget: 7,
  })
})

test('a table of something else says which columns are needed', () => {
  const matching = guessMatching(['Produkts', 'Cena'])

  expect(problemsOfMatching(matching, 2).map(({ problem, column }) => [problem, column])).toEqual([
    ['needed', 'child_given_name'],
    ['needed', 'child_family_name'],
    ['needed', 'birth_date'],
    ['needed', 'town'],
    ['needed', 'guardian_given_name'],
    ['needed', 'guardian_family_name'],
  ])
})

test('a plan needs all of its columns, a column of the file is one of ours, and must be in the file', () => {
  const withoutUnits = Object.fromEntries(Object.entries(every).filter(([key]) => key !== 'units'))

  expect(problemsOfMatching(withoutUnits, columnKeys.length)).toEqual([
    { problem: 'needed-for-plans', column: 'units' },
  ])
  expect(problemsOfMatching({ ...every, wishes: 0 }, columnKeys.length)).toEqual([
    { problem: 'twice', column: 'wishes', other: 'child_given_name' },
  ])
  expect(problemsOfMatching({ ...every, wishes: 99 }, columnKeys.length)).toEqual([
    { problem: 'no-such-column', column: 'wishes' },
  ])
})

test('the template alone brings nothing, and what is written is read again as it was', () => {
  expect(readCsv(new TextEncoder().encode(writeCsv(templateRows())))).toMatchObject({ refusal: { kind: 'no-rows' } })
  const rows = [
    ['Vārds', 'Tālrunis'],
    ['Anna; "Ance"\nBērziņa', '+371 20000000'],
    ['=1+1', '-5'],
  ]
  expect(readCsv(new TextEncoder().encode(writeCsv(rows)))).toMatchObject({
    value: { header: rows[0], rows: [{ cells: rows[1] }, { cells: rows[2] }] },
  })
})
