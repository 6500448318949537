import { expect, test } from 'vitest'
import { readPage, readSort } from '#app/ui/read-sort.ts'

test('an order is read from the address and only known columns count', () => {
  const usual = { column: 'name', direction: 'ascending' } as const
  const read = (search: string) => readSort(new URLSearchParams(search), ['name', 'amount'], usual)
  expect(read('sort=-amount')).toEqual({ column: 'amount', direction: 'descending' })
  expect(read('sort=amount')).toEqual({ column: 'amount', direction: 'ascending' })
  expect(read('sort=password')).toEqual(usual)
  expect(read('')).toEqual(usual)
})

test('a page number is a whole number from 1', () => {
  const read = (search: string) => readPage(new URLSearchParams(search))
  expect(['page=3', 'page=0', 'page=-1', 'page=1e9', 'page=2.5', ''].map(read)).toEqual([3, 1, 1, 1, 1, 1])
})
