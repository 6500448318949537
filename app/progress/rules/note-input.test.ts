import { expect, test } from 'vitest'
import { checkNote, dayProblem, longestNote } from '#app/progress/rules/note-input.ts'

const goals = [
  { id: 'wish', horizon: 'wish' },
  { id: 'long', horizon: 'long_term' },
  { id: 'short', horizon: 'short_term' },
] as const

test.each([
  ['words alone', { text: ' Smaida. ', goalId: null, mark: null }, { text: 'Smaida.', goalId: null, mark: null }],
  ['words on a wish', { text: 'Jā.', goalId: 'wish', mark: null }, { text: 'Jā.', goalId: 'wish', mark: null }],
  ['a mark alone', { text: '', goalId: 'short', mark: -2 }, { text: '', goalId: 'short', mark: -2 }],
  ['a mark on a long-term goal', { text: 'x', goalId: 'long', mark: 2 }, { text: 'x', goalId: 'long', mark: 2 }],
])('%s is kept', (_, input, kept) => {
  expect(checkNote(input, goals)).toEqual(kept)
})

test.each([
  ['nothing', { text: ' \n', goalId: 'short', mark: null }, 'empty'],
  ['a book', { text: 'a'.repeat(longestNote + 1), goalId: null, mark: null }, 'too-long'],
  ['a goal of another child', { text: 'x', goalId: 'theirs', mark: null }, 'unknown-goal'],
  ['a mark without a goal', { text: 'x', goalId: null, mark: 1 }, 'mark-without-goal'],
  ['a mark on a wish', { text: 'x', goalId: 'wish', mark: 1 }, 'no-scale'],
  ['a mark above the scale', { text: 'x', goalId: 'short', mark: 3 }, 'mark-out-of-range'],
  ['a mark between two levels', { text: 'x', goalId: 'short', mark: 0.5 }, 'mark-out-of-range'],
])('%s is not', (_, input, kind) => {
  expect(checkNote(input, goals)).toMatchObject({ kind })
})

test.each([
  ['2026-09-01', null],
  ['2026-11-25', null],
  ['2026-11-26', { kind: 'in-future' }],
  ['2026-08-31', { kind: 'outside-period' }],
])('a day: %s', (day, problem) => {
  expect(dayProblem(day, { startsOn: '2026-09-01', lastDay: '2027-02-28', today: '2026-11-25' })).toEqual(problem)
})

test('after the period only its days can be written about', () => {
  const over = { startsOn: '2026-03-01', lastDay: '2026-08-31', today: '2026-11-25' }

  expect(dayProblem('2026-08-31', over)).toBeNull()
  expect(dayProblem('2026-09-01', over)).toEqual({ kind: 'outside-period' })
})
