import { expect, test } from 'vitest'
import { searchWith } from '#app/ui/search-link.ts'

test('a change keeps the rest of the address', () => {
  expect(searchWith('?state=open&page=3', { sort: '-amount', page: null })).toBe('?state=open&sort=-amount')
  expect(searchWith('?a=1&a=2', { b: 'ā š' })).toBe('?a=1&a=2&b=%C4%81+%C5%A1')
  expect(searchWith('?page=2', { page: null })).toBe('?')
  expect(searchWith('', { page: '2' })).toBe('?page=2')
})
