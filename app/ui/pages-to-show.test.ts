import { expect, test } from 'vitest'
import { pagesToShow } from '#app/ui/pages-to-show.ts'

test.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [1, 9, [1, 2, 3, 4, 5, null, 9]],
  [5, 9, [1, null, 4, 5, 6, null, 9]],
  [4, 7, [1, 2, 3, 4, 5, 6, 7]],
  [9, 9, [1, null, 5, 6, 7, 8, 9]],
  [50, 100, [1, null, 49, 50, 51, null, 100]],
])('page %i of %i', (page, last, shown) => {
  expect(pagesToShow(page, last)).toEqual(shown)
})
