import { expect, test } from 'vitest'
import { cents } from '#app/platform/money.ts'
import { bookSession } from '#app/schedule/book-session.server.ts'
import { cancelBooking } from '#app/schedule/cancel-booking.server.ts'
import { moveBooking } from '#app/schedule/move-booking.server.ts'
import { testApp } from '#tests/support/test-app.ts'
import { balancesOf, form, givenBookable, givenBooked, price } from './given-bookable.ts'

const app = await testApp({ now: '2026-11-24T10:00:00Z', pool: 32 })

test('of 200 families that book one time at once exactly one has it', async () => {
  const bookable = await givenBookable(app)
  const lines = [{ serviceId: bookable.service.id, cents: 400_00 }]
  const families = await Promise.all(
    Array.from({ length: 20 }, () => app.given.family({ municipalityId: bookable.municipality.id, lines })),
  )

  const answers = await Promise.all(
    families.flatMap((family) =>
      Array.from({ length: 10 }, () =>
        bookSession(app.as(family.guardian), form({ ...bookable, ...family }, '2026-11-26T10:00Z')),
      ),
    ),
  )

  expect(answers).toHaveLength(200)
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  const refusals = new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal.kind])))
  expect([...refusals]).toEqual(['slot-taken'])
  expect(await app.owner.booking.count({ where: { specialist_id: bookable.specialist.id } })).toBe(1)
  expect(await app.ledgerFaults()).toEqual([])
})

test('of 200 bookings against the last 40 euros of a line exactly those that fit are made', async () => {
  const bookable = await givenBookable(app, { money: 40_00, offering: { tariff: 20_00, minutes: 15 } })
  const first = Temporal.Instant.from('2026-11-25T06:00Z')
  const times = Array.from({ length: 200 }, (_, index) =>
    first.add({ hours: 24 * Math.floor(index / 40), minutes: 15 * (index % 40) }).toString(),
  )

  const answers = await Promise.all(
    times.map((time) => bookSession(bookable.ctx, { ...form(bookable, time), seenPriceCents: cents(20_00) })),
  )

  expect(answers.filter((answer) => answer.ok)).toHaveLength(2)
  for (const answer of answers) {
    if (!answer.ok) expect(answer.refusal).toEqual({ kind: 'budget-exceeded', missing: 20_00 })
  }
  expect(await balancesOf(app, bookable.lineId)).toMatchObject({ available: 0, reserved: 40_00 })
  expect(await app.ledgerFaults()).toEqual([])
})

test('of a move and a cancellation at once exactly one happens, again and again', async () => {
  const bookable = await givenBookable(app, { money: 400_00 })

  for (let day = 1; day <= 8; day += 1) {
    const bookingId = await givenBooked(bookable, `2026-12-0${day}T10:00Z`)
    const to = { bookingId, revision: 0, specialistId: bookable.specialist.id }
    const answers = await Promise.all([
      cancelBooking(bookable.ctx, { bookingId, by: 'guardian', reason: 'plans_changed', note: null, revision: 0 }),
      moveBooking(bookable.ctx, { ...to, startsAt: Temporal.Instant.from(`2026-12-0${day}T12:00Z`) }),
      cancelBooking(app.as(bookable.manager), { bookingId, by: 'provider', reason: 'other', note: null, revision: 0 }),
      moveBooking(bookable.ctx, { ...to, startsAt: Temporal.Instant.from(`2026-12-0${day}T13:00Z`) }),
    ])

    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(await app.owner.bookingChange.count({ where: { booking_id: bookingId } })).toBe(2)
  }
  expect(await app.ledgerFaults()).toEqual([])
})

test('two families that move to one free time at once do not both get it', async () => {
  const bookable = await givenBookable(app)
  const lines = [{ serviceId: bookable.service.id, cents: 400_00 }]
  const other = await app.given.family({ municipalityId: bookable.municipality.id, lines })
  const rival = { ...bookable, ...other, ctx: app.as(other.guardian) }
  const [mine, theirs] = [
    await givenBooked(bookable, '2026-11-26T08:00Z'),
    await givenBooked(rival, '2026-11-26T09:00Z'),
  ]
  const to = { revision: 0, specialistId: bookable.specialist.id, startsAt: Temporal.Instant.from('2026-11-26T12:00Z') }

  const answers = await Promise.all([
    moveBooking(bookable.ctx, { ...to, bookingId: mine }),
    moveBooking(rival.ctx, { ...to, bookingId: theirs }),
  ])

  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  expect(answers.filter((answer) => !answer.ok)).toMatchObject([{ refusal: { kind: 'slot-taken' } }])
  expect(await app.ledgerFaults()).toEqual([])
})

test('late cancellations at once are charged no more often than the rule allows', async () => {
  const bookable = await givenBookable(app, { policy: { late_charges_per_period: 1 } })
  const ids = [
    await givenBooked(bookable, '2026-11-25T08:00Z'),
    await givenBooked(bookable, '2026-11-25T09:00Z'),
    await givenBooked(bookable, '2026-11-25T12:00Z'),
  ]

  const answers = await Promise.all(
    ids.map((bookingId) =>
      cancelBooking(bookable.ctx, { bookingId, by: 'guardian', reason: 'plans_changed', note: null, revision: 0 }),
    ),
  )

  expect(answers.map((answer) => answer.ok && answer.value.charge).toSorted()).toEqual([0, 0, price / 2])
  expect(await balancesOf(app, bookable.lineId)).toMatchObject({ available: 380_00, reserved: 0, delivered: 20_00 })
  expect(await app.ledgerFaults()).toEqual([])
})
