import { expect, test } from 'vitest'
import { dailyMeans, placeMarks } from '#app/progress/rules/marks-line.ts'

const box = { width: 120, height: 50, left: 10, right: 10, top: 5, bottom: 5 }

test('days go across, also over the change of the clocks, and levels go up', () => {
  const marks = [
    { on: '2027-03-27', mark: -2, by: 'family' as const },
    { on: '2027-03-28', mark: 0, by: 'family' as const },
    { on: '2027-03-31', mark: 2, by: 'professionals' as const },
  ]

  expect(placeMarks(marks, box).map(({ x, y }) => [x, y])).toEqual([
    [10, 45],
    [35, 25],
    [110, 5],
  ])
})

test('a single day lies in the middle', () => {
  expect(placeMarks([{ on: '2027-03-27', mark: 1, by: 'family' }], box)).toMatchObject([{ x: 60, y: 15 }])
  expect(placeMarks([], box)).toEqual([])
})

test('several marks of one side on a day are one point of the line', () => {
  const marks = [
    { on: '2027-03-27', mark: -1, by: 'professionals' as const },
    { on: '2027-03-27', mark: 0, by: 'professionals' as const },
    { on: '2027-03-27', mark: 2, by: 'family' as const },
  ]

  expect(dailyMeans(marks, 'professionals')).toEqual([{ on: '2027-03-27', mark: -0.5, by: 'professionals' }])
})
