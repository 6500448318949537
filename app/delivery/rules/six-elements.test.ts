import { expect, test } from 'vitest'
import { completeRecord, type DeliveryDraft, isPlaceType } from './six-elements.ts'

const now = Temporal.Instant.from('2026-11-26T20:00:00Z')

function draft(overrides: Partial<DeliveryDraft> = {}): DeliveryDraft {
  return {
    serviceId: 'physiotherapy',
    childId: 'child',
    specialistId: 'specialist',
    placeType: 'home',
    startedAt: Temporal.Instant.from('2026-11-26T15:30:00Z'),
    endedAt: Temporal.Instant.from('2026-11-26T16:15:00Z'),
    ...overrides,
  }
}

test('a draft with all elements becomes a record, dated by the day it began in Riga', () => {
  const late = draft({ startedAt: Temporal.Instant.from('2026-11-25T22:30:00Z') })

  expect(completeRecord(late, now)).toMatchObject({
    ok: true,
    value: { serviceId: 'physiotherapy', placeType: 'home' },
  })
  const record = completeRecord(late, now)
  expect(record.ok && record.value.date.toString()).toBe('2026-11-26')
})

test('what is missing is named', () => {
  expect(completeRecord(draft({ placeType: null, endedAt: null }), now)).toEqual({
    ok: false,
    refusal: { kind: 'elements-missing', missing: ['placeType', 'endedAt'] },
  })
})

test.each([
  ['2026-11-26T15:30:00Z', 'ends-before-it-begins'],
  ['2026-11-26T15:00:00Z', 'ends-before-it-begins'],
  ['2026-11-26T20:00:01Z', 'not-over-yet'],
  ['2026-11-27T15:30:01Z', 'longer-than-a-day'],
])('a session from 15:30Z to %s is refused: %s', (endedAt, kind) => {
  expect(completeRecord(draft({ endedAt: Temporal.Instant.from(endedAt) }), now)).toMatchObject({
    ok: false,
    refusal: { kind },
  })
})

test('a session that ends this very moment can be confirmed', () => {
  expect(completeRecord(draft({ endedAt: now }), now).ok).toBe(true)
})

test('place types come from the list only', () => {
  expect(isPlaceType('institution')).toBe(true)
  expect(['School', '', null, 'gps'].some(isPlaceType)).toBe(false)
})
