import { expect, test } from 'vitest'
import { cents } from '#app/platform/money.ts'
import { cancelBooking } from '#app/schedule/cancel-booking.server.ts'
import { moveBooking } from '#app/schedule/move-booking.server.ts'
import { testApp } from '#tests/support/test-app.ts'
import { balancesOf, givenBookable, givenBooked } from './given-bookable.ts'

const morning = '2026-11-24T10:00:00Z'
const app = await testApp({ now: morning })

const byGuardian = { by: 'guardian', reason: 'plans_changed', note: null, revision: 0 } as const

test('cancelling in time is free and gives the whole hold back', async () => {
  const bookable = await givenBookable(app)
  const bookingId = await givenBooked(bookable, '2026-11-25T10:00Z')

  const cancelled = await cancelBooking(bookable.ctx, { ...byGuardian, bookingId })

  expect(cancelled).toMatchObject({ ok: true, value: { charge: 0, released: 40_00 } })
  expect(await balancesOf(app, bookable.lineId)).toMatchObject({ available: 400_00, reserved: 0, delivered: 0 })
  expect(await app.owner.delivery.count({ where: { booking_id: bookingId } })).toBe(0)
  const booking = await app.owner.booking.findUniqueOrThrow({ where: { id: bookingId }, include: { changes: true } })
  expect(booking).toMatchObject({ state: 'cancelled', cancelled_by: 'guardian', revision: 1, charged_cents: 0 })
  expect(booking.changes.map((change) => change.kind)).toEqual(['booked', 'cancelled'])
  const heard = await app.owner.domainEvent.findMany({ where: { subject_id: bookingId }, orderBy: { id: 'asc' } })
  expect(heard.map((event) => event.type)).toEqual(['booking.booked', 'booking.cancelled'])
})

test('cancelling late costs the share of the rule, which is owed at once', async () => {
  const bookable = await givenBookable(app)
  const bookingId = await givenBooked(bookable, '2026-11-25T09:45Z')

  const cancelled = await cancelBooking(bookable.ctx, { ...byGuardian, bookingId, seenChargeCents: cents(20_00) })

  expect(cancelled).toMatchObject({ ok: true, value: { charge: 20_00, released: 20_00 } })
  expect(await balancesOf(app, bookable.lineId)).toMatchObject({ available: 380_00, reserved: 0, delivered: 20_00 })
  expect(await app.owner.delivery.findMany({ where: { booking_id: bookingId } })).toMatchObject([
    {
      kind: 'late_cancellation',
      state: 'accepted',
      accepted_how: 'cancelled_knowingly',
      quantity_hundredths: 0,
      reserved_cents: 40_00,
      amount_cents: 20_00,
    },
  ])
  expect(await app.ledgerFaults()).toEqual([])
})

test('the third late cancellation of a period is free', async () => {
  const bookable = await givenBookable(app)
  const ids = [
    await givenBooked(bookable, '2026-11-25T07:00Z'),
    await givenBooked(bookable, '2026-11-25T08:00Z'),
    await givenBooked(bookable, '2026-11-25T09:00Z'),
  ]

  const charges = []
  for (const bookingId of ids) {
    const cancelled = await cancelBooking(bookable.ctx, { ...byGuardian, bookingId })
    charges.push(cancelled.ok && cancelled.value.charge)
  }

  expect(charges).toEqual([20_00, 20_00, 0])
  expect(await app.ledgerFaults()).toEqual([])
})

test('a child who is ill costs nothing with a note, and the share of the rule without', async () => {
  const bookable = await givenBookable(app)
  const [withNote, without] = [
    await givenBooked(bookable, '2026-11-25T07:00Z'),
    await givenBooked(bookable, '2026-11-25T08:00Z'),
  ]
  const ill = { ...byGuardian, reason: 'child_ill' as const }

  expect(await cancelBooking(bookable.ctx, { ...ill, bookingId: withNote, note: 'Zīme 1' })).toMatchObject({
    value: { charge: 0 },
  })
  expect(await cancelBooking(bookable.ctx, { ...ill, bookingId: without, note: '  ' })).toMatchObject({
    value: { charge: 20_00 },
  })
})

test('the provider and the municipality cancel for nothing, each only in their own name', async () => {
  const bookable = await givenBookable(app)
  const { id: municipalityId } = bookable.municipality
  const worker = await app.given.actor('social_worker', { municipalityId })
  await app.owner.caseAssignment.create({
    data: {
      municipality_id: municipalityId,
      child_id: bookable.child.id,
      person_id: worker.personId,
      since: new Date(morning),
    },
  })
  const [one, two] = [
    await givenBooked(bookable, '2026-11-25T07:00Z'),
    await givenBooked(bookable, '2026-11-25T08:00Z'),
  ]
  const elsewhere = await app.given.provider()

  const asGuardian = await cancelBooking(app.as(bookable.manager), { ...byGuardian, bookingId: one })
  const foreign = await cancelBooking(app.as(elsewhere.manager), { ...byGuardian, by: 'provider', bookingId: one })
  const provider = await cancelBooking(app.as(bookable.specialistActor), {
    bookingId: one,
    by: 'provider',
    reason: 'specialist_ill',
    note: null,
    revision: 0,
  })
  const municipality = await cancelBooking(app.as(worker), { ...byGuardian, by: 'municipality', bookingId: two })

  expect([asGuardian, foreign]).toMatchObject([{ refusal: { kind: 'not-found' } }, { refusal: { kind: 'not-found' } }])
  expect(provider).toMatchObject({ ok: true, value: { charge: 0 } })
  expect(municipality).toMatchObject({ ok: true, value: { charge: 0 } })
  expect(await balancesOf(app, bookable.lineId)).toMatchObject({ available: 400_00, reserved: 0 })
})

test('a booking that changed, ended or costs something else than shown is not cancelled', async () => {
  const bookable = await givenBookable(app)
  const bookingId = await givenBooked(bookable, '2026-11-25T10:15Z')
  const free = { ...byGuardian, bookingId, seenChargeCents: cents(0) }

  const stale = await cancelBooking(bookable.ctx, { ...free, revision: 3 })
  app.clock.set('2026-11-24T10:15:00.001Z')
  const dearer = await cancelBooking(bookable.ctx, free)
  app.clock.set(morning)
  const cancelled = await cancelBooking(bookable.ctx, free)
  const again = await cancelBooking(bookable.ctx, { ...free, revision: 1 })

  expect(stale).toMatchObject({ refusal: { kind: 'changed-meanwhile', revision: 0 } })
  expect(dearer).toMatchObject({ refusal: { kind: 'cost-changed', was: 0, is: 20_00 } })
  expect(cancelled.ok).toBe(true)
  expect(again).toMatchObject({ refusal: { kind: 'not-live', state: 'cancelled' } })
})

test('a guardian cancels nothing that is over: what took place is for the specialist to state', async () => {
  const bookable = await givenBookable(app)
  const bookingId = await givenBooked(bookable, '2026-11-25T10:15Z')
  const ill = { ...byGuardian, bookingId, reason: 'child_ill' as const, note: 'Zīme' }
  app.clock.set('2026-11-25T11:00:00Z')

  const over = await cancelBooking(bookable.ctx, ill)
  const byProvider = await cancelBooking(app.as(bookable.manager), { ...ill, by: 'provider' })
  app.clock.set(morning)

  const endedAt = Temporal.Instant.from('2026-11-25T11:00:00Z')
  expect(over).toEqual({ ok: false, refusal: { kind: 'already-over', endedAt } })
  expect(byProvider.ok).toBe(true)
})

test('a family cancels nothing of another family', async () => {
  const bookable = await givenBookable(app)
  const bookingId = await givenBooked(bookable, '2026-11-26T10:00Z')
  const lines = [{ serviceId: bookable.service.id, cents: 100_00 }]
  const stranger = await app.given.family({ municipalityId: bookable.municipality.id, lines })
  const to = { bookingId, revision: 0, specialistId: bookable.specialist.id }

  const cancelled = await cancelBooking(app.as(stranger.guardian), { ...byGuardian, bookingId })
  const moved = await moveBooking(app.as(stranger.guardian), {
    ...to,
    startsAt: Temporal.Instant.from('2026-11-27T10:00Z'),
  })

  expect([cancelled, moved]).toMatchObject([{ refusal: { kind: 'not-found' } }, { refusal: { kind: 'not-found' } }])
})

test('a move keeps the price, the hold and the rule, and tells what was', async () => {
  const bookable = await givenBookable(app, { offering: { buffer: 15 } })
  const bookingId = await givenBooked(bookable, '2026-11-26T10:00Z')
  await app.owner.tariff.updateMany({ where: { offering_id: bookable.offering.id }, data: { cents: 45_00 } })

  const moved = await moveBooking(bookable.ctx, {
    bookingId,
    revision: 0,
    specialistId: bookable.specialist.id,
    startsAt: Temporal.Instant.from('2026-11-26T10:30Z'),
  })

  expect(moved).toMatchObject({ ok: true, value: { revision: 1 } })
  const booking = await app.owner.booking.findUniqueOrThrow({ where: { id: bookingId }, include: { changes: true } })
  expect(booking).toMatchObject({
    starts_at: new Date('2026-11-26T10:30Z'),
    ends_at: new Date('2026-11-26T11:15Z'),
    blocked_until: new Date('2026-11-26T11:30Z'),
    price_cents: 40_00,
    revision: 1,
  })
  expect(booking.changes[1]).toMatchObject({ kind: 'moved', was_starts_at: new Date('2026-11-26T10:00Z') })
  expect(await balancesOf(app, bookable.lineId)).toMatchObject({ available: 360_00, reserved: 40_00 })
  expect(await app.ledgerFaults()).toEqual([])
})

test('a move to another specialist of the offering frees the first one', async () => {
  const bookable = await givenBookable(app)
  const second = await app.given.specialist({ providerId: bookable.provider.id })
  await app.owner.offeringSpecialist.create({
    data: { offering_id: bookable.offering.id, specialist_id: second.specialist.id },
  })
  const bookingId = await givenBooked(bookable, '2026-11-26T10:00Z')
  const to = { bookingId, revision: 0, startsAt: Temporal.Instant.from('2026-11-26T10:00Z') }
  const stranger = await app.given.specialist({ providerId: bookable.provider.id })

  expect(await moveBooking(bookable.ctx, { ...to, specialistId: stranger.specialist.id })).toMatchObject({
    refusal: { kind: 'not-found' },
  })
  expect((await moveBooking(bookable.ctx, { ...to, specialistId: second.specialist.id })).ok).toBe(true)
  await givenBooked({ ...bookable, ...(await rival(bookable)) }, '2026-11-26T10:00Z')
})

test.each([
  ['a taken time', '2026-11-27T10:00Z', { kind: 'slot-taken' }],
  ['a time in the past', '2026-11-24T09:00Z', { kind: 'slot-in-the-past' }],
  ['a time outside the hours', '2026-11-27T18:00Z', { kind: 'not-a-free-slot' }],
  ['a day after the period', '2027-04-01T10:00Z', { kind: 'period-over' }],
])('a move to %s is refused and changes nothing', async (_, startsAt, refusal) => {
  const bookable = await givenBookable(app)
  const bookingId = await givenBooked(bookable, '2026-11-26T10:00Z')
  await givenBooked({ ...bookable, ...(await rival(bookable)) }, '2026-11-27T10:00Z')
  const to = { bookingId, revision: 0, specialistId: bookable.specialist.id }

  const moved = await moveBooking(bookable.ctx, { ...to, startsAt: Temporal.Instant.from(startsAt) })

  expect(moved).toMatchObject({ ok: false, refusal })
  expect(await app.owner.booking.findUniqueOrThrow({ where: { id: bookingId } })).toMatchObject({
    starts_at: new Date('2026-11-26T10:00Z'),
    revision: 0,
  })
})

test('moving ends when cancelling stops being free', async () => {
  const bookable = await givenBookable(app)
  const bookingId = await givenBooked(bookable, '2026-11-25T09:45Z')
  const to = { bookingId, revision: 0, specialistId: bookable.specialist.id }

  expect(
    await moveBooking(bookable.ctx, { ...to, startsAt: Temporal.Instant.from('2026-11-27T10:00Z') }),
  ).toMatchObject({ refusal: { kind: 'too-late-to-move', charge: 20_00 } })
})

async function rival({ municipality, service }: Awaited<ReturnType<typeof givenBookable>>) {
  const family = await app.given.family({
    municipalityId: municipality.id,
    lines: [{ serviceId: service.id, cents: 400_00 }],
  })
  return { ...family, ctx: app.as(family.guardian) }
}
