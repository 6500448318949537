import { expect, test } from 'vitest'
import { startsToShow } from './starts-to-show.ts'

function starts(times: readonly string[], specialistId = 'ieva') {
  return times.map((time) => ({ startsAt: `2026-11-26T${time}:00Z`, specialistId }))
}

const shown = (list: readonly { startsAt: string }[]) => list.map(({ startsAt }) => startsAt.slice(11, 16))
const options = { specialistOrder: ['ieva', 'linda'], keepAll: false }

test('a day with few starts shows each of them', () => {
  const few = ['08:00', '08:15', '08:30', '13:45']

  expect(shown(startsToShow(starts(few), options))).toEqual(few)
})

test('a day with many starts shows full and half hours and the first after a busy stretch', () => {
  const many = ['08:00', '08:15', '08:30', '08:45', '09:00', '09:15', '11:45', '12:00', '12:15', '12:30']

  expect(shown(startsToShow(starts(many), options))).toEqual(['08:00', '08:30', '09:00', '11:45', '12:00', '12:30'])
  expect(shown(startsToShow(starts(many), { ...options, keepAll: true }))).toEqual(many)
})

test('of two specialists who are free at once the first in order is offered', () => {
  const both = [...starts(['08:00', '09:00'], 'linda'), ...starts(['08:00'], 'ieva')]

  expect(startsToShow(both, options).map(({ specialistId }) => specialistId)).toEqual(['ieva', 'linda'])
})
