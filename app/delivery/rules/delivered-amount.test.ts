import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addCents, cents, zeroCents } from '#app/platform/money.ts'
import { hundredths, units, wholeUnits } from '#app/platform/quantity.ts'
import { defaultCancellationPolicy } from '#app/schedule/rules/cancellation.ts'
import { type BookedSession, type DeliveredSession, worthOfAbsence, worthOfDelivery } from './delivered-amount.ts'

const start = Temporal.Instant.from('2026-11-26T15:30:00Z')
const noConsent = { guardianConsents: false, available: cents(1000_00) }

/** An assistant's two hours at 12,00 EUR. */
function twoHours(overrides: Partial<BookedSession> = {}): BookedSession {
  return {
    unit: 'hour',
    quantity: wholeUnits(2),
    unitPrice: cents(12_00),
    reserved: cents(24_00),
    startsAt: start,
    endsAt: start.add({ minutes: 120 }),
    placeType: 'home',
    ...overrides,
  }
}

function lasted(minutes: number, overrides: Partial<DeliveredSession> = {}): DeliveredSession {
  return { startedAt: start, endedAt: start.add({ minutes }), placeType: 'home', quantity: wholeUnits(2), ...overrides }
}

test('as booked is worth the reserved price and differs in nothing', () => {
  expect(worthOfDelivery(twoHours(), lasted(120), noConsent)).toEqual({
    quantity: 200,
    amount: 24_00,
    release: 0,
    extraAsked: 0,
    extraTaken: 0,
    differences: [],
  })
})

test.each([
  [105, 175, 21_00],
  [106, 200, 24_00],
  [90, 150, 18_00],
  [1, 25, 3_00],
  [0, 0, 0],
])('%i minutes of hours are paid by started quarters: %i hundredths', (minutes, quantity, amount) => {
  const worth = worthOfDelivery(twoHours(), lasted(minutes), noConsent)

  expect(worth).toMatchObject({ quantity, amount, release: 24_00 - amount, extraAsked: 0 })
})

test('seconds beyond a whole minute do not start another quarter', () => {
  const delivered = lasted(120, { endedAt: start.add({ minutes: 120, seconds: 59 }) })

  expect(worthOfDelivery(twoHours(), delivered, noConsent)).toMatchObject({ quantity: 200, amount: 24_00 })
})

test.each([
  [false, 1000_00, 24_00, 0],
  [true, 3_00, 27_00, 3_00],
  [true, 2_99, 24_00, 0],
])(
  'a quarter too long, consent %s and %i cents available: %i cents',
  (guardianConsents, available, amount, extraTaken) => {
    const worth = worthOfDelivery(twoHours(), lasted(135), { guardianConsents, available: cents(available) })

    expect(worth).toMatchObject({ quantity: 225, amount, extraAsked: 3_00, extraTaken, release: 0 })
  },
)

test('a session is paid by the session, however long it lasted', () => {
  const booked = twoHours({ unit: 'session', quantity: wholeUnits(1), unitPrice: cents(32_00), reserved: cents(32_00) })

  const worth = worthOfDelivery(booked, lasted(90, { quantity: wholeUnits(1) }), noConsent)

  expect(worth).toMatchObject({ amount: 32_00, release: 0 })
  expect(worth.differences.map((difference) => difference.what)).toEqual(['end'])
})

test('kilometres are paid by the kilometre driven', () => {
  const booked = twoHours({
    unit: 'kilometre',
    quantity: hundredths(4000),
    unitPrice: cents(45),
    reserved: cents(18_00),
  })

  expect(worthOfDelivery(booked, lasted(120, { quantity: hundredths(3850) }), noConsent)).toMatchObject({
    amount: 17_33,
    release: 67,
  })
})

test('everything that differs is named with both values', () => {
  const delivered = lasted(90, { startedAt: start.add({ minutes: 15 }), placeType: 'community' })

  expect(worthOfDelivery(twoHours(), delivered, noConsent).differences).toEqual([
    { what: 'start', booked: start, delivered: start.add({ minutes: 15 }) },
    { what: 'end', booked: start.add({ minutes: 120 }), delivered: start.add({ minutes: 90 }) },
    { what: 'quantity', booked: 200, delivered: 125 },
    { what: 'place', booked: 'home', delivered: 'community' },
    { what: 'amount', booked: 24_00, delivered: 15_00 },
  ])
})

test.each([
  ['no-show', 0, 12_00],
  ['no-show', 1, 12_00],
  ['no-show', 2, 0],
  ['ill-with-note', 0, 0],
] as const)('not attended (%s) after %i charges is worth %i cents', (cause, alreadyCharged, amount) => {
  const worth = worthOfAbsence({ cause, reserved: cents(24_00), alreadyCharged }, defaultCancellationPolicy)

  expect(worth).toMatchObject({ quantity: 0, amount, release: 24_00 - amount, extraTaken: 0 })
  expect(worth.differences).toEqual([{ what: 'amount', booked: 24_00, delivered: amount }])
})

test('no cent appears or vanishes, and nothing above the reserved price is taken without consent', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...units),
      fc.nat({ max: 5000 }),
      fc.nat({ max: 10_000 }),
      fc.nat({ max: 100_000 }),
      fc.nat({ max: 600 }),
      fc.boolean(),
      fc.nat({ max: 50_000 }),
      (unit, quantity, unitPrice, reserved, minutes, guardianConsents, available) => {
        const booked = twoHours({ unit, unitPrice: cents(unitPrice), reserved: cents(reserved) })
        const allowance = { guardianConsents, available: cents(available) }

        const worth = worthOfDelivery(booked, lasted(minutes, { quantity: hundredths(quantity) }), allowance)

        expect(addCents(worth.amount, worth.release)).toBe(addCents(booked.reserved, worth.extraTaken))
        expect(worth.extraTaken).toBeLessThanOrEqual(guardianConsents ? available : 0)
        for (const part of [worth.amount, worth.release, worth.extraAsked])
          expect(part).toBeGreaterThanOrEqual(zeroCents)
      },
    ),
  )
})
