import { expect, test } from 'vitest'
import { stateDelivery } from '#app/delivery/state-delivery.server.ts'
import { stateNotAttended } from '#app/delivery/state-not-attended.server.ts'
import { hundredths } from '#app/platform/quantity.ts'
import { cancelBooking } from '#app/schedule/cancel-booking.server.ts'
import { testApp } from '#tests/support/test-app.ts'
import { balancesOf, givenSession, givenWorld, valueOf } from './given-session.ts'

const app = await testApp({ now: '2026-11-24T12:00:00Z' })
const instant = Temporal.Instant.from

test('a session confirmed as planned posts its price and waits for the guardian', async () => {
  const world = await givenWorld(app)
  const booking = await givenSession(app, world, { startsAt: '2026-11-24T08:00:00Z' })

  const stated = valueOf(
    await stateDelivery(app.as(world.specialistActor), { bookingId: booking.id, how: 'as-planned' }),
  )

  expect(stated).toMatchObject({ amount: 38_00, extraAsked: 0 })
  expect(stated.acceptBy.toString()).toBe('2026-12-01T22:00:00Z')
  expect(await balancesOf(app, world.lineId)).toEqual({ available: 362_00, reserved: 0, delivered: 38_00 })
  const delivery = await app.owner.delivery.findUniqueOrThrow({ where: { id: stated.deliveryId } })
  expect(delivery).toMatchObject({
    kind: 'delivered',
    state: 'awaiting',
    place_type: 'provider',
    quantity_hundredths: 100,
  })
  expect(await app.owner.booking.findUniqueOrThrow({ where: { id: booking.id } })).toMatchObject({
    state: 'delivered',
    revision: 1,
  })
  expect(await app.owner.bookingChange.findMany({ where: { booking_id: booking.id } })).toMatchObject([
    { kind: 'delivered' },
  ])
  expect(await app.owner.domainEvent.findMany({ where: { subject_id: stated.deliveryId } })).toMatchObject([
    { type: 'delivery.stated', municipality_id: world.municipality.id },
  ])
  expect(await app.ledgerFaults()).toEqual([])
})

test('a shorter hour returns the rest and keeps what was really given', async () => {
  const world = await givenWorld(app, { unit: 'hour', mode: 'at_home' })
  const booking = await givenSession(app, world, {
    startsAt: '2026-11-24T08:00:00Z',
    minutes: 120,
    quantity: 200,
    price: 24_00,
    unitPrice: 12_00,
  })

  const stated = valueOf(
    await stateDelivery(app.as(world.manager), {
      bookingId: booking.id,
      how: 'as-stated',
      startedAt: instant('2026-11-24T08:05:00Z'),
      endedAt: instant('2026-11-24T09:40:00Z'),
      placeType: 'community',
      note: '  Bijām parkā.  ',
      quantity: null,
    }),
  )

  // 95 minutes are seven started quarters.
  expect(stated.amount).toBe(21_00)
  expect(await balancesOf(app, world.lineId)).toEqual({ available: 379_00, reserved: 0, delivered: 21_00 })
  expect(await app.owner.delivery.findUniqueOrThrow({ where: { id: stated.deliveryId } })).toMatchObject({
    quantity_hundredths: 175,
    place_type: 'community',
    note: 'Bijām parkā.',
    reserved_cents: 24_00,
    amount_cents: 21_00,
  })
  expect(await app.ledgerFaults()).toEqual([])
})

test('a longer hour asks for the extra and does not take it', async () => {
  const world = await givenWorld(app, { unit: 'hour' })
  const booking = await givenSession(app, world, {
    startsAt: '2026-11-24T08:00:00Z',
    minutes: 60,
    price: 12_00,
    unitPrice: 12_00,
  })

  const stated = valueOf(
    await stateDelivery(app.as(world.specialistActor), {
      bookingId: booking.id,
      how: 'as-stated',
      startedAt: instant('2026-11-24T08:00:00Z'),
      endedAt: instant('2026-11-24T09:30:00Z'),
      placeType: 'provider',
      note: null,
      quantity: null,
    }),
  )

  expect(stated).toMatchObject({ amount: 12_00, extraAsked: 6_00 })
  expect(await balancesOf(app, world.lineId)).toEqual({ available: 388_00, reserved: 0, delivered: 12_00 })
})

test('kilometres are counted by people, sessions are not', async () => {
  const road = await givenWorld(app, { unit: 'kilometre' })
  const ride = await givenSession(app, road, {
    startsAt: '2026-11-24T08:00:00Z',
    quantity: 4000,
    price: 20_00,
    unitPrice: 50,
  })
  const room = await givenWorld(app)
  const session = await givenSession(app, room, { startsAt: '2026-11-24T08:00:00Z' })
  const said = {
    how: 'as-stated' as const,
    startedAt: instant('2026-11-24T08:00:00Z'),
    endedAt: instant('2026-11-24T08:45:00Z'),
    placeType: 'community' as const,
    note: null,
    quantity: hundredths(3150),
  }

  const ridden = valueOf(await stateDelivery(app.as(road.specialistActor), { bookingId: ride.id, ...said }))
  const given = valueOf(await stateDelivery(app.as(room.specialistActor), { bookingId: session.id, ...said }))

  expect(ridden.amount).toBe(15_75)
  expect(given.amount).toBe(38_00)
})

test.each([
  ['before it is over', '2026-11-24T11:30:00Z', '2026-11-24T12:15:00Z', { kind: 'not-over-yet' }],
  ['that ends before it begins', '2026-11-24T09:00:00Z', '2026-11-24T08:00:00Z', { kind: 'ends-before-it-begins' }],
  ['of another day', '2026-11-23T08:00:00Z', '2026-11-23T08:45:00Z', { kind: 'another-day' }],
])('a session %s is not confirmed', async (_, startedAt, endedAt, refusal) => {
  const world = await givenWorld(app)
  const booking = await givenSession(app, world, { startsAt: '2026-11-24T11:30:00Z' })

  const result = await stateDelivery(app.as(world.specialistActor), {
    bookingId: booking.id,
    how: 'as-stated',
    startedAt: instant(startedAt),
    endedAt: instant(endedAt),
    placeType: 'provider',
    note: null,
    quantity: null,
  })

  expect(result).toMatchObject({ ok: false, refusal })
  expect(await balancesOf(app, world.lineId)).toEqual({ available: 362_00, reserved: 38_00, delivered: 0 })
})

test('no quantity is nothing delivered', async () => {
  const world = await givenWorld(app, { unit: 'kilometre' })
  const booking = await givenSession(app, world, { startsAt: '2026-11-24T08:00:00Z' })

  const result = await stateDelivery(app.as(world.specialistActor), {
    bookingId: booking.id,
    how: 'as-stated',
    startedAt: instant('2026-11-24T08:00:00Z'),
    endedAt: instant('2026-11-24T08:45:00Z'),
    placeType: 'provider',
    note: null,
    quantity: hundredths(0),
  })

  expect(result).toEqual({ ok: false, refusal: { kind: 'nothing-delivered' } })
})

test('foreign sessions do not exist: other providers, colleagues, guardians and ids that are none', async () => {
  const world = await givenWorld(app)
  const other = await givenWorld(app)
  const colleague = await app.given.specialist({ providerId: world.provider.id })
  const booking = await givenSession(app, world, { startsAt: '2026-11-24T08:00:00Z' })

  for (const actor of [other.specialistActor, other.manager, colleague.actor, world.guardian]) {
    const confirmed = await stateDelivery(app.as(actor), { bookingId: booking.id, how: 'as-planned' })
    const missed = await stateNotAttended(app.as(actor), {
      bookingId: booking.id,
      cause: 'no-show',
      asksFee: true,
      note: null,
    })
    expect(confirmed).toEqual({ ok: false, refusal: { kind: 'not-found' } })
    expect(missed).toEqual({ ok: false, refusal: { kind: 'not-found' } })
  }
  const nothing = await stateDelivery(app.as(world.manager), { bookingId: 'not-an-id', how: 'as-planned' })
  expect(nothing).toEqual({ ok: false, refusal: { kind: 'not-found' } })
})

test('of many confirmations, absences and a cancellation at the same moment exactly one counts', async () => {
  const world = await givenWorld(app)
  const booking = await givenSession(app, world, { startsAt: '2026-11-24T08:00:00Z' })
  const ctx = app.as(world.specialistActor)
  const cancelling = { bookingId: booking.id, reason: 'other' as const, note: null, revision: 0 }

  const results = await Promise.all([
    ...Array.from({ length: 6 }, () => stateDelivery(ctx, { bookingId: booking.id, how: 'as-planned' })),
    ...Array.from({ length: 3 }, () =>
      stateNotAttended(ctx, { bookingId: booking.id, cause: 'no-show', asksFee: true, note: null }),
    ),
    cancelBooking(ctx, { ...cancelling, by: 'provider' }),
    cancelBooking(app.as(world.guardian), { ...cancelling, by: 'guardian' }),
  ])

  expect(results.filter((result) => result.ok)).toHaveLength(1)
  expect(await app.ledgerFaults()).toEqual([])
})

test('a missed session costs half, at most twice a period, and nothing when nobody asks or the child was ill', async () => {
  const world = await givenWorld(app)
  const ctx = app.as(world.specialistActor)
  const missed = async (startsAt: string, cause: 'no-show' | 'ill-with-note', asksFee: boolean) => {
    const booking = await givenSession(app, world, { startsAt })
    return valueOf(await stateNotAttended(ctx, { bookingId: booking.id, cause, asksFee, note: null }))
  }

  expect(await missed('2026-11-20T08:00:00Z', 'ill-with-note', true)).toMatchObject({
    amount: 0,
    isLimitReached: false,
  })
  expect(await missed('2026-11-20T10:00:00Z', 'no-show', false)).toMatchObject({ amount: 0, isLimitReached: false })
  expect(await missed('2026-11-21T08:00:00Z', 'no-show', true)).toMatchObject({ amount: 19_00 })
  expect(await missed('2026-11-22T08:00:00Z', 'no-show', true)).toMatchObject({ amount: 19_00 })
  expect(await missed('2026-11-23T08:00:00Z', 'no-show', true)).toMatchObject({ amount: 0, isLimitReached: true })

  expect(await balancesOf(app, world.lineId)).toEqual({ available: 362_00, reserved: 0, delivered: 38_00 })
  const states = await app.owner.delivery.groupBy({ by: ['state'], where: { child_id: world.child.id }, _count: true })
  expect(Object.fromEntries(states.map(({ state, _count }) => [state, _count]))).toEqual({ awaiting: 2, waived: 3 })
  expect(await app.ledgerFaults()).toEqual([])
})

test('fees asked at the same moment are counted one after the other', async () => {
  const world = await givenWorld(app)
  const bookings = await Promise.all(
    [8, 9, 10, 11].map((hour) =>
      givenSession(app, world, { startsAt: `2026-11-23T${String(hour).padStart(2, '0')}:00:00Z` }),
    ),
  )

  const fees = await Promise.all(
    bookings.map((booking) =>
      stateNotAttended(app.as(world.specialistActor), {
        bookingId: booking.id,
        cause: 'no-show',
        asksFee: true,
        note: null,
      }),
    ),
  )

  expect(fees.map((fee) => valueOf(fee).amount).toSorted()).toEqual([0, 0, 19_00, 19_00])
  expect(await app.ledgerFaults()).toEqual([])
})

test('a session that has not begun is not missed yet', async () => {
  const world = await givenWorld(app)
  const booking = await givenSession(app, world, { startsAt: '2026-11-24T12:00:01Z' })

  const result = await stateNotAttended(app.as(world.specialistActor), {
    bookingId: booking.id,
    cause: 'no-show',
    asksFee: true,
    note: null,
  })

  expect(result).toMatchObject({ ok: false, refusal: { kind: 'not-begun-yet' } })
})

test.each([
  ['in spring', '2027-03-28T00:30:00Z', '2027-03-28T01:30:00Z'],
  ['in autumn', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'],
])('an hour across the clock change %s is one hour', async (_, startedAt, endedAt) => {
  app.clock.set(endedAt)
  const world = await givenWorld(app, { unit: 'hour' })
  const booking = await givenSession(app, world, { startsAt: startedAt, minutes: 60, price: 12_00, unitPrice: 12_00 })

  const stated = valueOf(
    await stateDelivery(app.as(world.specialistActor), { bookingId: booking.id, how: 'as-planned' }),
  )

  expect(stated).toMatchObject({ amount: 12_00, extraAsked: 0 })
  app.clock.set('2026-11-24T12:00:00Z')
})
