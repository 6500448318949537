import { expect, test } from 'vitest'
import { lengthsToChoose, sizeOfSession } from './session-quantity.ts'

const wish = { unit: 'hour', offeredMinutes: 60, chosenMinutes: null, kilometres: null } as const

test.each([
  ['the offered hour', {}, { minutes: 60, quantity: 100 }],
  ['a longer stretch in quarters', { chosenMinutes: 105 }, { minutes: 105, quantity: 175 }],
  ['the longest', { chosenMinutes: 720 }, { minutes: 720, quantity: 1200 }],
  ['more than the longest', { chosenMinutes: 735 }, null],
  ['less than offered', { chosenMinutes: 45 }, null],
  ['a length off the quarter', { chosenMinutes: 100 }, null],
  ['an offered length off the quarter, as started quarters', { offeredMinutes: 50 }, { minutes: 50, quantity: 100 }],
  ['kilometres for hours', { kilometres: 5 }, null],
])('of a service by the hour, %s', (_, change, size) => {
  expect(sizeOfSession({ ...wish, ...change })).toEqual(size)
})

test.each([
  [1, { minutes: 45, quantity: 100 }],
  [1000, { minutes: 45, quantity: 100_000 }],
  [0, null],
  [1001, null],
  [1.5, null],
  [null, null],
])('a ride of %s kilometres', (kilometres, size) => {
  expect(sizeOfSession({ unit: 'kilometre', offeredMinutes: 45, chosenMinutes: null, kilometres })).toEqual(size)
})

test('a session is one, whatever its length, and takes no other', () => {
  expect(sizeOfSession({ ...wish, unit: 'session', offeredMinutes: 45 })).toEqual({ minutes: 45, quantity: 100 })
  expect(sizeOfSession({ ...wish, unit: 'session', chosenMinutes: 90 })).toBeNull()
})

test('lengths begin with the offered one and go up to eight hours', () => {
  expect(lengthsToChoose(60)).toEqual([60, 90, 120, 150, 180, 240, 300, 360, 420, 480])
  expect(lengthsToChoose(45)[1]).toBe(60)
})
