import { expect, test } from 'vitest'
import { evaluationWindow, unanswered } from '#app/progress/rules/family-evaluation.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const endsBefore = day('2027-03-01')

test.each([
  ['2027-01-29', { state: 'not-yet', firstDay: '2027-01-30' }],
  ['2027-01-30', { state: 'open' }],
  ['2027-02-28', { state: 'open' }],
  ['2027-08-01', { state: 'open' }],
])('on %s', (today, window) => {
  expect(evaluationWindow({ endsBefore, today: day(today), isLookedBack: false })).toEqual(window)
})

test('closes when the assessment that looks back is completed', () => {
  expect(evaluationWindow({ endsBefore, today: day('2027-03-10'), isLookedBack: true })).toEqual({ state: 'closed' })
})

test('tells which questions are open', () => {
  const given = { helped_child: 5, helped_family: null, had_strength: 1, could_choose: null, was_heard: 3 } as const

  expect(unanswered(given)).toEqual(['helped_family', 'could_choose'])
})
