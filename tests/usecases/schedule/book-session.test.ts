import { expect, test } from 'vitest'
import { bookSession } from '#app/schedule/book-session.server.ts'
import { cents } from '#app/platform/money.ts'
import { testApp } from '#tests/support/test-app.ts'
import { balancesOf, form, givenBookable, givenBooked, price } from './given-bookable.ts'

const app = await testApp({ now: '2026-11-24T10:00:00Z', pool: 20 })

test('a booking reserves its price, keeps the rule of cancelling and tells who listens', async () => {
  const bookable = await givenBookable(app, { offering: { buffer: 15 } })

  const booked = await bookSession(bookable.ctx, form(bookable, '2026-11-26T10:00Z'))

  if (!booked.ok) throw new Error(booked.refusal.kind)
  const { bookingId } = booked.value
  const booking = await app.owner.booking.findUniqueOrThrow({ where: { id: bookingId }, include: { changes: true } })
  expect(booking).toMatchObject({
    state: 'booked',
    price_cents: price,
    quantity_hundredths: 100,
    ends_at: new Date('2026-11-26T10:45Z'),
    blocked_until: new Date('2026-11-26T11:00Z'),
    free_cancellation_hours: 24,
    late_charge_percent: 50,
    late_charges_per_period: 2,
    changes: [{ kind: 'booked', price_cents: price, person_id: bookable.guardian.personId }],
  })
  expect(await balancesOf(app, bookable.lineId)).toMatchObject({ available: 360_00, reserved: 40_00 })
  expect(await app.owner.domainEvent.findMany({ where: { subject_id: bookingId } })).toMatchObject([
    { type: 'booking.booked', municipality_id: bookable.municipality.id },
  ])
  expect(await app.ledgerFaults()).toEqual([])
})

test('the price is at most the cap of the municipality', async () => {
  const bookable = await givenBookable(app, { offering: { tariff: 50_00, cap: 40_00 } })

  const booked = await bookSession(bookable.ctx, form(bookable, '2026-11-26T10:00Z'))

  expect(booked.ok).toBe(true)
  expect(await balancesOf(app, bookable.lineId)).toMatchObject({ reserved: 40_00 })
})

test('hours cost by their length in quarters, and a family may choose a longer one', async () => {
  const bookable = await givenBookable(app, {
    service: { unit: 'hour', lane: 'assistance' },
    offering: { tariff: 10_50, minutes: 60 },
  })
  const wish = { ...form(bookable, '2026-11-26T10:00Z'), durationMinutes: 105, seenPriceCents: cents(18_38) }

  const booked = await bookSession(bookable.ctx, wish)

  expect(booked.ok).toBe(true)
  expect(await balancesOf(app, bookable.lineId)).toMatchObject({ reserved: 18_38 })
  expect(
    await bookSession(bookable.ctx, { ...wish, requestKey: crypto.randomUUID(), durationMinutes: 100 }),
  ).toMatchObject({
    refusal: { kind: 'not-a-free-slot' },
  })
})

test('kilometres cost by the distance', async () => {
  const bookable = await givenBookable(app, {
    service: { unit: 'kilometre', lane: 'transport' },
    offering: { tariff: 60 },
  })
  const wish = { ...form(bookable, '2026-11-26T10:00Z'), kilometres: 24, seenPriceCents: cents(14_40) }

  expect(await bookSession(bookable.ctx, { ...wish, kilometres: null })).toMatchObject({
    refusal: { kind: 'not-a-free-slot' },
  })
  expect((await bookSession(bookable.ctx, wish)).ok).toBe(true)
  expect(await balancesOf(app, bookable.lineId)).toMatchObject({ reserved: 14_40 })
})

test('the same form sent twice books once and answers with the same booking', async () => {
  const bookable = await givenBookable(app)
  const sent = form(bookable, '2026-11-26T10:00Z')

  const first = await bookSession(bookable.ctx, sent)
  const again = await bookSession(bookable.ctx, sent)
  const elsewhen = { ...form(bookable, '2026-11-27T10:00Z') }
  const atOnce = await Promise.all(Array.from({ length: 8 }, () => bookSession(bookable.ctx, elsewhen)))

  expect(first.ok).toBe(true)
  expect(again).toEqual(first)
  expect(new Set(atOnce.map((one) => one.ok && one.value.bookingId)).size).toBe(1)
  expect(atOnce.every((one) => one.ok)).toBe(true)
  expect(await balancesOf(app, bookable.lineId)).toMatchObject({ available: 320_00, reserved: 80_00 })
})

test.each([
  ['a time in the past', { startsAt: '2026-11-24T09:00Z' }, { kind: 'slot-in-the-past' }],
  ['this very moment', { startsAt: '2026-11-24T10:00Z' }, { kind: 'slot-in-the-past' }],
  ['less than the minimum notice', { startsAt: '2026-11-24T11:45Z' }, { kind: 'not-a-free-slot' }],
  ['a time off the quarter', { startsAt: '2026-11-26T10:05Z' }, { kind: 'not-a-free-slot' }],
  ['a time outside the hours', { startsAt: '2026-11-26T17:30Z' }, { kind: 'not-a-free-slot' }],
  ['a day after the period', { startsAt: '2027-04-01T10:00Z' }, { kind: 'period-over' }],
  [
    'another price than today',
    { startsAt: '2026-11-26T10:00Z', seenPriceCents: cents(35_00) },
    { kind: 'price-changed', was: 35_00, is: 40_00 },
  ],
  ['a child of nobody', { startsAt: '2026-11-26T10:00Z', childId: crypto.randomUUID() }, { kind: 'not-found' }],
  ['no id at all', { startsAt: '2026-11-26T10:00Z', offeringId: 'x' }, { kind: 'not-found' }],
])('%s is refused and changes nothing', async (_, wish, refusal) => {
  const bookable = await givenBookable(app)
  const { startsAt, ...rest } = wish

  const answer = await bookSession(bookable.ctx, { ...form(bookable, startsAt), ...rest })

  expect(answer).toMatchObject({ ok: false, refusal })
  expect(await app.owner.booking.count({ where: { child_id: bookable.child.id } })).toBe(0)
  expect(await balancesOf(app, bookable.lineId)).toMatchObject({ available: 400_00, reserved: 0 })
})

test('the last notice that is long enough is allowed', async () => {
  const bookable = await givenBookable(app)

  expect((await bookSession(bookable.ctx, form(bookable, '2026-11-24T12:00Z'))).ok).toBe(true)
})

test('days beyond the furthest that the offering allows are refused', async () => {
  const bookable = await givenBookable(app, { offering: { furthestDays: 10 } })

  expect((await bookSession(bookable.ctx, form(bookable, '2026-12-04T10:00Z'))).ok).toBe(true)
  expect(await bookSession(bookable.ctx, form(bookable, '2026-12-05T10:00Z'))).toMatchObject({
    refusal: { kind: 'not-a-free-slot' },
  })
})

test('a taken time is refused, also when another municipality took it', async () => {
  const bookable = await givenBookable(app)
  const elsewhere = await app.given.municipality()
  await app.owner.providerAcceptance.create({
    data: { municipality_id: elsewhere.id, provider_id: bookable.provider.id, accepted_from: new Date('2020-01-01') },
  })
  const lines = [{ serviceId: bookable.service.id, cents: 400_00 }]
  const stranger = await app.given.family({ municipalityId: elsewhere.id, lines })
  await givenBooked({ ...bookable, ...stranger, ctx: app.as(stranger.guardian) }, '2026-11-26T10:00Z')

  expect(await bookSession(bookable.ctx, form(bookable, '2026-11-26T10:30Z'))).toMatchObject({
    refusal: { kind: 'slot-taken' },
  })
  expect((await bookSession(bookable.ctx, form(bookable, '2026-11-26T10:45Z'))).ok).toBe(true)
})

test('a child is in one place, though an assistant may come along', async () => {
  const bookable = await givenBookable(app)
  const { id: municipalityId } = bookable.municipality
  const other = await app.given.offering({
    municipalityId,
    serviceId: bookable.service.id,
    tariff: price,
    withCap: false,
  })
  await givenBooked(bookable, '2026-11-26T10:00Z')
  const assistance = await givenBookable(app, { service: { unit: 'hour', lane: 'assistance' } })

  expect(await bookSession(bookable.ctx, form({ ...bookable, ...other }, '2026-11-26T10:30Z'))).toMatchObject({
    refusal: { kind: 'child-busy' },
  })
  expect(assistance.service.child_lane).toBe('assistance')
})

test('more than the line has left is refused with what is missing', async () => {
  const bookable = await givenBookable(app, { money: 70_00 })
  await givenBooked(bookable, '2026-11-26T10:00Z')

  expect(await bookSession(bookable.ctx, form(bookable, '2026-11-26T12:00Z'))).toMatchObject({
    refusal: { kind: 'budget-exceeded', missing: 10_00 },
  })
})

test('a provider that is not accepted on the day is refused', async () => {
  const bookable = await givenBookable(app)
  await app.owner.providerAcceptance.updateMany({
    where: { provider_id: bookable.provider.id },
    data: { accepted_until: new Date('2026-11-27') },
  })

  expect((await bookSession(bookable.ctx, form(bookable, '2026-11-26T10:00Z'))).ok).toBe(true)
  expect(await bookSession(bookable.ctx, form(bookable, '2026-11-27T10:00Z'))).toMatchObject({
    refusal: { kind: 'provider-not-accepted' },
  })
})

test('a specialist whose clearance has run out cannot be booked', async () => {
  const bookable = await givenBookable(app)
  await app.owner.credential.updateMany({
    where: { specialist_id: bookable.specialist.id, kind: 'clearance' },
    data: { valid_to: new Date('2026-11-27') },
  })

  expect((await bookSession(bookable.ctx, form(bookable, '2026-11-26T10:00Z'))).ok).toBe(true)
  expect(await bookSession(bookable.ctx, form(bookable, '2026-11-27T10:00Z'))).toMatchObject({
    refusal: { kind: 'not-a-free-slot' },
  })
})

test("another family's child, line or a provider's manager gets nothing", async () => {
  const bookable = await givenBookable(app)
  const { id: municipalityId } = bookable.municipality
  const stranger = await app.given.family({
    municipalityId,
    lines: [{ serviceId: bookable.service.id, cents: 400_00 }],
  })

  const answers = [
    await bookSession(app.as(stranger.guardian), form(bookable, '2026-11-26T10:00Z')),
    await bookSession(bookable.ctx, { ...form(bookable, '2026-11-26T10:00Z'), budgetLineId: stranger.lineId }),
    await bookSession(app.as(bookable.manager), form(bookable, '2026-11-26T10:00Z')),
  ]

  expect(answers).toMatchObject(answers.map(() => ({ ok: false, refusal: { kind: 'not-found' } })))
})
