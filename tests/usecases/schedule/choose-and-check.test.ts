import { expect, test } from 'vitest'
import { checkChoice } from '#app/schedule/check-choice.server.ts'
import { findChoices } from '#app/schedule/find-choices.server.ts'
import { getBooking } from '#app/schedule/get-booking.server.ts'
import { getChoice } from '#app/schedule/get-choice.server.ts'
import { getMove } from '#app/schedule/get-move.server.ts'
import { listBookings } from '#app/schedule/list-bookings.server.ts'
import { listLinesToBook } from '#app/schedule/list-lines-to-book.server.ts'
import { previewCancellation } from '#app/schedule/preview-cancellation.server.ts'
import { testApp } from '#tests/support/test-app.ts'
import { givenBookable, givenBooked } from './given-bookable.ts'

const app = await testApp({ now: '2026-11-24T10:00:00Z' })
const allOf = { mode: null, language: null, order: 'distance', isEvening: false } as const
const openView = { firstDay: null, specialistId: null, durationMinutes: null, everyQuarter: false, wholeWindow: false }

test('a family finds home visits first, at the capped price, with the first free time of each day', async () => {
  const bookable = await givenBookable(app, { offering: { tariff: 45_00, cap: 40_00 } })
  const { id: municipalityId } = bookable.municipality
  const atHome = await app.given.offering({
    municipalityId,
    serviceId: bookable.service.id,
    mode: 'at_home',
    tariff: 42_00,
  })
  const far = await app.given.offering({
    municipalityId,
    serviceId: bookable.service.id,
    mode: 'at_home',
    withCap: false,
  })
  await app.owner.offering.update({ where: { id: far.offering.id }, data: { home_from_latitude: 58.9 } })

  const found = await findChoices(bookable.ctx, { childId: bookable.child.id, lineId: bookable.lineId, filters: allOf })

  expect(found?.choices.map(({ id }) => id)).toEqual([atHome.offering.id, bookable.offering.id])
  expect(found?.choices.map(({ price }) => price)).toEqual([42_00, 40_00])
  expect(found?.choices[1]?.nextTimes.map(({ startsAt }) => startsAt)).toEqual([
    '2026-11-24T12:00:00Z',
    '2026-11-25T06:00:00Z',
    '2026-11-26T06:00:00Z',
  ])
  expect(found?.modes).toEqual(['at_home', 'at_provider'])
})

test('the evening filter keeps what begins at 17.00 or later and says so in its times', async () => {
  const bookable = await givenBookable(app)
  const { id: municipalityId } = bookable.municipality
  const week = { days: [1, 2, 3, 4, 5], from: '08:00', to: '17:30' }
  await app.given.offering({ municipalityId, serviceId: bookable.service.id, withCap: false, week })
  const filters = { ...allOf, isEvening: true }

  const found = await findChoices(bookable.ctx, { childId: bookable.child.id, lineId: bookable.lineId, filters })

  expect(found?.choices.map(({ id }) => id)).toEqual([bookable.offering.id])
  expect(found?.choices[0]?.nextTimes[0]?.startsAt).toBe('2026-11-24T15:00:00Z')
})

test('a provider that the municipality does not accept or a specialist without clearance is not found', async () => {
  const bookable = await givenBookable(app)
  const ids = { childId: bookable.child.id, lineId: bookable.lineId }
  await app.owner.credential.deleteMany({ where: { specialist_id: bookable.specialist.id, kind: 'clearance' } })
  const withoutClearance = await findChoices(bookable.ctx, { ...ids, filters: allOf })
  const page = await getChoice(bookable.ctx, { ...ids, offeringId: bookable.offering.id, ...openView })

  expect(withoutClearance?.choices).toEqual([])
  expect(page).toBeNull()
})

test('free times come by day with what the child has on it already', async () => {
  const bookable = await givenBookable(app)
  await givenBooked(bookable, '2026-11-25T10:00Z')

  const page = await getChoice(bookable.ctx, {
    childId: bookable.child.id,
    lineId: bookable.lineId,
    offeringId: bookable.offering.id,
    ...openView,
  })

  expect(page?.days.map(({ day }) => day)).toEqual([
    '2026-11-24',
    '2026-11-25',
    '2026-11-26',
    '2026-11-27',
    '2026-11-28',
  ])
  expect(page?.days[1]?.bookings).toMatchObject([{ startsAt: '2026-11-25T10:00:00Z' }])
  expect(page?.laterDay).toBe('2026-11-29')
  expect(page?.days[1]?.starts.map(({ startsAt }) => startsAt)).not.toContain('2026-11-25T09:30:00Z')
})

test('what is checked adds up, names the moment of the rule, and offers the nearest when the time is gone', async () => {
  const bookable = await givenBookable(app)
  const wish = {
    childId: bookable.child.id,
    lineId: bookable.lineId,
    offeringId: bookable.offering.id,
    specialistId: bookable.specialist.id,
    durationMinutes: null,
    kilometres: null,
    startsAt: Temporal.Instant.from('2026-11-26T10:00Z'),
  }

  const free = await checkChoice(bookable.ctx, wish)
  const bookingId = await givenBooked(bookable, '2026-11-26T10:00Z')
  const gone = await checkChoice(bookable.ctx, wish)

  expect(free).toMatchObject({
    price: 40_00,
    left: 360_00,
    periodLeft: 360_00,
    isFree: true,
    sameAs: null,
    cancelling: { freeUntil: '2026-11-25T10:00:00Z', isStillFree: true, charge: 20_00 },
    week: { sessions: 1, limit: null },
  })
  expect(gone).toMatchObject({ isFree: false, sameAs: bookingId, left: 320_00 })
  expect(gone?.kind === 'checked' && gone.nearest.map(({ startsAt }) => startsAt)).toEqual([
    '2026-11-26T09:00:00Z',
    '2026-11-26T09:15:00Z',
    '2026-11-26T10:45:00Z',
    '2026-11-26T11:00:00Z',
  ])
})

test('a booking tells what can be done, and the preview what it costs', async () => {
  const bookable = await givenBookable(app)
  const [soon, later] = [
    await givenBooked(bookable, '2026-11-25T09:00Z'),
    await givenBooked(bookable, '2026-11-27T09:00Z'),
  ]
  const ids = { childId: bookable.child.id }

  expect(await getBooking(bookable.ctx, { ...ids, bookingId: soon })).toMatchObject({
    canMove: false,
    chargeNow: 20_00,
  })
  expect(await getBooking(bookable.ctx, { ...ids, bookingId: later })).toMatchObject({ canMove: true, chargeNow: 0 })
  expect(await previewCancellation(bookable.ctx, { ...ids, bookingId: soon })).toMatchObject({
    usual: { kind: 'late', charge: 20_00, release: 20_00, lineAfter: 340_00 },
    illWithNote: { kind: 'free', charge: 0 },
    chargesLeft: 2,
  })
  const move = await getMove(bookable.ctx, { ...ids, bookingId: later, firstDay: null, everyQuarter: true })
  const friday = move?.days.find(({ day }) => day === '2026-11-27')
  expect(friday?.starts.map(({ startsAt }) => startsAt)).toContain('2026-11-27T09:15:00Z')
  expect(friday?.starts.map(({ startsAt }) => startsAt)).not.toContain('2026-11-27T09:00:00Z')
})

test('bookings come upcoming and past, with the load of this week and the next', async () => {
  const bookable = await givenBookable(app)
  await givenBooked(bookable, '2026-11-25T09:00Z')
  await givenBooked(bookable, '2026-12-01T09:00Z')
  const input = { childId: bookable.child.id, lineId: null, page: 1 }
  app.clock.set('2026-11-26T10:00:00Z')

  const upcoming = await listBookings(bookable.ctx, { ...input, show: 'upcoming' })
  const past = await listBookings(bookable.ctx, { ...input, show: 'past' })
  app.clock.set('2026-11-24T10:00:00Z')

  expect(upcoming?.bookings.map(({ startsAt }) => startsAt)).toEqual(['2026-12-01T09:00:00Z'])
  expect(past?.bookings.map(({ startsAt }) => startsAt)).toEqual(['2026-11-25T09:00:00Z'])
  expect(upcoming?.weekLoad.map(({ sessions }) => sessions)).toEqual([1, 1])
})

test('a stranger of the same municipality sees nothing of it', async () => {
  const bookable = await givenBookable(app)
  const bookingId = await givenBooked(bookable, '2026-11-26T10:00Z')
  const lines = [{ serviceId: bookable.service.id, cents: 100_00 }]
  const stranger = await app.given.family({ municipalityId: bookable.municipality.id, lines })
  const ctx = app.as(stranger.guardian)
  const ids = { childId: bookable.child.id, lineId: bookable.lineId }

  expect(await listLinesToBook(ctx, ids.childId)).toBeNull()
  expect(await findChoices(ctx, { ...ids, filters: allOf })).toBeNull()
  expect(await getChoice(ctx, { ...ids, offeringId: bookable.offering.id, ...openView })).toBeNull()
  expect(await getBooking(ctx, { ...ids, bookingId })).toBeNull()
  expect(await getBooking(ctx, { childId: stranger.child.id, bookingId })).toBeNull()
  expect(await previewCancellation(ctx, { ...ids, bookingId })).toBeNull()
  expect(await getMove(ctx, { ...ids, bookingId, firstDay: null, everyQuarter: false })).toBeNull()
  expect(await listBookings(ctx, { childId: ids.childId, show: 'past', lineId: null, page: 1 })).toBeNull()
  expect(await findChoices(ctx, { childId: stranger.child.id, lineId: bookable.lineId, filters: allOf })).toBeNull()
})
