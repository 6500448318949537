import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addCents, cents } from '#app/platform/money.ts'
import { wallClock } from '#app/platform/time.ts'
import {
  type CancellationRequest,
  decideCancellation,
  defaultCancellationPolicy as policy,
  lateCharge,
} from './cancellation.ts'

const instant = (text: string) => Temporal.Instant.from(text)

function cancellation(overrides: Partial<CancellationRequest>): CancellationRequest {
  return {
    startsAt: instant('2026-11-26T15:30:00Z'),
    price: cents(32_00),
    now: instant('2026-11-26T15:00:00Z'),
    alreadyCharged: 0,
    cause: 'guardian',
    ...overrides,
  }
}

test.each([
  ['2026-11-25T15:29:59Z', 'free', 'in-time', 0],
  ['2026-11-25T15:30:00Z', 'free', 'in-time', 0],
  ['2026-11-25T15:30:00.001Z', 'late', 'late', 16_00],
  ['2026-11-26T15:30:00Z', 'late', 'late', 16_00],
  ['2026-11-26T16:30:00Z', 'late', 'late', 16_00],
])('cancelling at %s a session of 26 November 15:30Z is %s', (now, kind, reason, charge) => {
  const outcome = decideCancellation(cancellation({ now: instant(now) }), policy)

  expect(outcome).toMatchObject({ kind, reason, charge, release: 32_00 - charge })
  expect(outcome.freeUntil.toString()).toBe('2026-11-25T15:30:00Z')
})

test('the 24 hours are elapsed hours when the clocks go forward: free until an hour earlier on the wall', () => {
  const startsAt = instant('2026-03-29T09:00:00Z')
  const outcome = decideCancellation(cancellation({ startsAt, now: instant('2026-03-28T09:00:01Z') }), policy)

  expect(wallClock(startsAt).toPlainTime().toString()).toBe('12:00:00')
  expect(wallClock(outcome.freeUntil).toPlainDateTime().toString()).toBe('2026-03-28T11:00:00')
  expect(outcome.kind).toBe('late')
})

test('the 24 hours are elapsed hours when the clocks go back: free until an hour later on the wall', () => {
  const startsAt = instant('2026-10-25T10:00:00Z')
  const outcome = decideCancellation(cancellation({ startsAt, now: instant('2026-10-24T10:00:00Z') }), policy)

  expect(wallClock(startsAt).toPlainTime().toString()).toBe('12:00:00')
  expect(wallClock(outcome.freeUntil).toPlainDateTime().toString()).toBe('2026-10-24T13:00:00')
  expect(outcome.kind).toBe('free')
})

test.each([
  [0, 'late', 16_00],
  [1, 'late', 16_00],
  [2, 'limit-of-charges-reached', 0],
  [3, 'limit-of-charges-reached', 0],
])('with %i charges this period a late cancellation costs: %s', (alreadyCharged, reason, charge) => {
  expect(decideCancellation(cancellation({ alreadyCharged }), policy)).toMatchObject({ kind: 'late', reason, charge })
})

test.each([
  ['guardian-ill-with-note', 'ill-with-note'],
  ['provider', 'provider-cancels'],
] as const)('cancelled late by %s it is free', (cause, reason) => {
  expect(decideCancellation(cancellation({ cause }), policy)).toMatchObject({
    kind: 'free',
    reason,
    charge: 0,
    release: 32_00,
  })
})

test('half of an odd price is rounded half up', () => {
  expect(lateCharge({ price: cents(35_01), alreadyCharged: 0 }, policy)).toBe(17_51)
})

test('charge and release always make up the price', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 100_000 }).map(cents),
      fc.integer({ min: -100, max: 10 }),
      fc.nat({ max: 4 }),
      fc.constantFrom('guardian' as const, 'guardian-ill-with-note' as const, 'provider' as const),
      fc.integer({ min: 0, max: 100 }),
      (price, hours, alreadyCharged, cause, latePercent) => {
        const request = cancellation({ price, alreadyCharged, cause })
        const outcome = decideCancellation(
          { ...request, now: request.startsAt.add({ hours }) },
          { ...policy, latePercent },
        )

        expect(addCents(outcome.charge, outcome.release)).toBe(price)
        expect(outcome.release).toBeGreaterThanOrEqual(0)
        if (outcome.kind === 'free') expect(outcome.charge).toBe(0)
      },
    ),
  )
})
