import { expect, test } from 'vitest'
import { defaultDeadlines, problemsOfDeadlines } from './deadlines.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const today = day('2026-11-25')

test('the defaults are in order and ahead', () => {
  expect(problemsOfDeadlines(defaultDeadlines(today), { today })).toEqual([])
})

test('today is still in time, and steps may share a day', () => {
  expect(problemsOfDeadlines({ wishesDue: today, expertsDue: today, rankingDue: today }, { today })).toEqual([])
})

test('a past day, one out of order and one too far are named', () => {
  const deadlines = { wishesDue: day('2026-11-24'), expertsDue: day('2026-11-20'), rankingDue: day('2027-11-26') }
  expect(problemsOfDeadlines(deadlines, { today })).toEqual([
    { field: 'wishesDue', problem: 'past' },
    { field: 'expertsDue', problem: 'past' },
    { field: 'rankingDue', problem: 'far-off' },
  ])
  const unordered = { wishesDue: day('2026-12-10'), expertsDue: day('2026-12-09'), rankingDue: day('2026-12-10') }
  expect(problemsOfDeadlines(unordered, { today })).toEqual([{ field: 'expertsDue', problem: 'before-the-one-before' }])
})

test('a deadline that has passed may stay when another is moved', () => {
  const before = { wishesDue: '2026-11-10', expertsDue: '2026-11-30', rankingDue: '2026-12-05' }
  const moved = { wishesDue: day('2026-11-10'), expertsDue: day('2026-12-03'), rankingDue: day('2026-12-05') }
  expect(problemsOfDeadlines(moved, { today, before })).toEqual([])
})
